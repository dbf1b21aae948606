package org.hutong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.body;
import static org.hutong.form.FormScene.question;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.Invented;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestDatabase;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.resource.Means;
import org.hutong.resource.SourceKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class SubmitFormTest {
    private static final String MOBILE = question("mobile", "'kind':'phone','element':'person.mobile','required':true");
    private static final String ADDRESS = question("address", "'kind':'text','element':'person.address','required':true,'maxLength':50");
    private static final String DIBAO = question("dibao", "'kind':'yesNo','element':'person.dibao','required':false");
    private static final String WISH = question("wish", "'kind':'yesNo','required':true");
    private static final String WHY = question("why", "'kind':'text','required':true,'visible':{'answer':'wish','op':'=','value':true}");
    @Autowired
    private FormScene scene;
    @Autowired
    private TestDatabase database;

    private static String path(JsonNode problem, int at) {
        return problem.path("errors").path(at).path("path").asString();
    }

    private int rows(String table, UUID application) {
        return database.everything().fetchOne("select count(*) from " + table + " where application = ?", application).get(0, Integer.class);
    }

    @Test
    void whatIsSaidBecomesDataOfThePersonAndIsNotAskedAgain() {
        SubjectId person = scene.person();
        Browser browser = scene.signIn(person);
        Published survey = scene.publish(MOBILE, ADDRESS, WISH);
        String phone = Invented.phone();
        Reply receipt = scene.submit(browser, survey, Map.of("mobile", phone, "address", "和平路 3 号", "wish", true));
        assertThat(receipt.status()).as(receipt.toString()).isEqualTo(201);
        assertThat(receipt.json().path("asked").asInt()).isEqualTo(3);
        assertThat(receipt.json().path("receipt").asString()).matches("[2-9A-Z]{5}-[2-9A-Z]{5}");
        assertThat(receipt.json().path("written").size()).isEqualTo(3);
        assertThat(receipt.json().at("/written/0/to/zh").asString()).contains("个人数据");

        Published next = scene.publish(MOBILE, ADDRESS, DIBAO);
        JsonNode states = browser.get(next.form()).json().path("states");
        assertThat(states.at("/mobile/state").asString()).isEqualTo("held");
        assertThat(states.at("/mobile/display").asString()).doesNotContain(phone).startsWith(phone.substring(0, 3));
        assertThat(states.at("/mobile").has("value")).isFalse();
        assertThat(states.at("/address/value").asString()).isEqualTo("和平路 3 号");
        assertThat(states.at("/dibao/state").asString()).isEqualTo("unknown");
        Reply second = scene.submit(browser, next, Map.of());
        assertThat(second.json().path("reused").asInt()).as(second.toString()).isEqualTo(2);
        assertThat(second.json().path("asked").asInt()).isZero();
    }

    @Test
    void encryptedAnswersLieInTheSubmissionAsCiphertextOnly() {
        SubjectId person = scene.person();
        Published survey = scene.publish(MOBILE, WISH);
        String phone = Invented.phone();
        assertThat(scene.submit(scene.signIn(person), survey, Map.of("mobile", phone, "wish", true)).status()).isEqualTo(201);
        String kept = database.everything().fetchValue("select answers::text from form.submission where application = ?", survey.application()).toString();
        assertThat(kept).contains("sealed").doesNotContain(phone).contains("\"wish\": true");
    }

    @Test
    void theSameKeyGivesTheSameReceipt() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(MOBILE, WISH);
        Map<String, Object> body = body(browser.get(survey.form()).json(), Map.of("mobile", Invented.phone(), "wish", false));
        UUID key = UUID.randomUUID();
        Reply first = scene.submit(browser, survey, key, body);
        Reply second = scene.submit(browser, survey, key, body);
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(rows("form.submission", survey.application())).isEqualTo(1);
        assertThat(rows("form.outbox", survey.application())).isEqualTo(1);
    }

    @Test
    void theSameKeySentManyTimesAtOnceIsOneSubmission() throws Exception {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(MOBILE, WISH);
        Map<String, Object> body = body(browser.get(survey.form()).json(), Map.of("mobile", Invented.phone(), "wish", false));
        UUID key = UUID.randomUUID();
        List<Reply> replies = new ArrayList<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Reply> send = () -> scene.submit(browser, survey, key, body);
            for (Future<Reply> reply : pool.invokeAll(List.of(send, send, send, send, send, send, send, send))) {
                replies.add(reply.get());
            }
        }
        assertThat(replies).allMatch(reply -> reply.status() == 200 || reply.status() == 201, "success");
        assertThat(replies.stream().filter(reply -> reply.status() == 201)).hasSize(1);
        assertThat(replies.stream().map(reply -> reply.json()).distinct()).hasSize(1);
        assertThat(rows("form.submission", survey.application())).isEqualTo(1);
    }

    @Test
    void aKeyIsNotUsedForOtherContent() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(MOBILE, WISH);
        JsonNode opened = browser.get(survey.form()).json();
        UUID key = UUID.randomUUID();
        String phone = Invented.phone();
        assertThat(scene.submit(browser, survey, key, body(opened, Map.of("mobile", phone, "wish", false))).status()).isEqualTo(201);
        Reply other = scene.submit(browser, survey, key, body(opened, Map.of("mobile", phone, "wish", true)));
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("key-reused");
    }

    @Test
    void withoutAKeyNothingIsSubmitted() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(WISH);
        Map<String, Object> body = body(browser.get(survey.form()).json(), Map.of("wish", true));
        assertThat(browser.post(survey.form() + "/submissions", body).problem()).isEqualTo("key-required");
        assertThat(browser.send("POST", survey.form() + "/submissions", body, Map.of("Idempotency-Key", "one")).problem()).isEqualTo("key-required");
    }

    @Test
    void aSecondWindowIsToldThatTheFormWasSubmitted() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(WISH);
        Map<String, Object> body = body(browser.get(survey.form()).json(), Map.of("wish", true));
        Reply first = scene.submit(browser, survey, UUID.randomUUID(), body);
        Reply second = scene.submit(browser, survey, UUID.randomUUID(), body);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.problem()).isEqualTo("already-answered");
        assertThat(second.json().at("/receipt/receipt").asString()).isEqualTo(first.json().path("receipt").asString());
        assertThat(browser.get(survey.form()).json().at("/submitted/receipt").asString()).isEqualTo(first.json().path("receipt").asString());
    }

    @Test
    void hiddenAnswersAreNeitherCheckedNorKept() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(WISH, WHY);
        Reply reply = scene.submit(browser, survey, Map.of("wish", false, "why", "typed before it was hidden"));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        assertThat(database.everything().fetchValue("select answers::text from form.submission where application = ?", survey.application()).toString())
                .doesNotContain("why");
    }

    @Test
    void whatIsMissingOrWrongIsNamedAtItsQuestionInTheReadersLanguage() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(MOBILE, ADDRESS, WISH, WHY);
        JsonNode opened = browser.get(survey.form()).json();
        Map<String, Object> answers = Map.of("mobile", "12", "address", "x".repeat(51), "wish", true);
        Reply reply = scene.submit(browser, survey, UUID.randomUUID(), body(opened, answers));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.problem()).isEqualTo("invalid-answers");
        assertThat(reply.json().path("errors").findValuesAsString("path")).containsExactly("mobile", "address", "why");
        assertThat(reply.json().at("/errors/1/message").asString()).isEqualTo("最多 50 个字");
        Reply english = browser.send("POST", survey.form() + "/submissions", body(opened, answers),
                Map.of("Idempotency-Key", UUID.randomUUID().toString(), "Accept-Language", "en"));
        assertThat(english.json().at("/errors/1/message").asString()).isEqualTo("At most 50 characters");
        assertThat(rows("form.submission", survey.application())).isZero();
    }

    @Test
    void aFormsOwnMessageIsGivenWhenItsRuleIsBroken() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(question("n", "'kind':'integer','required':true,'constraints':[{'criterion':{'answer':'n','op':'<','value':10},"
                + "'message':{'zh':'最多九个','en':'Nine at most'}}]"));
        Reply reply = scene.submit(browser, survey, Map.of("n", 12));
        assertThat(reply.json().at("/errors/0/message").asString()).as(reply.toString()).isEqualTo("最多九个");
    }

    @Test
    void aWrongCodeAndAnUnknownQuestionAreRefused() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(question("marital", "'kind':'code','element':'person.marital','codeList':'gbt2261_2_marital','required':true"));
        Reply wrong = scene.submit(browser, survey, Map.of("marital", "99x"));
        assertThat(wrong.json().at("/errors/0/code").asString()).as(wrong.toString()).isEqualTo("answer-option");
        Reply stray = scene.submit(browser, survey, Map.of("marital", "10", "nothing", 1));
        assertThat(stray.status()).isEqualTo(422);
        assertThat(path(stray.json(), 0)).isEqualTo("nothing");
    }

    @Test
    void anOldValueHasToBeConfirmedAndConfirmingMakesItFresh() {
        SubjectId person = scene.person();
        scene.state(person, SourceKind.RESIDENT, Means.SELF, Instant.now().minus(Duration.ofDays(400)), Map.of("person.address", new Value.Text("旧址 1 号")));
        Browser browser = scene.signIn(person);
        Published survey = scene.publish(ADDRESS);
        assertThat(browser.get(survey.form()).json().at("/states/address/state").asString()).isEqualTo("heldOld");
        Reply without = scene.submit(browser, survey, Map.of());
        assertThat(without.json().at("/errors/0/code").asString()).as(without.toString()).isEqualTo("answer-confirm");
        Reply confirmed = scene.submit(browser, survey, Map.of(), "address");
        assertThat(confirmed.status()).as(confirmed.toString()).isEqualTo(201);
        assertThat(confirmed.json().path("confirmed").asInt()).isEqualTo(1);
        assertThat(browser.get(scene.publish(ADDRESS).form()).json().at("/states/address/state").asString()).isEqualTo("held");
    }

    @Test
    void correctingARegistersValueOpensAnObjectionAndIsNotAskedMeanwhile() {
        SubjectId person = scene.person(Map.of("person.dibao", new Value.YesNo(true)));
        Browser browser = scene.signIn(person);
        Reply reply = scene.submit(browser, scene.publish(DIBAO), Map.of("dibao", false));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        assertThat(reply.json().at("/written/0/to/zh").asString()).contains("异议");
        JsonNode state = browser.get(scene.publish(DIBAO).form()).json().at("/states/dibao");
        assertThat(state.path("state").asString()).isEqualTo("contested");
        assertThat(state.path("value").asBoolean()).isTrue();
    }

    @Test
    void aValueChangedByAnotherMeanwhileIsShownAndNotOverwritten() {
        SubjectId person = scene.person(Map.of("person.address", new Value.Text("第一处")));
        Browser browser = scene.signIn(person);
        Published survey = scene.publish(ADDRESS, WISH);
        JsonNode opened = browser.get(survey.form()).json();
        scene.state(person, SourceKind.RESIDENT, Means.SELF, Instant.now(), Map.of("person.address", new Value.Text("第二处")));
        Reply relied = scene.submit(browser, survey, UUID.randomUUID(), body(opened, Map.of("wish", true)));
        assertThat(relied.status()).isEqualTo(409);
        assertThat(relied.problem()).isEqualTo("value-changed");
        assertThat(path(relied.json(), 0)).isEqualTo("address");
        assertThat(relied.json().at("/errors/0/value/value").asString()).isEqualTo("第二处");
        Reply overwritten = scene.submit(browser, survey, UUID.randomUUID(), body(opened, Map.of("wish", true, "address", "第三处")));
        assertThat(overwritten.problem()).isEqualTo("value-changed");
        Reply same = scene.submit(browser, survey, UUID.randomUUID(), body(opened, Map.of("wish", true, "address", "第二处")));
        assertThat(same.status()).as(same.toString()).isEqualTo(201);
    }

    @Test
    void aFormOpenedBeforeANewVersionIsNotSubmittedAsIfNothingHadHappened() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(WISH);
        Map<String, Object> body = body(browser.get(survey.form()).json(), Map.of("wish", true));
        scene.publishAgain(survey, WISH, WHY);
        Reply reply = scene.submit(browser, survey, UUID.randomUUID(), body);
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.problem()).isEqualTo("version-changed");
        assertThat(reply.json().path("version").asInt()).isEqualTo(2);
    }

    @Test
    void afterClosingTheSameKeyStillGivesTheReceiptAndNothingElseIsTaken() {
        Browser browser = scene.signIn(scene.person());
        Browser late = scene.signIn(scene.person());
        Published survey = scene.publish(WISH);
        Map<String, Object> body = body(browser.get(survey.form()).json(), Map.of("wish", true));
        UUID key = UUID.randomUUID();
        scene.submit(browser, survey, key, body);
        scene.close(survey);
        assertThat(scene.submit(browser, survey, key, body).status()).isEqualTo(200);
        Reply refused = scene.submit(late, survey, UUID.randomUUID(), body);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("application-closed");
    }

    @Test
    void aGuardianAnswersForAMinor() {
        SubjectId mother = scene.person();
        SubjectId child = scene.person(Map.of("person.birthDate", new Value.PartialDay(2018, 5, 1)));
        scene.guardian(child, mother);
        Browser browser = scene.signIn(mother);
        Published survey = scene.publish(WISH, ADDRESS);
        String forChild = survey.form() + "/submissions?for=" + child;
        JsonNode opened = browser.get(survey.form() + "?for=" + child).json();
        Reply reply = browser.send("POST", forChild, body(opened, Map.of("wish", true, "address", "和平路 5 号")),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        var row = database.everything().fetchOne("select subject, means from form.submission where application = ?", survey.application());
        assertThat(row.get(0, UUID.class)).isEqualTo(child.id());
        assertThat(row.get(1, String.class)).isEqualTo("family");
        assertThat(browser.get(survey.form()).json().path("submitted").isNull()).isTrue();
    }
}
