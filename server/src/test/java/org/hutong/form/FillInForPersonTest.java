package org.hutong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.body;
import static org.hutong.form.FormScene.question;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hutong.access.AccessJournal;
import org.hutong.access.Actor;
import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.Invented;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestDatabase;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An officer fills in for a person: on the phone, at the door, from paper. */
@ServerTest
class FillInForPersonTest {
    private static final String MOBILE = question("mobile", "'kind':'phone','element':'person.mobile','required':true");
    private static final String DIBAO = question("dibao", "'kind':'yesNo','element':'person.dibao','required':true");
    private static final String WISH = question("wish", "'kind':'yesNo','required':true");
    private static final String GRID = "320613002001";
    @Autowired
    private FormScene scene;
    @Autowired
    private SignIns signIns;
    @Autowired
    private TestDatabase database;
    @Autowired
    private AccessJournal journal;

    private static String path(Published survey, SubjectId person) {
        return "/api/officer/forms/" + survey.application() + "/ask/persons/" + person;
    }

    private static Reply submit(Browser browser, Published survey, SubjectId person, String means, UUID key, Map<String, Object> body) {
        return browser.send("POST", path(survey, person) + "/submissions?means=" + means, body, Map.of("Idempotency-Key", key.toString()));
    }

    private String kept(Published survey, String column) {
        return String.valueOf(database.everything().fetchValue("select " + column + "::text from form.submission where application = ?", survey.application()));
    }

    @Test
    void whatThePersonSaysOnThePhoneIsThePersonsWordThroughTheOfficer() {
        SubjectId person = scene.person();
        Published survey = scene.publish(MOBILE, WISH);
        Browser worker = signIns.officer(GRID, "police", Role.WORKER);
        Reply opened = worker.get(path(survey, person) + "?means=phone");
        assertThat(opened.status()).as(opened.toString()).isEqualTo(200);
        UUID key = UUID.randomUUID();
        Map<String, Object> said = body(opened.json(), Map.of("mobile", Invented.phone(), "wish", true));
        Reply receipt = submit(worker, survey, person, "phone", key, said);
        assertThat(receipt.status()).as(receipt.toString()).isEqualTo(201);
        assertThat(submit(worker, survey, person, "phone", key, said).status()).as("the same key").isEqualTo(200);
        assertThat(kept(survey, "means")).isEqualTo("phone");
        assertThat(kept(survey, "actor")).startsWith("post:");

        Browser resident = scene.signIn(person);
        JsonNode mobile = resident.get(scene.publish(MOBILE).form()).json().at("/states/mobile");
        assertThat(mobile.path("state").asString()).isEqualTo("held");
        assertThat(mobile.path("source").asString()).isEqualTo("resident");
        assertThat(mobile.path("means").asString()).isEqualTo("phone");
        assertThat(resident.get("/api/resident/submissions").json().size()).isEqualTo(1);
        assertThat(scene.submit(resident, survey, Map.of("mobile", Invented.phone(), "wish", false)).problem()).isEqualTo("already-answered");
    }

    @Test
    void theOfficerSeesWhoseFormItIsAndWhatElseWaitsUntilItIsAnswered() {
        String name = Invented.name();
        SubjectId person = scene.person(Map.of("person.name", new Value.Text(name)));
        Published survey = scene.publish(WISH);
        Browser officer = signIns.officer(FormScene.STREET, "health");
        JsonNode opened = officer.get(path(survey, person) + "?means=in-person").json();
        assertThat(opened.path("personName").asString()).isEqualTo(name);
        assertThat(scene.signIn(person).get(survey.form()).json().has("personName")).as("only for who fills in for somebody").isFalse();
        assertThat(waiting(officer, person)).contains(survey.application().toString());
        assertThat(submit(officer, survey, person, "in-person", UUID.randomUUID(), body(opened, Map.of("wish", true))).status()).isEqualTo(201);
        assertThat(waiting(officer, person)).doesNotContain(survey.application().toString());
        assertThat(journal.of(new Actor.Resident(person, false, List.of()), person, 10)).anySatisfy(look -> {
            assertThat(look.what()).contains("person.name");
            assertThat(look.purpose().zh()).contains("代为填写");
        });
    }

