package org.hutong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.question;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.ServerTest;
import org.hutong.form.FormScene.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is sent, the answer is clear, nothing breaks and nothing is written. */
@ServerTest
class SubmitBadInputTest {
    private static final String[] EVERY_KIND = {
        question("text", "'kind':'text','required':false"), question("integer", "'kind':'integer','required':false"),
        question("decimal", "'kind':'decimal','required':false"), question("date", "'kind':'date','required':false"),
        question("partial", "'kind':'partialDate','required':false"), question("moment", "'kind':'dateTime','required':false"),
        question("yes", "'kind':'yesNo','required':false"), question("code", "'kind':'code','codeList':'gbt2261_1_sex','required':false"),
        question("codes", "'kind':'codes','options':[{'code':'a','label':{'zh':'甲','en':'A'}}],'required':false"),
        question("region", "'kind':'region','required':false"), question("place", "'kind':'place','required':false"),
        question("idNumber", "'kind':'idNumber','required':false"), question("uscc", "'kind':'uscc','required':false"),
        question("phone", "'kind':'phone','required':false"), question("email", "'kind':'email','required':false")};
    @Autowired
    private FormScene scene;

    private Reply send(Browser browser, Published survey, Object body) {
        return browser.send("POST", survey.form() + "/submissions", body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    @Test
    void everyKindTakesItsValue() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(EVERY_KIND);
        Reply reply = scene.submit(browser, survey, Map.ofEntries(Map.entry("text", "好"), Map.entry("integer", 0), Map.entry("decimal", "12.50"),
                Map.entry("date", "2026-11-23"), Map.entry("partial", "1946-03"), Map.entry("moment", "2026-11-23T08:00:00Z"), Map.entry("yes", false),
                Map.entry("code", "1"), Map.entry("codes", List.of("a")), Map.entry("region", FormScene.STREET), Map.entry("place", List.of(120.8, 32.0)),
                Map.entry("idNumber", org.hutong.app.testing.Invented.idNumber()), Map.entry("phone", "+86 143 0000 0001"), Map.entry("email", "a@b.cn")));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        assertThat(reply.json().path("asked").asInt()).isEqualTo(14);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"deep\":{\"er\":[1,2,{}]}}", "[[[]]]", "\"\\u0000\"", "1e999", "-1", "true", "\"\\ud800\"", "[]", "\"9999999999999999999\"",
        "99999999999999999999999999", "\"2026-02-30\"", "\"' or 1=1 --\"", "\"(a+)+$\""})
    void noValueOfAnyKindBreaksTheServer(String value) {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(EVERY_KIND);
        for (String id : List.of("text", "integer", "decimal", "date", "partial", "moment", "yes", "code", "codes", "region", "place", "idNumber", "uscc", "phone",
                "email")) {
            Reply reply = send(browser, survey, "{\"version\":1,\"answers\":{\"" + id + "\":" + value + "}}");
            assertThat(reply.status()).as(id + " " + value + " " + reply).isIn(201, 400, 409, 422);
            assertThat(reply.text()).doesNotContain("Exception").doesNotContain("org.hutong");
            if (reply.status() == 422) {
                assertThat(reply.json().at("/errors/0/path").asString()).isEqualTo(id);
                assertThat(reply.json().at("/errors/0/message").asString()).isNotBlank();
            }
        }
    }

    @Test
    void aBodyThatIsNoSubmissionIsRefusedWithWhatIsWrong() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(EVERY_KIND);
        assertThat(send(browser, survey, "{").status()).isEqualTo(400);
        assertThat(send(browser, survey, "[]").status()).isIn(400, 422);
        assertThat(send(browser, survey, "{}").status()).isEqualTo(422);
        assertThat(send(browser, survey, "{\"version\":1,\"answers\":{},\"more\":1}").status()).isEqualTo(422);
        assertThat(send(browser, survey, "{\"version\":1,\"answers\":{\"text\":1,\"text\":2}}").status()).isIn(400, 422);
        assertThat(send(browser, survey, "{\"version\":1,\"answers\":{},\"seen\":{\"text\":\"no uuid\"}}").status()).isEqualTo(422);
        Reply large = send(browser, survey, "{\"version\":1,\"answers\":{\"text\":\"" + "x".repeat(2_000_000) + "\"}}");
        assertThat(large.status()).isEqualTo(413);
    }

    @Test
    void aTextAtTheLimitIsTakenAndOneBeyondIsNot() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(EVERY_KIND);
        assertThat(scene.submit(browser, survey, Map.of("text", "字".repeat(10_001))).json().at("/errors/0/code").asString()).isEqualTo("text-length");
        assertThat(scene.submit(browser, survey, Map.of("text", "字".repeat(10_000))).status()).isEqualTo(201);
    }
}
