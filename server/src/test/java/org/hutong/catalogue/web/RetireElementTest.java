package org.hutong.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.catalogue.web.Definitions.at;
import static org.hutong.manifest.web.Drafting.STREET;
import static org.hutong.manifest.web.Drafting.id;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.ServerTest;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.manifest.web.Drafting;
import org.hutong.resource.Townsfolk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Retired is not deleted: nothing new asks for it, what asks goes on. */
@ServerTest
class RetireElementTest {
    @Autowired
    private SignIns signIns;
    @Autowired
    private Drafting drafting;
    @Autowired
    private Townsfolk town;

    private static Map<String, Object> seen(int version) {
        return Map.of("version", version, "reason", "没人用了");
    }

    @Test
    void aRetiredElementLeavesTheChoicesAndComesBack() {
        Browser steward = signIns.officer("32", "health", Role.STEWARD);
        String code = Definitions.element(steward, "text", "open");
        assertThat(steward.post(at(code) + "/retire", seen(1)).json().get("version").asInt()).isEqualTo(2);
        assertThat(codes(steward, "")).doesNotContain(code);
        assertThat(codes(steward, "?retired=true")).contains(code);
        assertThat(steward.get(at(code)).json().get("retired").asBoolean()).isTrue();
        assertThat(steward.post(at(code) + "/retire", seen(2)).json().get("version").asInt()).as("twice is once").isEqualTo(2);
        assertThat(steward.post(at(code) + "/revive", seen(2)).json().get("version").asInt()).isEqualTo(3);
        assertThat(codes(steward, "")).contains(code);
        assertThat(steward.get(at(code) + "/history").json().get(0).get("differences").get(0).get("property").asString()).isEqualTo("retired");
    }

    private static List<String> codes(Browser officer, String query) {
        return officer.get("/api/catalogue/elements" + query).json().valueStream().map(one -> one.get("code").asString()).toList();
    }

    @Test
    void whatOthersFollowFromAndWhatTheServerNeedsStays() {
        Browser steward = signIns.officer("32", "health", Role.STEWARD);
        for (String code : List.of("person.birthDate", "person.name")) {
            int version = steward.get(at(code)).json().get("version").asInt();
            Reply refused = steward.post(at(code) + "/retire", seen(version));
            assertThat(refused.status()).as(code).isEqualTo(409);
            assertThat(refused.json().get("code").asString()).isEqualTo("element-needed");
        }
    }

    @Test
    void whatRunsGoesOnAndACopyIsToldBeforePublishing() {
        Browser steward = signIns.officer("32", "health", Role.STEWARD);
        String code = Definitions.element(steward, "text", "open");
        Browser officer = signIns.officer(STREET.toString(), "health");
        ObjectNode manifest = asking(officer, code);
        JsonNode made = officer.post("/api/applications", Map.of("manifest", manifest)).json();
        Reply published = drafting.publish(officer, made);
        assertThat(published.status()).as(published.toString()).isEqualTo(200);

        assertThat(steward.post(at(code) + "/retire", seen(1)).status()).isEqualTo(200);
        assertThat(officer.get("/api/applications/" + id(made)).json().get("state").asString()).isEqualTo("running");
        JsonNode uses = officer.get(at(code) + "/uses").json();
        assertThat(uses.get("applications").get(0).get("inForce").get(0).asString()).isEqualTo("form");

        JsonNode copy = officer.post("/api/applications", Map.of("manifest", manifest)).json();
        Reply refused = drafting.publish(officer, copy);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(Drafting.places(refused.json().get("errors"))).anyMatch(place -> place.endsWith("/element element-retired"));
        assertThat(refused.json().toString()).contains("试验项");
    }

    @Test
    void aRetiredElementInACriterionIsNamed() {
        Browser steward = signIns.officer("32", "health", Role.STEWARD);
        String code = Definitions.element(steward, "integer", "open");
        Browser officer = signIns.officer(STREET.toString(), "health");
        ObjectNode manifest = drafting.manifest(drafting.draft(officer, "T11"));
        manifest.path("components").valueStream().filter(one -> one.path("kind").asString().equals("audience")).findFirst().orElseThrow().asObject()
                .putObject("criterion").put("element", code).put("op", ">=").put("value", 3);
        steward.post(at(code) + "/retire", seen(1));
        JsonNode copy = officer.post("/api/applications", Map.of("manifest", manifest)).json();
        Reply refused = drafting.publish(officer, copy);
        assertThat(Drafting.places(refused.json().get("errors"))).anyMatch(place -> place.contains("/criterion") && place.endsWith(" element-retired"));
        assertThat(refused.json().toString()).contains("试验项");
    }

    @Test
    void whatIsHeldStaysReadableForThePerson() {
        Browser steward = signIns.officer("32", "health", Role.STEWARD);
        String code = Definitions.element(steward, "text", "open");
        SubjectId person = town.person(drafting.freshGrid(), LocalDate.of(1950, 1, 1));
        town.says(person, Map.of(code, new Value.Text("甜水井")));
        assertThat(steward.post(at(code) + "/retire", seen(1)).status()).isEqualTo(200);
        assertThat(signIns.resident(person).get("/api/resident/data").json().toString()).contains("试验项", "甜水井");
    }

    /** A template with one more question, which is bound to the element. */
    private ObjectNode asking(Browser officer, String code) {
        ObjectNode manifest = drafting.manifest(drafting.draft(officer, "T11"));
        JsonNode form = manifest.path("components").valueStream().filter(one -> one.path("kind").asString().equals("form")).findFirst().orElseThrow();
        ObjectNode question = form.path("pages").get(0).path("questions").asArray().addObject();
        question.put("id", "qTrial").put("kind", "text").put("element", code).put("required", false).putObject("label").put("zh", "试验").put("en", "Trial");
        return manifest;
    }
}