    private static List<String> waiting(Browser officer, SubjectId person) {
        return officer.get("/api/officer/persons/" + person + "/forms").json().findValuesAsString("application");
    }

    @Test
    void whatAnOfficerHasSeenProvenCountsForMore() {
        Published survey = scene.publish(DIBAO, MOBILE);
        Browser worker = signIns.officer(GRID, "health", Role.WORKER);
        SubjectId person = scene.person(Map.of("person.dibao", new Value.YesNo(false)));
        Map<String, Object> said = body(worker.get(path(survey, person) + "?means=in-person").json(), Map.of("mobile", Invented.phone(), "dibao", true));
        said.put("verified", List.of("dibao", "mobile"));
        assertThat(submit(worker, survey, person, "phone", UUID.randomUUID(), said).status()).as("not over the phone").isEqualTo(422);
        Reply receipt = submit(worker, survey, person, "in-person", UUID.randomUUID(), said);
        assertThat(receipt.status()).as(receipt.toString()).isEqualTo(201);
        assertThat(database.everything().fetch("select source, means from resource.assertion where home = ? and subject = ? and application = ? order by source",
                person.home(), person.id(), survey.application()).map(row -> row.get(0) + "/" + row.get(1))).containsExactly("2/1", "3/1");
    }

    @Test
    void whatThePersonHasNotIsLeftOpenAndAskedInAnotherApplicationOnly() {
        String name = Invented.name();
        SubjectId person = scene.person(Map.of("person.name", new Value.Text(name)));
        Published survey = scene.publish(MOBILE, WISH);
        Browser worker = signIns.officer(GRID, "health", Role.WORKER);
        Map<String, Object> said = body(worker.get(path(survey, person) + "?means=in-person").json(), Map.of("wish", true));
        assertThat(submit(worker, survey, person, "in-person", UUID.randomUUID(), said).problem()).as("nothing said of the phone").isEqualTo("invalid-answers");
        said.put("notKnown", List.of("mobile"));
        Reply receipt = submit(worker, survey, person, "in-person", UUID.randomUUID(), said);
        assertThat(receipt.status()).as(receipt.toString()).isEqualTo(201);
        assertThat(receipt.json().path("asked").asInt()).isEqualTo(1);
        assertThat(kept(survey, "outcomes->'mobile'")).isEqualTo("\"not_known\"");
        assertThat(kept(survey, "answers")).doesNotContain("mobile");
        assertThat(waiting(worker, person)).doesNotContain(survey.application().toString());

        Browser officer = signIns.officer(FormScene.STREET, "health");
        JsonNode read = officer.get("/api/applications/" + survey.application() + "/submissions/" + receipt.json().path("submission").asString()).json();
        assertThat(read.at("/answers/0/outcome").asString()).isEqualTo("notKnown");
        assertThat(read.path("answers").path(0).has("display")).isFalse();
        for (String table : List.of("submissions", "ledger")) {
            String csv = officer.get("/api/applications/" + survey.application() + "/" + table + "/sheet?format=csv").text();
            assertThat(csv.lines().filter(line -> line.contains(name)).toList()).as(table).singleElement().asString().contains("没有/说不上来");
        }
        JsonNode mine = scene.signIn(person).get("/api/resident/submissions/" + receipt.json().path("submission").asString()).json();
        assertThat(mine.at("/answers/0/outcome").asString()).isEqualTo("notKnown");
        assertThat(mine.path("written").findValuesAsString("zh")).doesNotContain("个人数据：手机号码");
        assertThat(worker.get(path(scene.publish(MOBILE), person) + "?means=phone").json().at("/states/mobile/state").asString()).isEqualTo("unknown");
    }

