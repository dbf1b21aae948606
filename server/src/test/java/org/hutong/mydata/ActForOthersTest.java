package org.hutong.mydata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.question;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.Invented;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestClock;
import org.hutong.form.FormScene;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Agents with a mandate: what it covers, how it ends; and guardians of minors. */
@ServerTest
class ActForOthersTest {
    private static final String MANDATES = "/api/resident/mandates";
    private static final String HEIGHT = question("height", "'kind':'integer','required':true");
    @Autowired
    private SignIns signIns;
    @Autowired
    private FormScene scene;
    @Autowired
    private TestClock clock;
    @Autowired
    private BusinessDay day;
    private final String agentName = Invented.name();
    private final String agentPhone = Invented.phone();
    private final String marker = "标记" + UUID.randomUUID();
    private SubjectId mother;
    private Browser principal;
    private Browser son;
    private Published survey;

    @BeforeEach
    void aMotherAndHerSon() {
        mother = scene.person(Map.of("person.name", new Value.Text("陆阿婆"), "person.birthPlace", new Value.Text(marker)));
        principal = scene.signIn(mother);
        survey = scene.publish(HEIGHT);
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    private Reply give(Object scope, LocalDate until) {
        return principal.post(MANDATES, Map.of("name", agentName, "phone", agentPhone, "scope", scope, "until", until, "reason", "眼睛不好"));
    }

    /** The son signs in with the name and phone that his mother wrote, and says yes. */
    private String accepted(Object scope) {
        String id = give(scope, day.today().plusDays(30)).json().path("id").asString();
        son = signIns.newcomer(agentName, agentPhone);
        assertThat(son.post(MANDATES + "/" + id + "/accept", null).status()).isEqualTo(204);
        return id;
    }

    private String forMother(String path) {
        return path + "?for=" + mother;
    }

    private Reply submitForMother() {
        JsonNode opened = son.get(forMother(survey.form())).json();
        return son.send("POST", forMother(survey.form() + "/submissions"), FormScene.body(opened, Map.of("height", 158)),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    @Test
    void anAgentAnswersOnceTheMandateIsAccepted() {
        String id = give(Map.of(), day.today().plusDays(30)).json().path("id").asString();
        son = signIns.newcomer(agentName, agentPhone);
        assertThat(son.get(forMother(survey.form())).status()).as("offered only").isEqualTo(404);
        assertThat(son.get(MANDATES).json().at("/received/0/name").asString()).isEqualTo("陆阿婆");
        assertThat(son.post(MANDATES + "/" + id + "/accept", null).status()).isEqualTo(204);
        assertThat(son.get("/api/resident/home").json().at("/wards/0/agent").asBoolean()).isTrue();
        assertThat(submitForMother().status()).isEqualTo(201);
    }

    @Test
    void whatAnAgentDidIsMarkedAndThePersonIsTold() {
        accepted(Map.of());
        String submission = submitForMother().json().path("submission").asString();
        JsonNode read = principal.get("/api/resident/submissions/" + submission).json();
        assertThat(read.at("/by/means").asString()).isEqualTo("agent");
        assertThat(read.at("/by/name").asString()).isEqualTo(agentName);
        assertThat(son.get(forMother("/api/resident/submissions/" + submission)).json().at("/by/name").asString()).isEqualTo(agentName);
        JsonNode notice = principal.get("/api/resident/notices").json().get(0);
        assertThat(notice.at("/text/zh").asString()).contains("由" + agentName + "代办");
        assertThat(notice.path("read").asBoolean()).isFalse();
        assertThat(principal.post("/api/resident/notices/" + notice.path("id").asString() + "/read", null).status()).isEqualTo(204);
        assertThat(principal.get("/api/resident/notices").json().get(0).path("read").asBoolean()).isTrue();
        assertThat(principal.get(MANDATES).json().at("/given/0/acts")).hasSize(1);
        assertThat(son.get(MANDATES).json().at("/received/0/acts")).hasSize(1);
    }

    @Test
    void theNextRequestAfterTheEndIsRefused() {
        String id = accepted(Map.of());
        assertThat(son.get(forMother(survey.form())).status()).isEqualTo(200);
        assertThat(son.get(forMother("/api/resident/data")).text()).contains(marker);
        assertThat(principal.delete(MANDATES + "/" + id).status()).isEqualTo(204);
        assertThat(son.get(forMother(survey.form())).status()).isEqualTo(404);
        assertThat(submitForMother().status()).isEqualTo(404);
        assertThat(son.get(forMother("/api/resident/data")).status()).isEqualTo(404);
        assertThat(son.get(forMother("/api/resident/submissions")).status()).isEqualTo(404);
        assertThat(son.get("/api/resident/home").json().path("wards")).isEmpty();
        assertThat(principal.delete(MANDATES + "/" + id).status()).as("over").isEqualTo(404);
    }

    @Test
    void theAgentMayEndItAndTheLastDayDoes() {
        String id = accepted(Map.of());
        assertThat(son.delete(MANDATES + "/" + id).status()).isEqualTo(204);
        assertThat(principal.get(MANDATES).json().at("/given/0/state").asString()).isEqualTo("ended");
        String again = give(Map.of(), day.today()).json().path("id").asString();
        son = signIns.newcomer(agentName, agentPhone);
        son.post(MANDATES + "/" + again + "/accept", null);
        assertThat(son.get(forMother(survey.form())).status()).isEqualTo(200);
        clock.moveOn(Duration.ofDays(1));
        son = signIns.newcomer(agentName, agentPhone);
        assertThat(son.get(forMother(survey.form())).status()).isEqualTo(404);
    }

    @Test
    void aMandateForOneMatterShowsNothingElse() {
        Published other = scene.publish(question("weight", "'kind':'integer','required':true"));
        accepted(Map.of("application", survey.application()));
        assertThat(son.get(forMother(survey.form())).status()).isEqualTo(200);
        assertThat(son.get(forMother(other.form())).status()).isEqualTo(404);
        assertThat(son.put(forMother(other.form() + "/draft"), Map.of("version", 1, "answers", Map.of())).status()).isEqualTo(404);
        assertThat(son.get(forMother("/api/resident/data")).status()).as("all that is held is more than one matter").isEqualTo(404);
        JsonNode asks = son.get("/api/resident/home").json().at("/wards/0/asks");
        assertThat(asks.findValuesAsString("application")).containsExactly(survey.application().toString());
        scene.submit(principal, other, Map.of("weight", 60));
        String own = principal.get("/api/resident/submissions").json().at("/0/id").asString();
        assertThat(son.get(forMother("/api/resident/submissions")).json()).isEmpty();
        assertThat(son.get(forMother("/api/resident/submissions/" + own)).status()).isEqualTo(404);
    }

    @Test
    void aMandateForADepartmentCoversItsMatters() {
        accepted(Map.of("departments", new String[] {"police"}));
        assertThat(son.get(forMother(survey.form())).status()).as("a matter of health").isEqualTo(404);
        assertThat(give(Map.of("departments", new String[] {"police"}, "application", survey.application()), day.today()).status()).isEqualTo(422);
    }

    @Test
    void anAgentDoesNotReadWhoLooked() {
        accepted(Map.of());
        scene.submit(principal, survey, Map.of("height", 158));
        signIns.as(survey.owner()).get("/api/applications/" + survey.application() + "/submissions");
        assertThat(principal.get("/api/resident/data").text()).contains("查看谁已经填报");
        assertThat(son.get(forMother("/api/resident/data")).text()).contains(marker).doesNotContain("查看谁已经填报");
    }

    @Test
    void theAnswerIsTheSameForAPhoneThatNobodyHas() {
        signIns.newcomer(agentName, agentPhone);
        Reply known = give(Map.of(), day.today());
        Reply unknown = principal.post(MANDATES, Map.of("name", Invented.name(), "phone", Invented.phone(), "scope", Map.of(), "until", day.today(),
                "reason", "眼睛不好"));
        assertThat(known.status()).isEqualTo(201);
        assertThat(unknown.status()).isEqualTo(201);
        assertThat(principal.get(MANDATES).json().path("given").findValuesAsString("state")).containsExactly("offered", "offered");
        assertThat(principal.get(MANDATES).text()).doesNotContain(agentPhone);
    }

    @Test
    @ScopeTestOf({"GET /api/resident/mandates", "POST /api/resident/mandates", "POST /api/resident/mandates/{id}/accept",
            "DELETE /api/resident/mandates/{id}"})
    void nobodyElseSeesAcceptsOrEndsAMandate() {
        String id = give(Map.of(), day.today()).json().path("id").asString();
        Browser wrongName = signIns.newcomer(Invented.name(), agentPhone);
        Browser wrongPhone = signIns.newcomer(agentName, Invented.phone());
        Browser stranger = scene.signIn(scene.person());
        for (Browser other : new Browser[] {wrongName, wrongPhone, stranger}) {
            assertThat(other.get(MANDATES).json().path("received")).isEmpty();
            assertThat(other.post(MANDATES + "/" + id + "/accept", null).status()).isEqualTo(404);
            assertThat(other.delete(MANDATES + "/" + id).status()).isEqualTo(404);
        }
        assertThat(principal.post(MANDATES + "/" + id + "/accept", null).status()).as("not by oneself").isEqualTo(404);
    }

    @Test
    void anAgentGivesNoFurtherMandate() {
        accepted(Map.of());
        String grandson = Invented.phone();
        assertThat(son.post(MANDATES + "?for=" + mother, Map.of("name", "孙子", "phone", grandson, "scope", Map.of(), "until", day.today(), "reason", "转托"))
                .status()).isEqualTo(201);
        Browser third = signIns.newcomer("孙子", grandson);
        String id = third.get(MANDATES).json().at("/received/0/id").asString();
        third.post(MANDATES + "/" + id + "/accept", null);
        assertThat(third.get(forMother(survey.form())).status()).as("the son's own matters only").isEqualTo(404);
        assertThat(principal.get(MANDATES).json().path("given")).hasSize(1);
    }

    @Test
    @ScopeTestOf({"GET /api/people/{id}/mandates", "POST /api/people/{id}/mandates", "DELETE /api/people/{id}/mandates/{mandate}"})
    void anOfficerOfTheCommunityRecordsOneInPerson() {
        String path = "/api/people/" + mother + "/mandates";
        Map<String, Object> mandate = Map.of("name", agentName, "phone", agentPhone, "scope", Map.of(), "until", day.today().plusDays(5), "reason", "没有手机");
        Browser worker = signIns.officer("320613002001", "civil-affairs", Role.WORKER);
        assertThat(worker.post(path, Map.of("mandate", mandate, "verified", false)).status()).isEqualTo(422);
        String id = worker.post(path, Map.of("mandate", mandate, "verified", true)).json().path("id").asString();
        son = signIns.newcomer(agentName, agentPhone);
        assertThat(son.post(MANDATES + "/" + id + "/accept", null).status()).isEqualTo(204);
        assertThat(son.get(forMother(survey.form())).status()).isEqualTo(200);
        assertThat(principal.get(MANDATES).json().at("/given/0/recorded").asBoolean()).isTrue();

        Browser far = signIns.officer("320613003000", "civil-affairs", Role.WORKER);
        assertThat(far.post(path, Map.of("mandate", mandate, "verified", true)).status()).isEqualTo(404);
        assertThat(far.get(path).status()).isEqualTo(404);
        assertThat(far.delete(path + "/" + id).status()).isEqualTo(404);
        assertThat(signIns.officer("320613002001", "civil-affairs", Role.ADMINISTRATOR).get(path).status()).isEqualTo(403);
        assertThat(worker.get(path).json().at("/0/state").asString()).isEqualTo("in-force");
        assertThat(worker.delete(path + "/" + id).status()).isEqualTo(204);
        assertThat(son.get(forMother(survey.form())).status()).isEqualTo(404);
    }

    @Test
    void daysAndNumbersHaveLimits() {
        assertThat(give(Map.of(), day.today().minusDays(1)).json().at("/errors/0/code").asString()).isEqualTo("day-past");
        assertThat(give(Map.of(), day.today().plusYears(4)).json().at("/errors/0/code").asString()).isEqualTo("mandate-too-long");
        for (int i = 0; i < 10; i++) {
            assertThat(give(Map.of(), day.today()).status()).isEqualTo(201);
        }
        assertThat(give(Map.of(), day.today()).problem()).isEqualTo("mandates-full");
    }

    @Test
    void aGuardiansRightEndsOnTheEighteenthBirthday() {
        SubjectId child = scene.person(Map.of("person.birthDate", Value.PartialDay.of(day.today().minusYears(18).plusDays(1))));
        scene.guardian(child, mother);
        principal = scene.signIn(mother);
        assertThat(principal.get(survey.form() + "?for=" + child).status()).isEqualTo(200);
        clock.moveOn(Duration.ofDays(1));
        principal = scene.signIn(mother);
        assertThat(principal.get(survey.form() + "?for=" + child).status()).isEqualTo(404);
    }

    @Test
    @ScopeTestOf("GET /api/resident/households")
    void ofTheOwnHouseholdOneSeesNamesAndNothingElse() {
        String secret = "秘密" + UUID.randomUUID();
        SubjectId neighbour = scene.person(Map.of("person.name", new Value.Text("隔壁老王")));
        SubjectId daughterInLaw = scene.person(Map.of("person.name", new Value.Text("周小妹"), "person.birthPlace", new Value.Text(secret)));
        scene.household(mother, daughterInLaw);
        scene.household(neighbour);
        String mine = principal.get("/api/resident/households").text();
        assertThat(mine).contains("周小妹", "陆阿婆").doesNotContain(secret, marker, "隔壁老王", daughterInLaw.id().toString());
        assertThat(scene.signIn(daughterInLaw).get("/api/resident/households").text()).contains("陆阿婆").doesNotContain(marker);
        assertThat(scene.signIn(daughterInLaw).get("/api/resident/data?for=" + mother).status()).isEqualTo(404);
        assertThat(scene.signIn(daughterInLaw).get("/api/resident/data").text()).contains(secret).doesNotContain(marker);
    }
}
