package org.hutong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.question;

import java.time.LocalDate;
import java.util.Map;

import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.Invented;
import org.hutong.app.testing.ServerTest;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class OpenFormTest {
    private static final String AGE = question("age", "'kind':'integer','element':'person.age','required':true,'min':0");
    private static final String SEX = question("sex", "'kind':'code','element':'person.sex','codeList':'gbt2261_1_sex','required':true");
    private static final String ID = question("id", "'kind':'idNumber','element':'person.idNumber','required':false");
    private static final String WISH = question("wish", "'kind':'yesNo','required':true");
    @Autowired
    private FormScene scene;

    private static JsonNode asked(JsonNode opened, String id) {
        for (JsonNode one : opened.at("/definition/pages/0/questions")) {
            if (one.path("id").asString().equals(id)) {
                return one;
            }
        }
        throw new AssertionError("no question " + id);
    }

    @Test
    void whatFollowsFromAnIdNumberOnFileIsNotAsked() {
        SubjectId person = scene.person(Map.of("person.idNumber", new Value.Text(Invented.idNumber(LocalDate.of(1950, 3, 1)))));
        JsonNode opened = scene.signIn(person).get(scene.publish(AGE, SEX, ID).form()).json();
        assertThat(opened.at("/states/age/state").asString()).as(opened.toString()).isEqualTo("derived");
        assertThat(opened.at("/states/age/value").asInt()).isGreaterThan(70);
        assertThat(opened.at("/states/sex/state").asString()).isEqualTo("derived");
        assertThat(opened.at("/states/id/display").asString()).contains("****");
        assertThat(opened.at("/codeLists/gbt2261_1_sex/items").size()).isGreaterThan(1);
    }

    @Test
    void theAgeIsAskedAsTheBirthDateWhenNothingGivesIt() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(AGE);
        JsonNode opened = browser.get(survey.form()).json();
        assertThat(opened.at("/states/age/state").asString()).isEqualTo("unknown");
        assertThat(asked(opened, "age").path("kind").asString()).isEqualTo("partialDate");
        assertThat(asked(opened, "age").at("/label/zh").asString()).isEqualTo("出生日期");
        Reply reply = scene.submit(browser, survey, Map.of("age", "1950-03"));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        JsonNode next = browser.get(scene.publish(AGE, WISH).form()).json();
        assertThat(next.at("/states/age/state").asString()).as(next.toString()).isEqualTo("derived");
    }

    @Test
    void whatWouldFollowFromAnAnswerInTheSameFormIsShownOnlyWithoutIt() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(ID, SEX, AGE);
        JsonNode opened = browser.get(survey.form()).json();
        assertThat(asked(opened, "sex").at("/visible/all/0/answer").asString()).as(opened.toString()).isEqualTo("id");
        assertThat(browser.get("/api/resident/home").json().path("asks").findValues("questions").getLast().asInt()).isPositive();
        Reply reply = scene.submit(browser, survey, Map.of("id", Invented.idNumber()));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        assertThat(reply.json().path("asked").asInt()).isEqualTo(1);
        assertThat(reply.json().path("derived").asInt()).isEqualTo(2);
        JsonNode next = browser.get(scene.publish(SEX, AGE, WISH).form()).json();
        assertThat(next.at("/states/sex/state").asString()).isEqualTo("derived");
    }

    @Test
    void whoHasNoIdNumberIsAskedWhatItWouldHaveGiven() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(ID, SEX, AGE);
        Reply missing = scene.submit(browser, survey, Map.of());
        assertThat(missing.json().path("errors").findValuesAsString("path")).containsExactly("sex", "age");
        Reply reply = scene.submit(browser, survey, Map.of("sex", "1", "age", "1950"));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    }

    @Test
    void ofAGuardianOnlyThatSomethingIsOnFileIsShown() {
        String phone = Invented.phone();
        SubjectId mother = scene.person(Map.of("person.mobile", new Value.Text(phone), "person.employer", new Value.Text("第一纺织厂")));
        SubjectId child = scene.person(Map.of("person.birthDate", new Value.PartialDay(2001, 5, 1)));
        scene.guardian(child, mother);
        Published survey = scene.publish(question("phone", "'kind':'phone','element':'guardian/person.mobile','required':true"),
                question("work", "'kind':'text','element':'guardian/person.employer','required':true"));
        Reply opened = scene.signIn(child).get(survey.form());
        assertThat(opened.json().at("/states/phone/state").asString()).isEqualTo("held");
        assertThat(opened.json().at("/states/work/display").asString()).isEqualTo("已登记");
        assertThat(opened.text()).doesNotContain(phone).doesNotContain("第一纺织厂");
    }

    @Test
    void rulesOverDataAreSettledBeforeTheBrowserSeesThem() {
        SubjectId person = scene.person(Map.of("person.veteran", new Value.YesNo(true)));
        Published survey = scene.publish(question("service", "'kind':'text','required':true,'visible':{'element':'person.veteran','op':'=','value':true}"));
        JsonNode opened = scene.signIn(person).get(survey.form()).json();
        assertThat(asked(opened, "service").path("visible").toString()).doesNotContain("veteran");
    }

    @Test
    void whoIsNotAddressedFindsNothing() {
        Published forOthers = scene.publish("'relation':'resides-in','criterion':{'element':'person.veteran','op':'=','value':true}", new String[] {WISH});
        Browser browser = scene.signIn(scene.person());
        assertThat(browser.get(forOthers.form()).status()).isEqualTo(404);
        assertThat(browser.get("/api/resident/forms/" + forOthers.application() + "/nothing").status()).isEqualTo(404);
        assertThat(browser.get("/api/resident/forms/not-an-id/ask").status()).isEqualTo(404);
    }
}