    @Test
    void aResidentLeavesNothingOpenThatHasToBeAnswered() {
        SubjectId person = scene.person();
        Published survey = scene.publish(MOBILE, WISH);
        Browser resident = scene.signIn(person);
        Map<String, Object> said = body(resident.get(survey.form()).json(), Map.of("wish", true));
        said.put("notKnown", List.of("mobile"));
        Reply refused = resident.send("POST", survey.form() + "/submissions", said, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(refused.status()).as(refused.toString()).isGreaterThanOrEqualTo(400);
        assertThat(database.everything().fetchValue("select count(*)::int from form.submission where application = ?", survey.application())).isEqualTo(0);
    }

    @Test
    void whatPassesForUnknownMustBeAQuestionOfTheForm() {
        SubjectId person = scene.person();
        Published survey = scene.publish(WISH);
        Browser worker = signIns.officer(GRID, "health", Role.WORKER);
        Map<String, Object> said = body(worker.get(path(survey, person) + "?means=phone").json(), Map.of("wish", true));
        said.put("notKnown", List.of("phone"));
        assertThat(submit(worker, survey, person, "phone", UUID.randomUUID(), said).json().at("/errors/0/code").asString()).isEqualTo("question-unknown");
    }

    @Test
    void whatThePersonHadBegunToTypeIsNotShownAndEnds() {
        SubjectId person = scene.person();
        Published survey = scene.publish(MOBILE, WISH);
        Browser resident = scene.signIn(person);
        assertThat(resident.put(survey.form() + "/draft", Map.of("version", 1, "answers", Map.of("wish", true))).status()).isEqualTo(200);
        Browser worker = signIns.officer(GRID, "health", Role.WORKER);
        JsonNode opened = worker.get(path(survey, person) + "?means=paper").json();
        assertThat(opened.path("draft").isNull()).isTrue();
        assertThat(submit(worker, survey, person, "paper", UUID.randomUUID(), body(opened, Map.of("mobile", Invented.phone(), "wish", true))).status()).isEqualTo(201);
        assertThat(database.everything().fetchValue("select count(*) from form.draft where application = ?", survey.application())).isEqualTo(0L);
    }

    @Test
    void openingIsJournalledForThePerson() {
        SubjectId person = scene.person(Map.of("person.mobile", new Value.Text(Invented.phone())));
        Published survey = scene.publish(MOBILE, WISH);
        Reply opened = signIns.officer(GRID, "health", Role.WORKER).get(path(survey, person) + "?means=phone");
        assertThat(opened.json().at("/states/mobile").has("value")).as("an encrypted value stays masked").isFalse();
        assertThat(database.everything().fetch("select array_to_string(what, ','), application from access.journal where home = ? and subject = ?",
                person.home(), person.id()).map(row -> row.get(0) + " " + row.get(1))).containsExactly("person.name,person.mobile " + survey.application());
    }

    @Test
    void whoAnsweredElsewhereBeforeHasAnswered() {
        SubjectId person = scene.person(RegionCode.of("320613002002"), Map.of());
        Published survey = scene.publish(MOBILE, WISH);
        assertThat(scene.submit(scene.signIn(person), survey, Map.of("mobile", Invented.phone(), "wish", true)).status()).isEqualTo(201);
        database.everything().execute("update resource.person set resides_in = ? where home = ? and id = ?", FormScene.COMMUNITY.number(), person.home(), person.id());
        Browser worker = signIns.officer(GRID, "health", Role.WORKER);
        JsonNode opened = worker.get(path(survey, person) + "?means=phone").json();
        assertThat(opened.path("submitted").path("receipt").asString()).isNotBlank();
        Reply again = submit(worker, survey, person, "phone", UUID.randomUUID(), body(opened, Map.of("wish", false)));
        assertThat(again.problem()).as(again.toString()).isEqualTo("already-answered");
    }
}
