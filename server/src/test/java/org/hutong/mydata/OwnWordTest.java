package org.hutong.mydata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.Invented;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.hutong.form.FormScene;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.resource.Means;
import org.hutong.resource.SourceKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A resident puts right what is held, without a form. */
@ServerTest
class OwnWordTest {
    private static final String DATA = "/api/resident/data";
    @Autowired
    private FormScene scene;
    @Autowired
    private SignIns signIns;
    @Autowired
    private BusinessDay day;

    private static JsonNode element(Browser browser, String query, String code) {
        for (JsonNode topic : browser.get(DATA + query).json().path("topics")) {
            for (JsonNode element : topic.path("elements")) {
                if (element.path("code").asString().equals(code)) {
                    return element;
                }
            }
        }
        return MissingNode.getInstance();
    }

    private static Reply say(Browser browser, String element, Object value) {
        return say(browser, element, "", value);
    }

    private static Reply say(Browser browser, String element, String query, Object value) {
        JsonNode form = browser.get(DATA + "/" + element + query).json();
        return browser.post(DATA + "/" + element + query, Map.of("value", value, "seen", form.path("seen").asString()));
    }

    @Test
    void whatTheResidentSaysCountsAtOnceAndSaysFromWhom() {
        SubjectId person = scene.person();
        scene.state(person, SourceKind.RESIDENT, Means.SELF, Instant.now(), Map.of("person.employer", new Value.Text("旧单位")));
        Browser browser = scene.signIn(person);
        assertThat(element(browser, "", "person.employer").path("correctable").asBoolean()).isTrue();
        JsonNode form = browser.get(DATA + "/person.employer").json();
        assertThat(form.path("value").asString()).isEqualTo("旧单位");
        assertThat(form.path("kind").asString()).isEqualTo("text");
        Reply said = say(browser, "person.employer", "新单位");
        assertThat(said.status()).as(said.toString()).isEqualTo(200);
        assertThat(said.json().path("contested").asBoolean()).isFalse();
        JsonNode now = element(browser, "", "person.employer");
        assertThat(now.path("display").asString()).isEqualTo("新单位");
        assertThat(now.path("source").asString()).isEqualTo("resident");
        assertThat(now.path("means").asString()).isEqualTo("self");
        assertThat(now.has("application")).isFalse();
    }

    @Test
    void againstARegisterItIsAnObjectionThatTheResidentCanRead() {
        SubjectId person = scene.person(Map.of("person.disabilityLevel", new Value.Code("3")));
        Browser browser = scene.signIn(person);
        JsonNode form = browser.get(DATA + "/person.disabilityLevel").json();
        assertThat(form.path("options").findValuesAsString("code")).contains("1", "2", "3", "4");
        Reply said = say(browser, "person.disabilityLevel", "2");
        assertThat(said.json().path("contested").asBoolean()).as(said.toString()).isTrue();
        JsonNode now = element(browser, "", "person.disabilityLevel");
        assertThat(now.path("standing").asString()).isEqualTo("contested");
        assertThat(now.path("display").asString()).contains("三");
        assertThat(now.path("yours").asString()).contains("二");
    }

