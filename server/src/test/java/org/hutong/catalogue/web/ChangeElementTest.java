package org.hutong.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.catalogue.web.Definitions.at;
import static org.hutong.catalogue.web.Definitions.fault;
import static org.hutong.catalogue.web.Definitions.unchanged;

import java.util.List;
import java.util.Map;

import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.ServerTest;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.match.ColumnMatcher;
import org.hutong.catalogue.match.Vocabulary;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A steward changes an element while the town works. */
@ServerTest
class ChangeElementTest {
    @Autowired
    private SignIns signIns;
    @Autowired
    private Catalogue catalogue;

    private Browser steward() {
        return signIns.officer("320613", "civil-affairs", Role.STEWARD);
    }

    @Test
    void aChangeIsANewVersionWithItsReasonAndEachDifference() {
        Browser steward = steward();
        String code = Definitions.element(steward, "integer", "open");
        Map<String, Object> wish = unchanged(steward, code);
        wish.put("name", Map.of("zh", "送水桶数", "en", "Trial"));
        wish.put("question", Map.of("zh", "您家每周要几桶水？", "en", "How many?"));
        wish.put("validFor", "P6M");
        wish.put("unit", Map.of("zh", "桶", "en", "bucket | buckets"));
        wish.put("reason", "问法说不清");
        assertThat(steward.put(at(code), wish).json().get("version").asInt()).isEqualTo(2);

        JsonNode now = signIns.officer("32", "health").get(at(code)).json();
        assertThat(now.at("/question/zh").asString()).isEqualTo("您家每周要几桶水？");
        assertThat(now.at("/unit/zh").asString() + now.get("validFor").asString()).isEqualTo("桶P6M");
        JsonNode history = steward.get(at(code) + "/history").json();
        assertThat(history).hasSize(2);
        JsonNode change = history.get(0);
        assertThat(change.get("reason").asString() + change.get("by").asString() + change.get("department").asString()).isEqualTo("问法说不清测试civil-affairs");
        assertThat(change.get("differences").valueStream().map(one -> one.get("property").asString() + " " + one.path("from").asString("-") + " "
                + one.path("to").asString("-"))).containsExactly("name.zh 试验项 送水桶数", "question.zh - 您家每周要几桶水？", "question.en - How many?",
                "unit.zh - 桶", "unit.en - bucket | buckets", "validFor P1Y P6M");
        assertThat(history.get(1).get("differences").get(0).get("property").asString()).isEqualTo("made");
    }

    @Test
    void whatIsTheSameMakesNoVersion() {
        Browser steward = steward();
        String code = Definitions.element(steward, "text", "open");
        assertThat(steward.put(at(code), unchanged(steward, code)).json().get("version").asInt()).isEqualTo(1);
        assertThat(steward.get(at(code) + "/history").json()).hasSize(1);
    }

