package org.hutong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.question;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Invented;
import org.hutong.app.testing.ServerTest;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Each test lives in a community of its own, so that the applications of others do not reach its people. */
@ServerTest
class AsksTest {
    private static final String MOBILE = question("mobile", "'kind':'phone','element':'person.mobile','required':true");
    private static final String ADDRESS = question("address", "'kind':'text','element':'person.address','required':true");
    private static final String WISH = question("wish", "'kind':'yesNo','required':true");
    private static final String CONSENT = question("consent", "'kind':'yesNo','element':'person.business','required':true,'reuse':'never'");
    private static final String WHY = question("why", "'kind':'text','required':true,'visible':{'answer':'wish','op':'=','value':true}");
    private static int next = 100;
    @Autowired
    private FormScene scene;
    private final RegionCode here = RegionCode.of("320613002" + next++);

    private SubjectId person(Map<String, Value> values) {
        return scene.person(here, values);
    }

    private Published publish(String... questions) {
        return scene.publish("'relation':'resides-in','criterion':{'within':'" + here + "','by':'resides-in'}", questions);
    }

    private static Optional<JsonNode> ask(JsonNode home, Published survey) {
        return home.path("asks").valueStream().filter(ask -> ask.path("application").asString().equals(survey.application().toString())).findFirst();
    }

    @Test
    void oneQuestionOfTwoDepartmentsIsOneQuestionToThePerson() {
        Browser browser = scene.signIn(person(Map.of()));
        Published one = publish(MOBILE, ADDRESS, WISH);
        Published other = publish(MOBILE, ADDRESS, WISH);
        JsonNode home = browser.get("/api/resident/home").json();
        assertThat(ask(home, one).orElseThrow().path("questions").asInt()).isEqualTo(3);
        assertThat(ask(home, other).orElseThrow().path("questions").asInt()).isEqualTo(3);
        int own = home.path("questions").asInt();
        scene.submit(browser, one, Map.of("mobile", Invented.phone(), "address", "和平路", "wish", true));
        JsonNode after = browser.get("/api/resident/home").json();
        assertThat(ask(after, one)).isEmpty();
        assertThat(ask(after, other).orElseThrow().path("questions").asInt()).isEqualTo(1);
        assertThat(own - after.path("questions").asInt()).isEqualTo(3);
    }

    @Test
    void whoseAnswersAreAllKnownIsLeftInPeace() {
        SubjectId person = person(Map.of("person.mobile", new Value.Text(Invented.phone())));
        Published survey = publish(MOBILE);
        assertThat(ask(scene.signIn(person).get("/api/resident/home").json(), survey)).isEmpty();
    }

    @Test
    void aDeclarationIsMadeEachTime() {
        SubjectId person = person(Map.of("person.business", new Value.YesNo(true)));
        Published survey = publish(CONSENT);
        Browser browser = scene.signIn(person);
        assertThat(ask(browser.get("/api/resident/home").json(), survey).orElseThrow().path("questions").asInt()).isEqualTo(1);
        assertThat(browser.get(survey.form()).json().at("/states/consent/state").asString()).isEqualTo("unknown");
    }

    @Test
    void onlyRelevantQuestionsAreCounted() {
        Published survey = publish(WISH, WHY);
        JsonNode home = scene.signIn(person(Map.of())).get("/api/resident/home").json();
        assertThat(ask(home, survey).orElseThrow().path("questions").asInt()).isEqualTo(1);
    }

    @Test
    void whatAnswersMayBringIsToldAsTheMost() {
        Published survey = publish(WISH, WHY);
        Browser browser = scene.signIn(person(Map.of()));
        JsonNode home = browser.get("/api/resident/home").json();
        assertThat(ask(home, survey).orElseThrow().path("mostQuestions").asInt()).isEqualTo(2);
        assertThat(home.path("mostQuestions").asInt()).isGreaterThan(home.path("questions").asInt());
        assertThat(home.path("mostMinutes").asInt()).isGreaterThanOrEqualTo(home.path("minutes").asInt());
        assertThat(browser.get(survey.form()).json().path("mostQuestions").asInt()).isEqualTo(2);
    }

    @Test
    void whatFollowsFromAnAnswerThatMayBeLeftOutMayBeAsked() {
        String sex = question("sex", "'kind':'code','codeList':'gbt2261_1_sex','element':'person.sex','required':true");
        Published free = publish(question("number", "'kind':'idNumber','element':'person.idNumber','required':false"), sex);
        Published bound = publish(question("number", "'kind':'idNumber','element':'person.idNumber','required':true"), sex);
        JsonNode home = scene.signIn(person(Map.of())).get("/api/resident/home").json();
        for (Published survey : List.of(free, bound)) {
            assertThat(ask(home, survey).orElseThrow().path("questions").asInt()).isEqualTo(1);
        }
        assertThat(ask(home, free).orElseThrow().path("mostQuestions").asInt()).isEqualTo(2);
        assertThat(ask(home, bound).orElseThrow().path("mostQuestions").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsAskedOfAChildIsShownToTheGuardianApart() {
        SubjectId mother = person(Map.of("person.mobile", new Value.Text(Invented.phone())));
        SubjectId child = person(Map.of("person.birthDate", new Value.PartialDay(2019, 2, 3)));
        scene.guardian(child, mother);
        Published survey = publish(MOBILE, ADDRESS);
        JsonNode home = scene.signIn(mother).get("/api/resident/home").json();
        assertThat(home.at("/wards/0/subject").asString()).as(home.toString()).isEqualTo(child.toString());
        assertThat(ask(home.path("wards").path(0), survey).orElseThrow().path("questions").asInt()).isEqualTo(2);
        assertThat(ask(home, survey).orElseThrow().path("questions").asInt()).isEqualTo(1);
    }
}
