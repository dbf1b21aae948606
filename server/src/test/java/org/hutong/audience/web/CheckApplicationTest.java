package org.hutong.audience.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ServerTest;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.manifest.web.Drafting;
import org.hutong.resource.Means;
import org.hutong.resource.SourceKind;
import org.hutong.resource.Townsfolk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** While an officer designs an application, the check says what is wrong, what is known already and who else is asking. */
@ServerTest
class CheckApplicationTest {
    private static final LocalDate OLD = LocalDate.of(1935, 5, 1);
    @Autowired
    private SignIns signIns;
    @Autowired
    private Drafting drafting;
    @Autowired
    private Townsfolk town;

    @Test
    void aTemplateHasNothingToCorrect() {
        for (String template : new String[] {"T01", "T11"}) {
            Browser officer = signIns.officer(Drafting.STREET.toString(), "health");
            assertThat(check(officer, drafting.draft(officer, template), "zh").path("findings")).as(template).isEmpty();
        }
    }

    @Test
    void whatIsWrongIsSaidInTheReadersLanguageAndWarningsDoNotHinder() {
        Browser officer = signIns.officer(Drafting.STREET.toString(), "health");
        JsonNode made = drafting.draft(officer, "T11");
        ObjectNode manifest = drafting.manifest(made);
        manifest.withObject("/title").remove("en");
        manifest.withObject("/components/0/criterion").put("op", "contains");
        drafting.save(officer, made, manifest);
        JsonNode findings = check(officer, made, "zh").path("findings");
        assertThat(Drafting.places(findings)).containsExactly("/components/0/criterion/op operator-kind", "/title no-english");
        assertThat(findings.get(0).path("severity").asString()).isEqualTo("error");
        assertThat(findings.get(1).path("severity").asString()).isEqualTo("warning");
        assertThat(findings.get(0).path("message").asString()).matches(".*\\p{IsHan}.*");
        assertThat(check(officer, made, "en").path("findings").get(0).path("message").asString()).doesNotMatch(".*\\p{IsHan}.*");
    }

    @Test
    void whileNobodyCanBeAddressedNothingIsCounted() {
        Browser officer = signIns.officer(Drafting.STREET.toString(), "health");
        JsonNode made = drafting.draft(officer, "T11");
        ObjectNode manifest = drafting.manifest(made);
        manifest.withObject("/components/0/criterion").put("element", "person.shoeSize");
        drafting.save(officer, made, manifest);
        assertThat(check(officer, made, "zh").has("onceOnly")).isFalse();
        manifest.put("components", "none");
        drafting.save(officer, Drafting.id(made), 2, manifest);
        JsonNode shapeless = check(officer, made, "zh");
        assertThat(Drafting.places(shapeless.path("findings"))).containsExactly("/components wrong-type");
        assertThat(shapeless.has("onceOnly")).isFalse();
    }

    @Test
    void eachQuestionSaysOfHowManyPeopleItsAnswerIsKnown() {
        RegionCode grid = drafting.freshGrid();
        SubjectId full = town.person(grid, OLD);
        SubjectId old = town.person(grid, OLD);
        town.person(grid, OLD);
        town.person(grid, LocalDate.of(2000, 1, 1));
        town.says(full, Map.of("person.mobile", new Value.Text("14001110001"), "person.address", new Value.Text("一号"),
                "person.allergy", new Value.Text("无"), "person.vaccContra", new Value.Text("无")));
        town.state(old, SourceKind.RESIDENT, Means.SELF, Instant.now().minus(Duration.ofDays(500)),
                Map.of("person.mobile", new Value.Text("14001110002")));
        Browser officer = signIns.officer(grid.at(4).toString(), "health");
        JsonNode onceOnly = check(officer, drafting.draft(officer, "T11"), "zh").path("onceOnly");
        assertThat(onceOnly.path("population").asInt()).isEqualTo(3);
        assertThat(onceOnly.path("looked").asInt()).isEqualTo(3);
        assertThat(onceOnly.path("questions")).hasSize(13);
        assertThat(figures(onceOnly, "name")).containsExactly(3, 0, 0, 0, 0);
        assertThat(figures(onceOnly, "age")).containsExactly(0, 0, 0, 3, 0);
        assertThat(figures(onceOnly, "mobile")).containsExactly(1, 1, 0, 0, 1);
        assertThat(figures(onceOnly, "address")).containsExactly(1, 0, 0, 0, 2);
        assertThat(figures(onceOnly, "vaccinated")).containsExactly(0, 0, 0, 0, 3);
        assertThat(onceOnly.path("heldQuestions").asInt()).isEqualTo(2);
        assertThat(onceOnly.path("heldFor").asDouble()).isEqualTo(1.0);
        // name 3, age 3, mobile 1, address 1, allergy 1, contra 1 of 13 questions to 3 people
        assertThat(onceOnly.path("heldShare").asDouble()).isCloseTo(10.0 / 39, within(0.0001));
    }