    @Test
    void whatIsNoValueIsNamedAndNothingIsWritten() {
        SubjectId person = scene.person(Map.of("person.marital", new Value.Code("10"), "person.mobile", new Value.Text(Invented.phone())));
        Browser browser = scene.signIn(person);
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of("person.marital", "77", "person.mobile", "12").entrySet()) {
            Reply said = say(browser, wrong.getKey(), wrong.getValue());
            assertThat(said.status()).as(said.toString()).isEqualTo(422);
            assertThat(said.json().at("/errors/0/path").asString()).isEqualTo("value");
            assertThat(said.json().at("/errors/0/message").asString()).isNotBlank();
        }
        assertThat(element(browser, "", "person.marital").path("display").asString()).isEqualTo("未婚");
        scene.state(person, SourceKind.RESIDENT, Means.SELF, Instant.now(), Map.of("person.employer", new Value.Text("单位")));
        assertThat(say(browser, "person.employer", "长".repeat(OwnWord.LONGEST + 1)).status()).isEqualTo(422);
    }

    @Test
    void whoSawAnOlderValueIsToldAndOverwritesNothing() {
        SubjectId person = scene.person();
        scene.state(person, SourceKind.RESIDENT, Means.SELF, Instant.now().minusSeconds(60), Map.of("person.employer", new Value.Text("第一")));
        Browser browser = scene.signIn(person);
        String seen = browser.get(DATA + "/person.employer").json().path("seen").asString();
        assertThat(say(browser, "person.employer", "第二").status()).isEqualTo(200);
        Reply late = browser.post(DATA + "/person.employer", Map.of("value", "第三", "seen", seen));
        assertThat(late.problem()).isEqualTo("value-changed");
        assertThat(element(browser, "", "person.employer").path("display").asString()).isEqualTo("第二");
    }

    @Test
    void whoSomebodyIsAndWhatFollowsFromItIsNotCorrectedHere() {
        SubjectId person = scene.person(Map.of("person.idNumber", new Value.Text(Invented.idNumber())));
        Browser browser = scene.signIn(person);
        for (String code : new String[] {"person.idNumber", "person.name", "person.age", "person.sex", "person.region"}) {
            assertThat(element(browser, "", code).path("correctable").asBoolean()).as(code).isFalse();
            assertThat(browser.get(DATA + "/" + code).status()).as(code).isEqualTo(404);
            assertThat(browser.post(DATA + "/" + code, Map.of("value", "x", "seen", UUID.randomUUID().toString())).status()).as(code).isEqualTo(404);
        }
        assertThat(browser.get(DATA + "/nothing%20at%20all").status()).isEqualTo(404);
    }

    @Test
    void anEncryptedValueIsNotSentBackToBeCorrected() {
        SubjectId person = scene.person(Map.of("person.mobile", new Value.Text(Invented.phone())));
        Browser browser = scene.signIn(person);
        JsonNode form = browser.get(DATA + "/person.mobile").json();
        assertThat(form.has("value")).isFalse();
        assertThat(say(browser, "person.mobile", Invented.phone()).json().path("contested").asBoolean(true)).isFalse();
    }

    @Test
    @ScopeTestOf({"GET /api/resident/data/{element}", "POST /api/resident/data/{element}"})
    void aGuardianSpeaksForTheChildAndNobodyElseForAnybody() {
        SubjectId mother = scene.person();
        SubjectId child = scene.person(Map.of("person.birthDate", Value.PartialDay.of(day.today().minusYears(9))));
        scene.state(child, SourceKind.RESIDENT, Means.FAMILY, Instant.now(), Map.of("person.allergy", new Value.Text("青霉素")));
        scene.guardian(child, mother);
        Browser guardian = scene.signIn(mother);
        assertThat(say(guardian, "person.allergy", "?for=" + child, "无").status()).isEqualTo(200);
        assertThat(element(guardian, "?for=" + child, "person.allergy").path("display").asString()).isEqualTo("无");
        assertThat(element(guardian, "?for=" + child, "person.allergy").path("means").asString()).isEqualTo("family");
        Browser stranger = scene.signIn(scene.person());
        assertThat(stranger.get(DATA + "/person.allergy?for=" + child).status()).isEqualTo(404);
        Reply refused = stranger.post(DATA + "/person.allergy?for=" + child, Map.of("value", "有", "seen", UUID.randomUUID().toString()));
        assertThat(refused.status()).isEqualTo(404);
        assertThat(stranger.get(DATA + "/person.allergy").status()).as("nothing of the own is held").isEqualTo(404);
        assertThat(element(guardian, "?for=" + child, "person.allergy").path("display").asString()).isEqualTo("无");
        assertThat(signIns.nobody().get(DATA + "/person.allergy").status()).isEqualTo(401);
    }
}
