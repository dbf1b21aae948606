package org.hutong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.body;
import static org.hutong.form.FormScene.question;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.Invented;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestClock;
import org.hutong.app.testing.TestDatabase;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.SubjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class SaveDraftTest {
    private static final String MOBILE = question("mobile", "'kind':'phone','element':'person.mobile','required':true");
    private static final String ADDRESS = question("address", "'kind':'text','element':'person.address','required':true");
    private static final String WISH = question("wish", "'kind':'yesNo','required':true");
    @Autowired
    private FormScene scene;
    @Autowired
    private TestDatabase database;
    @Autowired
    private TestClock clock;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    private static Reply save(Browser browser, Published survey, int version, Map<String, Object> answers) {
        return browser.put(survey.form() + "/draft", Map.of("version", version, "answers", answers));
    }

    @Test
    void whatWasTypedIsThereAgainRightOrNotYet() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(MOBILE, ADDRESS);
        Reply saved = save(browser, survey, 1, Map.of("mobile", "139 half a num", "address", "和平路"));
        assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
        JsonNode draft = browser.get(survey.form()).json().path("draft");
        assertThat(draft.at("/answers/mobile").asString()).isEqualTo("139 half a num");
        assertThat(draft.path("savedAt").asString()).isEqualTo(saved.json().path("savedAt").asString());
        save(browser, survey, 1, Map.of("address", "和平路 7 号"));
        assertThat(browser.get(survey.form()).json().at("/draft/answers").toString()).isEqualTo("{\"address\":\"和平路 7 号\"}");
        assertThat(browser.get("/api/resident/home").json().path("asks").findValues("draft")).anyMatch(JsonNode::asBoolean);
    }

    @Test
    void itLiesSealedInTheDatabaseAndEndsWithTheSubmission() {
        SubjectId person = scene.person();
        Browser browser = scene.signIn(person);
        Published survey = scene.publish(MOBILE);
        String phone = Invented.phone();
        save(browser, survey, 1, Map.of("mobile", phone));
        byte[] sealed = (byte[]) database.everything().fetchValue("select sealed from form.draft where subject = ?", person.id());
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain(phone);
        assertThat(scene.submit(browser, survey, Map.of("mobile", phone)).status()).isEqualTo(201);
        assertThat(database.everything().fetchValue("select count(*)::int from form.draft where subject = ?", person.id())).isEqualTo(0);
    }

    @Test
    void itOutlivesTheSession() {
        SubjectId person = scene.person();
        Browser browser = scene.signIn(person);
        Published survey = scene.publish(MOBILE);
        save(browser, survey, 1, Map.of("mobile", "143"));
        JsonNode opened = browser.get(survey.form()).json();
        clock.moveOn(Duration.ofHours(2));
        Reply refused = scene.submit(browser, survey, UUID.randomUUID(), body(opened, Map.of("mobile", "143")));
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().path("detail").asString()).isNotBlank();
        assertThat(scene.signIn(person).get(survey.form()).json().at("/draft/answers/mobile").asString()).isEqualTo("143");
    }

    @Test
    void aNewVersionTakesOverWhatStillFitsAndNamesWhatDoesNot() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(MOBILE, ADDRESS, question("gone", "'kind':'text','required':false"), WISH);
        save(browser, survey, 1, Map.of("mobile", "143", "address", "和平路", "gone", "something", "wish", true));
        scene.publishAgain(survey, MOBILE, ADDRESS, question("wish", "'kind':'text','required':true"));
        JsonNode draft = browser.get(survey.form()).json().path("draft");
        assertThat(draft.path("answers").propertyNames()).containsExactlyInAnyOrder("mobile", "address");
        assertThat(draft.path("notCarried").findValuesAsString("question")).containsExactlyInAnyOrder("gone", "wish");
        assertThat(draft.path("version").asInt()).isEqualTo(1);
    }

    @Test
    void twoWindowsDoNotOverwriteEachOtherUnseen() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(MOBILE, ADDRESS);
        String first = save(browser, survey, 1, Map.of("mobile", "143")).json().path("savedAt").asString();
        Reply one = browser.put(survey.form() + "/draft", Map.of("version", 1, "answers", Map.of("mobile", "1431"), "goesOnFrom", first));
        assertThat(one.status()).as(one.toString()).isEqualTo(200);
        Reply other = browser.put(survey.form() + "/draft", Map.of("version", 1, "answers", Map.of("mobile", "1432"), "goesOnFrom", first));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.problem()).isEqualTo("draft-changed");
        assertThat(other.json().at("/draft/answers/mobile").asString()).isEqualTo("1431");
    }

    @Test
    void afterSubmittingNothingIsSavedAnyMore() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(WISH);
        scene.submit(browser, survey, Map.of("wish", true));
        Reply late = save(browser, survey, 1, Map.of("wish", false));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("already-answered");
    }

    @Test
    void badInputIsAnsweredPlainly() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(MOBILE);
        assertThat(save(browser, survey, 1, Map.of("other", "x")).problem()).isEqualTo("invalid-answers");
        assertThat(save(browser, survey, 7, Map.of()).status()).isEqualTo(404);
        assertThat(browser.put(survey.form() + "/draft", "{\"version\":1,").status()).isEqualTo(400);
        assertThat(browser.put(survey.form() + "/draft", Map.of("version", 1)).status()).isEqualTo(422);
        Reply huge = save(browser, survey, 1, Map.of("mobile", "1".repeat(300_000)));
        assertThat(huge.status()).isEqualTo(413);
        assertThat(huge.json().path("detail").asString()).contains("KB");
        scene.close(survey);
        assertThat(save(browser, survey, 1, Map.of()).problem()).isEqualTo("application-closed");
    }
}