    @Test
    void aDeclarationIsAskedOfEverybody() {
        RegionCode grid = drafting.freshGrid();
        SubjectId person = town.person(grid, OLD);
        town.registered(person, Map.of("person.hukouRegion", new Value.Region(grid)));
        Browser officer = signIns.officer(grid.at(4).toString(), "civil-affairs");
        JsonNode made = drafting.draft(officer, "T01");
        ObjectNode manifest = drafting.manifest(made);
        manifest.withObject("/components/1/pages/0/questions/0").put("reuse", "never");
        drafting.save(officer, made, manifest);
        JsonNode onceOnly = check(officer, made, "zh").path("onceOnly");
        assertThat(figures(onceOnly, "name")).containsExactly(0, 0, 0, 0, 1);
        assertThat(figures(onceOnly, "aliveConfirm")).containsExactly(0, 0, 0, 0, 1);
    }

    @Test
    void whoElseAsksTheSameHereIsNamed() {
        RegionCode grid = drafting.freshGrid();
        Browser civil = signIns.officer(grid.at(4).toString(), "civil-affairs");
        Browser health = signIns.officer(grid.at(4).toString(), "health");
        JsonNode allowance = drafting.published(civil, "T01");
        RegionCode elsewhere = drafting.freshGrid();
        JsonNode beside = drafting.published(signIns.officer(elsewhere.at(4).toString(), "civil-affairs"), "T01");
        JsonNode made = drafting.draft(health, "T11");
        JsonNode onceOnly = check(health, made, "zh").path("onceOnly");
        // Other tests may run applications that reach this grid too, so nothing is said about the number of askers.
        assertThat(askers(onceOnly, "mobile")).contains(Drafting.id(allowance)).doesNotContain(Drafting.id(beside)).doesNotHaveDuplicates();
        assertThat(question(onceOnly, "mobile").path("alsoAskedBy").valueStream()
                .filter(one -> one.path("application").asString().equals(Drafting.id(allowance))).map(one -> one.path("title").path("zh").asString()))
                .containsExactly("高龄津贴资格认证");
        assertThat(askers(onceOnly, "allergy")).doesNotContain(Drafting.id(allowance));

        JsonNode running = drafting.publish(health, made).json();
        assertThat(askers(check(health, running, "zh").path("onceOnly"), "mobile")).as("not itself").contains(Drafting.id(allowance))
                .doesNotContain(Drafting.id(running));
        civil.post("/api/applications/" + Drafting.id(allowance) + "/close", null);
        assertThat(askers(check(health, running, "zh").path("onceOnly"), "mobile")).doesNotContain(Drafting.id(allowance));
    }

    private static List<String> askers(JsonNode onceOnly, String question) {
        return question(onceOnly, question).path("alsoAskedBy").valueStream().map(one -> one.path("application").asString()).toList();
    }

    private static JsonNode check(Browser officer, JsonNode application, String language) {
        var reply = officer.send("POST", "/api/applications/" + Drafting.id(application) + "/check", null, Map.of("Accept-Language", language));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json();
    }

    private static JsonNode question(JsonNode onceOnly, String id) {
        return onceOnly.path("questions").valueStream().filter(one -> one.path("id").asString().equals(id)).findFirst().orElseThrow();
    }

    private static int[] figures(JsonNode onceOnly, String question) {
        JsonNode one = question(onceOnly, question);
        return new int[] {one.path("held").asInt(), one.path("heldOld").asInt(), one.path("contested").asInt(), one.path("derived").asInt(),
                one.path("unknown").asInt()};
    }
}