    @Test
    void theSecondOfTwoStewardsIsToldWhoWasFirst() {
        Browser steward = steward();
        String code = Definitions.element(steward, "text", "open");
        Map<String, Object> mine = unchanged(steward, code);
        Map<String, Object> theirs = unchanged(steward, code);
        theirs.put("standard", "GB/T 2");
        assertThat(steward().put(at(code), theirs).status()).isEqualTo(200);
        mine.put("standard", "GB/T 3");
        Reply refused = steward.put(at(code), mine);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("revision").asInt()).isEqualTo(2);
        assertThat(refused.json().get("savedBy").asString()).isEqualTo("测试");
        assertThat(steward.get(at(code)).json().get("standard").asString()).isEqualTo("GB/T 2");
        assertThat(steward.post(at(code) + "/retire", Map.of("version", 1, "reason", "不用了")).status()).isEqualTo(409);
    }

    @Test
    void wordingsFeedTheSearchAndTheMatchingOfColumnsAtOnce() {
        Browser steward = steward();
        String code = Definitions.element(steward, "text", "open");
        String wording = "甜水井编号" + System.nanoTime();
        Map<String, Object> wish = unchanged(steward, code);
        wish.put("seenAs", List.of(wording, " " + wording + " "));
        assertThat(steward.put(at(code), wish).status()).isEqualTo(200);
        assertThat(steward.get("/api/catalogue/elements?q=" + java.net.URLEncoder.encode(wording, java.nio.charset.StandardCharsets.UTF_8)).json()).hasSize(1);
        assertThat(matched(wording)).isEqualTo(code);

        Map<String, Object> without = unchanged(steward, code);
        without.put("seenAs", List.of());
        steward.put(at(code), without);
        assertThat(matched(wording)).isNotEqualTo(code);
        assertThat(steward.get(at(code) + "/history").json().get(0).get("differences").get(0).get("from").asString()).isEqualTo(wording);
    }

    private String matched(String wording) {
        return new ColumnMatcher(Vocabulary.shipped(catalogue.elements()), Map.of()).match(ColumnMatcher.About.PERSON, List.of(new ColumnMatcher.Column(wording, List.of()))).getFirst().meaning().written();
    }

    @Test
    void protectionGoesUpAtOnceAndDownOnlyWhenItIsMeant() {
        Browser steward = steward();
        String code = Definitions.element(steward, "phone", "open");
        Map<String, Object> up = unchanged(steward, code);
        up.put("protection", "restricted");
        assertThat(steward.put(at(code), up).status()).isEqualTo(200);
        Map<String, Object> down = unchanged(steward, code);
        down.put("protection", "open");
        assertThat(fault(steward.put(at(code), down))).isEqualTo("protection protection-lowered");
        down.put("lowered", true);
        assertThat(steward.put(at(code), down).status()).isEqualTo(200);
        Map<String, Object> sealed = unchanged(steward, code);
        sealed.put("protection", "encrypted");
        assertThat(fault(steward.put(at(code), sealed))).isEqualTo("protection fixed");
    }

    @Test
    void whatIsWrongIsRefusedAtItsPlace() {
        Browser steward = steward();
        String code = Definitions.element(steward, "text", "open");
        assertThat(fault(steward.put(at(code), with(steward, code, "reason", " ")))).isEqualTo("reason required");
        assertThat(fault(steward.put(at(code), with(steward, code, "name", Map.of("zh", " ", "en", "x"))))).isEqualTo("name name-needed");
        assertThat(fault(steward.put(at(code), with(steward, code, "name", Map.of("zh", "长".repeat(61), "en", "x"))))).isEqualTo("name too-long");
        assertThat(fault(steward.put(at(code), with(steward, code, "validFor", "P0D")))).isEqualTo("validFor period");
        assertThat(fault(steward.put(at(code), with(steward, code, "firstRank", "nobody")))).isEqualTo("firstRank not-a-choice");
        assertThat(fault(steward.put(at(code), with(steward, code, "unit", Map.of("zh", "桶", "en", "bucket"))))).isEqualTo("unit malformed");
        assertThat(fault(steward.put(at(code), with(steward, code, "seenAs", List.of("好", " "))))).isEqualTo("seenAs[1] required");
        assertThat(steward.put(at("person.none"), unchanged(steward, code)).status()).isEqualTo(404);
        assertThat(steward.get(at(code) + "/history").json()).hasSize(1);
    }

    private static Map<String, Object> with(Browser steward, String code, String property, Object value) {
        Map<String, Object> body = unchanged(steward, code);
        body.put(property, value);
        return body;
    }

    @Test
    void onlyStewardsChange() {
        Browser steward = steward();
        String code = Definitions.element(steward, "text", "open");
        Map<String, Object> state = Map.of("version", 1, "reason", "不用了");
        for (Role role : List.of(Role.OFFICER, Role.WORKER)) {
            Browser officer = signIns.officer("32", "health", role);
            assertThat(officer.put(at(code), unchanged(steward, code)).status()).isEqualTo(403);
            assertThat(officer.post(at(code) + "/retire", state).status()).isEqualTo(403);
            assertThat(officer.post(at(code) + "/revive", state).status()).isEqualTo(403);
            assertThat(officer.get(at(code) + "/history").status()).isEqualTo(200);
        }
        assertThat(signIns.nobody().get(at(code) + "/history").status()).isEqualTo(401);
        assertThat(signIns.officer("32", "health", Role.AUDITOR).get(at(code)).status()).isEqualTo(403);
    }
}
