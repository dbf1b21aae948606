package org.hutong.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.hutong.access.Actor;
import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ServerTest;
import org.hutong.resource.Subjects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class CatalogueScopeTest {
    private static final String CODES = "/api/catalogue/code-lists/gbt2261_1_sex";
    private final String fresh = "scope" + System.nanoTime();

    @Autowired
    private SignIns signIns;
    @Autowired
    private Subjects subjects;

    private Map<String, Object> element(String code, String kind) {
        return Map.of("code", code, "name", Map.of("zh", "试验项", "en", "Trial"), "kind", kind, "protection", "open", "firstRank", "resident");
    }

    private Map<String, Object> type(String code) {
        return Map.of("code", code, "name", Map.of("zh", "试验", "en", "Trial"), "linkKind", "keeps-" + code.toLowerCase());
    }

    @Test
    void officers_of_every_level_read_elements_and_code_lists() {
        Browser grid = signIns.officer("320613002001001", "health", Role.WORKER);
        assertThat(grid.get("/api/catalogue/elements").json().size()).isGreaterThanOrEqualTo(159);
        assertThat(grid.get("/api/catalogue/elements?q=%E6%89%8B%E6%9C%BA%E5%8F%B7%E4%B8%8D%E5%AD%98%E5%9C%A8").json()).isEmpty();
        assertThat(grid.get(CODES).json().get("items").size()).isGreaterThanOrEqualTo(4);
        assertThat(grid.get("/api/catalogue/code-lists/none").status()).isEqualTo(404);
    }

    @Test
    void who_is_not_an_officer_reads_neither() {
        Browser resident = signIns.resident(subjects.createPerson(new Actor.Background("test"), 320613, null));
        for (Browser one : new Browser[] {resident, signIns.nobody()}) {
            assertThat(one.get("/api/catalogue/elements").status()).isEqualTo(401);
            assertThat(one.get(CODES).status()).isEqualTo(401);
            assertThat(one.get("/api/catalogue/resource-types").status()).isEqualTo(401);
            assertThat(one.post("/api/catalogue/elements", element("person." + fresh, "text")).status()).isEqualTo(401);
            assertThat(one.post("/api/catalogue/resource-types", type(fresh)).status()).isEqualTo(401);
        }
    }

    @Test
    void only_stewards_add() {
        Browser officer = signIns.officer("32", "health");
        assertThat(officer.post("/api/catalogue/elements", element("person." + fresh, "text")).status()).isEqualTo(403);
        assertThat(officer.post("/api/catalogue/resource-types", type(fresh)).status()).isEqualTo(403);
        Browser steward = signIns.officer("32", "health", Role.STEWARD);
        assertThat(steward.post("/api/catalogue/resource-types", type(fresh)).status()).isEqualTo(201);
        assertThat(steward.post("/api/catalogue/elements", element(fresh + ".colour", "text")).status()).isEqualTo(201);
        assertThat(officer.get("/api/catalogue/resource-types").json().valueStream().map(one -> one.get("code").asString())).contains("person", "dwelling", fresh);
        assertThat(steward.get("/api/catalogue/elements/" + fresh + ".colour/holders").json().get("count").asLong()).isZero();
        assertThat(steward.post("/api/catalogue/elements", element("person." + fresh, "decimal")).status()).isEqualTo(201);
        assertThat(steward.get("/api/catalogue/elements?q=" + fresh).json()).hasSize(2);
    }

    @Test
    void units_are_in_both_languages() {
        Browser steward = signIns.officer("32", "health", Role.STEWARD);
        Map<String, Object> made = new HashMap<>(element("person.unit" + fresh, "integer"));
        made.put("unit", Map.of("zh", "桶", "en", "bucket | buckets"));
        assertThat(steward.post("/api/catalogue/elements", made).status()).isEqualTo(201);
        assertThat(steward.get("/api/catalogue/elements?q=unit" + fresh).json().get(0).get("unit").toString())
                .isEqualTo("{\"zh\":\"桶\",\"en\":\"bucket | buckets\"}");
        assertThat(steward.get("/api/catalogue/elements?q=person.age").json().get(0).get("unit").get("en").asString()).isEqualTo("year | years");
        for (Map<String, String> unit : List.of(Map.of("zh", " ", "en", "buckets"), Map.of("zh", "桶".repeat(21)), Map.of("zh", "桶", "en", "b".repeat(41)))) {
            made.put("code", "person.wrong" + fresh);
            made.put("unit", unit);
            assertThat(steward.post("/api/catalogue/elements", made).json().get("errors").get(0).get("path").asString()).as(unit.toString()).isEqualTo("unit");
        }
    }

    @Test
    void what_cannot_be_added_is_refused_with_its_place() {
        Browser steward = signIns.officer("32", "health", Role.STEWARD);
        assertThat(steward.post("/api/catalogue/elements", element("person.mobile", "text")).status()).isEqualTo(409);
        assertThat(steward.post("/api/catalogue/elements", element("no code", "text")).json().get("errors").get(0).get("path").asString()).isEqualTo("code");
        assertThat(steward.post("/api/catalogue/elements", element("person.x" + fresh, "colour")).json().get("errors").get(0).get("path").asString())
                .isEqualTo("kind");
        assertThat(steward.post("/api/catalogue/elements", element("person.y" + fresh, "code")).json().get("errors").get(0).get("path").asString())
                .isEqualTo("codeList");
        assertThat(steward.post("/api/catalogue/elements", element("nothing.y" + fresh, "text")).json().get("errors").get(0).get("path").asString())
                .isEqualTo("code");
        assertThat(steward.post("/api/catalogue/resource-types", type("person")).status()).isEqualTo(409);
        assertThat(steward.post("/api/catalogue/resource-types", type("no code")).json().get("errors").get(0).get("path").asString()).isEqualTo("code");
        assertThat(steward.post("/api/catalogue/resource-types", type("long" + "x".repeat(40))).status()).isEqualTo(422);
    }
}
