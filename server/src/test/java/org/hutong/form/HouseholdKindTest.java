package org.hutong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.question;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import org.hutong.access.Actor;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ServerTest;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.resource.Assertions;
import org.hutong.resource.Means;
import org.hutong.resource.SourceKind;
import org.hutong.resource.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Who is registered with one household and lives with another is asked about the one that a question means. */
@ServerTest
class HouseholdKindTest {
    private static final String LIVING = question("living", "'kind':'integer','element':'household.size','required':true");
    private static final String REGISTERED = question("registered",
            "'kind':'integer','element':'household.size','householdKind':'registered','required':true");
    private static final String WISH = question("wish", "'kind':'yesNo','required':true");
    private static final String RELATION = question("relation",
            "'kind':'code','element':'member.relationToHead','codeList':'gbt4761_family_relation','householdKind':'registered','required':true");
    @Autowired
    private FormScene scene;
    @Autowired
    private Assertions assertions;
    @Autowired
    private Clock clock;

    private void register(SubjectId person, String householdKind, long size) {
        Map<ElementPath, Value> values = new TreeMap<>();
        ElementPath path = ElementPath.of("household.size");
        values.put(householdKind.isEmpty() ? path : path.inHousehold(householdKind), new Value.Int(size));
        assertions.record(new Actor.Background("test"), new Statement(person, SourceKind.REGISTER, Means.IMPORT, null, null, "test",
                clock.instant().minus(Duration.ofHours(1)), values, null));
    }

    private JsonNode open(Browser browser, String... questions) {
        return browser.get(scene.publish(questions).form()).json();
    }

    @Test
    void eachQuestionIsAnsweredByTheHouseholdItMeans() {
        SubjectId person = scene.person();
        register(person, "", 2);
        register(person, "registered", 5);
        JsonNode opened = open(scene.signIn(person), LIVING, REGISTERED, WISH);
        assertThat(opened.at("/states/living/value").asInt()).as(opened.toString()).isEqualTo(2);
        assertThat(opened.at("/states/registered/value").asInt()).isEqualTo(5);
    }

    @Test
    void anotherHouseholdDoesNotAnswerAndIsLeftAsItIs() {
        SubjectId person = scene.person();
        register(person, "", 2);
        Browser browser = scene.signIn(person);
        Published survey = scene.publish(REGISTERED, RELATION);
        JsonNode opened = browser.get(survey.form()).json();
        assertThat(opened.at("/states/registered/state").asString()).isEqualTo("unknown");
        assertThat(scene.submit(browser, survey, Map.of("registered", 6, "relation", "20")).status()).isEqualTo(201);
        JsonNode next = open(browser, LIVING, REGISTERED, RELATION, WISH);
        assertThat(next.at("/states/living/value").asInt()).as(next.toString()).isEqualTo(2);
        assertThat(next.at("/states/registered/value").asInt()).isEqualTo(6);
        assertThat(next.at("/states/relation/value").asString()).isEqualTo("20");
    }

    @Test
    void withoutAKindTheOnlyHouseholdThereIsAnswers() {
        SubjectId person = scene.person();
        register(person, "registered", 3);
        assertThat(open(scene.signIn(person), LIVING, WISH).at("/states/living/value").asInt()).isEqualTo(3);
    }
}
