package org.hutong.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.catalogue.web.Definitions.fault;
import static org.hutong.catalogue.web.Definitions.item;
import static org.hutong.catalogue.web.Definitions.list;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Stewards make code lists, add codes, word them anew and retire them. */
@ServerTest
class CodeListTest {
    private static final String LISTS = "/api/catalogue/code-lists";
    private final String code = "list_" + System.nanoTime();

    @Autowired
    private SignIns signIns;

    private Map<String, Object> changed(int version, List<Map<String, Object>> items) {
        Map<String, Object> body = new HashMap<>(list(code, items));
        body.remove("code");
        body.put("version", version);
        return body;
    }

    @Test
    void aListIsMadeAndChangedAndItsCodesAreRetired() {
        Browser steward = signIns.officer("32", "health", Role.STEWARD);
        assertThat(steward.post(LISTS, list(code, List.of(item("1", "红", false), item("2", "绿", false)))).status()).isEqualTo(201);
        assertThat(steward.post(LISTS, list(code, List.of(item("1", "红", false)))).status()).isEqualTo(409);
        assertThat(steward.put(LISTS + "/" + code, changed(1, List.of(item("3", "蓝", false), item("2", "翠绿", true), item("1", "红", false)))).json().get("version")
                .asInt()).isEqualTo(2);

        JsonNode now = signIns.officer("32", "health").get(LISTS + "/" + code).json();
        assertThat(now.get("items").valueStream().map(one -> one.get("code").asString() + one.at("/name/zh").asString() + one.get("retired").asBoolean()))
                .containsExactly("1红false", "2翠绿true", "3蓝false");
        assertThat(steward.get(LISTS).json().valueStream().filter(one -> one.get("code").asString().equals(code)).findFirst().orElseThrow().get("size").asInt())
                .as("what is offered").isEqualTo(2);
        JsonNode change = steward.get(LISTS + "/" + code + "/history").json().get(0);
        assertThat(change.get("differences").valueStream().map(one -> one.get("property").asString() + one.get("code").asString()))
                .containsExactly("item.zh2", "item.retired2", "item.zh3", "item.en3");
    }

    @Test
    void whatIsWrongIsRefusedAtItsPlace() {
        Browser steward = signIns.officer("32", "health", Role.STEWARD);
        List<Map<String, Object>> both = List.of(item("1", "红", false), item("2", "绿", false));
        assertThat(fault(steward.post(LISTS, list("Wrong", both)))).isEqualTo("code list-code");
        assertThat(fault(steward.post(LISTS, list(code, List.of())))).isEqualTo("items items-needed");
        assertThat(fault(steward.post(LISTS, list(code, List.of(item("1", "红", false), item("1", "绿", false)))))).isEqualTo("items[1].code code-twice");
        assertThat(fault(steward.post(LISTS, list(code, List.of(item("1", " ", false)))))).isEqualTo("items[0].name name-needed");
        assertThat(fault(steward.post(LISTS, list(code, List.of(item("a b", "红", false)))))).isEqualTo("items[0].code item-code");
        assertThat(steward.post(LISTS, list(code, both)).status()).isEqualTo(201);
        assertThat(fault(steward.put(LISTS + "/" + code, changed(1, List.of(item("1", "红", false)))))).isEqualTo("items code-dropped");
        assertThat(steward.put(LISTS + "/" + code, changed(1, List.of(item("1", "大红", false), item("2", "绿", false)))).status()).isEqualTo(200);
        assertThat(steward.put(LISTS + "/" + code, changed(1, both)).status()).as("another has changed it").isEqualTo(409);
        assertThat(steward.put(LISTS + "/none", changed(1, both)).status()).isEqualTo(404);
    }

    @Test
    void onlyStewardsChange() {
        List<Map<String, Object>> one = List.of(item("1", "红", false));
        for (Role role : List.of(Role.OFFICER, Role.WORKER)) {
            Browser officer = signIns.officer("32", "health", role);
            assertThat(officer.post(LISTS, list(code, one)).status()).isEqualTo(403);
            assertThat(officer.put(LISTS + "/gbt2261_1_sex", changed(1, one)).status()).isEqualTo(403);
            assertThat(officer.get(LISTS + "/gbt2261_1_sex/history").status()).isEqualTo(200);
        }
        assertThat(signIns.nobody().get(LISTS + "/gbt2261_1_sex/history").status()).isEqualTo(401);
        assertThat(signIns.officer("32", "health").get(LISTS + "/none/history").status()).isEqualTo(404);
    }
}
