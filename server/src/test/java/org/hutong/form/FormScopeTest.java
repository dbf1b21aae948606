package org.hutong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.question;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.Invented;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestDatabase;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Who may reach what of forms, drafts, submissions, notices and the own data: everybody else finds nothing there. */
@ServerTest
@ScopeTestOf({"GET /api/resident/home", "GET /api/resident/forms/{application}/{form}", "PUT /api/resident/forms/{application}/{form}/draft",
    "POST /api/resident/forms/{application}/{form}/submissions", "GET /api/resident/submissions", "GET /api/resident/submissions/{id}",
    "GET /api/resident/data", "GET /api/applications/{id}/submissions"})
class FormScopeTest {
    private static final String MOBILE = question("mobile", "'kind':'phone','element':'person.mobile','required':true");
    @Autowired
    private FormScene scene;
    @Autowired
    private SignIns signIns;
    @Autowired
    private TestDatabase database;

    private static Map<String, Object> draft(Map<String, Object> answers) {
        return Map.of("version", 1, "answers", answers);
    }

    @Test
    void withoutSigningInNothingIsAnswered() {
        Published survey = scene.publish(MOBILE);
        Browser nobody = signIns.nobody();
        for (String path : List.of("/api/resident/home", survey.form(), "/api/resident/submissions", "/api/resident/submissions/" + UUID.randomUUID(),
                "/api/resident/notices", "/api/resident/data", "/api/applications/" + survey.application() + "/submissions")) {
            assertThat(nobody.get(path).status()).as(path).isEqualTo(401);
        }
        assertThat(nobody.put(survey.form() + "/draft", draft(Map.of())).status()).isEqualTo(401);
        assertThat(nobody.post(survey.form() + "/submissions", Map.of()).status()).isEqualTo(401);
        assertThat(nobody.post("/api/resident/notices/" + survey.application() + ".tell/read", null).status()).isEqualTo(401);
    }

    @Test
    void anOfficersSessionIsNoResidentsSessionAndTheOtherWayRound() {
        Published survey = scene.publish(MOBILE);
        assertThat(signIns.officer(FormScene.STREET, "health").get(survey.form()).status()).isEqualTo(401);
        assertThat(scene.signIn(scene.person()).get("/api/applications/" + survey.application() + "/submissions").status()).isEqualTo(401);
    }

    @Test
    void aStrangerCannotBeSpokenFor() {
        SubjectId stranger = scene.person();
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(MOBILE);
        String named = "?for=" + stranger;
        assertThat(browser.get(survey.form() + named).status()).isEqualTo(404);
        assertThat(browser.put(survey.form() + "/draft" + named, draft(Map.of())).status()).isEqualTo(404);
        assertThat(browser.send("POST", survey.form() + "/submissions" + named, Map.of("version", 1, "answers", Map.of()),
                Map.of("Idempotency-Key", UUID.randomUUID().toString())).status()).isEqualTo(404);
        assertThat(browser.get("/api/resident/submissions" + named).status()).isEqualTo(404);
        assertThat(browser.get("/api/resident/data" + named).status()).isEqualTo(404);
    }

    @Test
    void theFirstPageShowsNothingOfOtherPlacesAndOtherPeople() {
        SubjectId other = scene.person();
        Published survey = scene.publish(MOBILE);
        String elsewhere = scene.signIn(scene.person(RegionCode.of("320682001001"), Map.of())).get("/api/resident/home").text();
        assertThat(elsewhere).doesNotContain(survey.application().toString()).doesNotContain(other.toString()).contains("\"wards\":[]");
        assertThat(scene.signIn(other).get("/api/resident/home").text()).contains(survey.application().toString());
    }

    @Test
    void anothersSubmissionDoesNotExist() {
        SubjectId one = scene.person();
        Published survey = scene.publish(MOBILE);
        Reply receipt = scene.submit(scene.signIn(one), survey, Map.of("mobile", Invented.phone()));
        String id = receipt.json().path("submission").asString();
        assertThat(scene.signIn(one).get("/api/resident/submissions/" + id).status()).isEqualTo(200);
        Browser other = scene.signIn(scene.person());
        assertThat(other.get("/api/resident/submissions/" + id).status()).isEqualTo(404);
        assertThat(other.get("/api/resident/submissions").json().size()).isZero();
    }

    @Test
    void anothersKeyGivesNoReceipt() {
        Published survey = scene.publish(MOBILE);
        UUID key = UUID.randomUUID();
        Map<String, Object> body = Map.of("version", 1, "answers", Map.of("mobile", Invented.phone()), "confirmed", List.of(), "seen", Map.of());
        Reply first = scene.submit(scene.signIn(scene.person()), survey, key, body);
        Reply second = scene.submit(scene.signIn(scene.person()), survey, key, body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().path("receipt")).isNotEqualTo(first.json().path("receipt"));
    }

    @Test
    void officersSeeTheSubmissionsOfTheirRegionOnly() {
        Published survey = scene.publish(MOBILE);
        SubjectId here = scene.person();
        SubjectId next = scene.person(RegionCode.of("320613002002"), Map.of("person.name", new Value.Text("邻村人")));
        scene.submit(scene.signIn(here), survey, Map.of("mobile", Invented.phone()));
        scene.submit(scene.signIn(next), survey, Map.of("mobile", Invented.phone()));
        String path = "/api/applications/" + survey.application() + "/submissions";
        assertThat(people(signIns.officer(FormScene.STREET, "health").get(path))).containsExactlyInAnyOrder(here.toString(), next.toString());
        assertThat(people(signIns.officer("320613002001", "police").get(path))).containsExactly(here.toString());
        assertThat(people(signIns.officer("320600000000", "health", Role.WORKER).get(path))).hasSize(2);
        assertThat(signIns.officer("320613003000", "health").get(path).status()).isEqualTo(404);
        assertThat(signIns.officer(FormScene.STREET, "health", Role.ADMINISTRATOR).get(path).status()).isEqualTo(403);
        assertThat(signIns.officer(FormScene.STREET, "health", Role.AUDITOR).get(path).status()).isEqualTo(403);
    }

    @Test
    void lookingAtTheListIsWrittenInTheJournalOfThosePeople() {
        Published survey = scene.publish(MOBILE);
        SubjectId person = scene.person();
        scene.submit(scene.signIn(person), survey, Map.of("mobile", Invented.phone()));
        signIns.as(survey.owner()).get("/api/applications/" + survey.application() + "/submissions");
        JsonNode data = scene.signIn(person).get("/api/resident/data").json();
        assertThat(data.toString()).contains("查看谁已经填报");
    }

    @Test
    void rowLevelSecurityHoldsWhereTheCodeDoesNot() {
        Published survey = scene.publish(MOBILE);
        SubjectId person = scene.person();
        scene.submit(scene.signIn(person), survey, Map.of("mobile", Invented.phone()));
        int seen = database.scoped().read(signIns.actor("320613003000", "health"),
                dsl -> dsl.fetchCount(org.hutong.schema.form.Tables.SUBMISSION));
        assertThat(seen).isZero();
    }

    private static List<String> people(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json().path("items").findValuesAsString("person");
    }
}
