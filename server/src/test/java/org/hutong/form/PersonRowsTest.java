package org.hutong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.question;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.Invented;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestDatabase;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Tables about those who live together: who is on file, who is new, who is gone, and what nobody learns of the others. */
@ServerTest
class PersonRowsTest {
    private static final String MEMBERS = question("members", "'kind':'table','required':true,'rowsOf':'member','columns':["
            + question("name", "'kind':'text','required':true,'element':'person.name'") + ","
            + question("born", "'kind':'partialDate','required':false,'element':'person.birthDate'") + ","
            + question("phone", "'kind':'phone','required':false,'element':'person.mobile'") + ","
            + question("number", "'kind':'idNumber','required':false,'element':'person.idNumber'") + ","
            + question("relation", "'kind':'code','codeList':'gbt4761_family_relation','required':false,'element':'member.relationToHead'") + "]");
    private static final String SIZE = question("size", "'kind':'integer','required':false,'calculate':{'count':'members'}");
    private static final String WISH = question("wish", "'kind':'yesNo','required':true");
    @Autowired
    private FormScene scene;
    @Autowired
    private TestDatabase database;

    private static Map<String, Object> row(String id, Object... cells) {
        Map<String, Object> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            byColumn.put((String) cells[i], cells[i + 1]);
        }
        return Map.of("id", id, "cells", byColumn);
    }

    private static String rowOf(JsonNode opened, String name) {
        for (JsonNode person : opened.at("/states/members/people")) {
            if (person.path("name").asString().equals(name)) {
                return person.path("row").asString();
            }
        }
        throw new AssertionError(name + " is not in " + opened.at("/states/members"));
    }

    private List<String> people(SubjectId reader, Published survey) {
        return scene.signIn(reader).get(survey.form()).json().at("/states/members/people").findValuesAsString("name");
    }

    private int persons(SubjectId home, String name) {
        return database.everything().fetchOne("select count(*)::int from resource.person where home = ? and name = ?", home.home(), name).get(0, Integer.class);
    }

    private SubjectId named(String name, Value phone) {
        return scene.person(Map.of("person.name", new Value.Text(name), "person.mobile", phone));
    }

    @Test
    void eachSeesWhoLivesThereAndNothingElseOfThem() {
        Value.Text secret = new Value.Text(Invented.phone());
        String[] names = {Invented.name() + "甲", Invented.name() + "乙", Invented.name() + "丙"};
        SubjectId grandmother = named(names[0], new Value.Text(Invented.phone()));
        SubjectId mother = named(names[1], secret);
        SubjectId child = named(names[2], new Value.Text(Invented.phone()));
        scene.household(grandmother, mother, child);
        SubjectId neighbour = scene.person();
        Published survey = scene.publish(MEMBERS, SIZE, WISH);
        JsonNode opened = scene.signIn(grandmother).get(survey.form()).json();
        assertThat(opened.at("/states/members/state").asString()).isEqualTo("held");
        assertThat(opened.at("/states/members/people").findValuesAsString("name")).containsExactlyInAnyOrder(names[1], names[2]);
        assertThat(opened.toString()).doesNotContain(secret.text()).doesNotContain(secret.text().substring(7)).doesNotContain(mother.id().toString());
        assertThat(people(mother, survey)).containsExactlyInAnyOrder(names[0], names[2]);
        assertThat(people(neighbour, survey)).isEmpty();

        Reply receipt = scene.submit(scene.signIn(grandmother), survey, Map.of("wish", true));
        assertThat(receipt.status()).as(receipt.toString()).isEqualTo(201);
        assertThat(receipt.json().path("asked").asInt()).isEqualTo(1);
        assertThat(receipt.json().path("reused").asInt()).isEqualTo(1);
    }

    @Test
    void whoIsNewIsJoinedAndWhoHasMovedIsNotAnyMore() {
        String[] names = {Invented.name() + "甲", Invented.name() + "乙", Invented.name() + "新"};
        SubjectId one = named(names[0], new Value.Text(Invented.phone()));
        SubjectId other = named(names[1], new Value.Text(Invented.phone()));
        scene.household(one, other);
        Published survey = scene.publish(MEMBERS, SIZE);
        Browser browser = scene.signIn(one);
        String row = rowOf(browser.get(survey.form()).json(), names[1]);
        Reply receipt = scene.submit(browser, survey, Map.of("members",
                List.of(row(row, "still", "moved"), row("x", "name", names[2], "born", "1990-05", "phone", Invented.phone(), "relation", "10"))));
        assertThat(receipt.status()).as(receipt.toString()).isEqualTo(201);

        Published next = scene.publish(MEMBERS, WISH);
        assertThat(people(one, next)).containsExactly(names[2]);
        assertThat(people(other, next)).isEmpty();
        assertThat(database.everything().fetchValue("select provisional from resource.person where home = ? and name = ?", one.home(), names[2])).isEqualTo(true);
        assertThat(database.everything().fetchValue("select count(*)::int from resource.assertion where origin = 'still:moved' and subject = ?::uuid", row)).isEqualTo(1);
        String kept = database.everything().fetchValue("select answers::text from form.submission where application = ?", survey.application()).toString();
        assertThat(kept).contains("sealed").doesNotContain(names[2]);
        JsonNode again = browser.get("/api/resident/submissions/" + receipt.json().path("submission").asString()).json();
        assertThat(again.toString()).contains(names[2]);
    }

    @Test
    void whoIsOnFileIsRelatedToTheHeadNotToTheReader() {
        SubjectId one = scene.person();
        Browser browser = scene.signIn(one);
        String[] names = {Invented.name() + "甲", Invented.name() + "乙"};
        Published first = scene.publish(MEMBERS);
        assertThat(browser.get("/api/resident/home").json().path("asks").findValuesAsString("household")).contains("true");
        assertThat(scene.submit(browser, first, Map.of("members", List.of(row("x", "name", names[0], "relation", "12"), row("y", "name", names[1], "relation", "02")))).status())
                .isEqualTo(201);
        Published next = scene.publish(MEMBERS, WISH);
        JsonNode people = browser.get(next.form()).json().at("/states/members/people");
        assertThat(people.findValuesAsString("relation")).containsExactlyInAnyOrder("户主的妻", "户主");
        JsonNode english = browser.send("GET", next.form(), null, Map.of("Accept-Language", "en")).json().at("/states/members/people");
        assertThat(english.findValuesAsString("relation")).containsExactlyInAnyOrder("Wife of the head", "head of the household");
    }

    @Test
    void whoIsKnownByTheWordOfResidentsAloneWaitsToBeChecked() {
        SubjectId one = scene.person();
        SubjectId other = named(Invented.name() + "乙", new Value.Text(Invented.phone()));
        scene.household(one, other);
        Browser browser = scene.signIn(one);
        String name = Invented.name() + "新";
        assertThat(scene.submit(browser, scene.publish(MEMBERS), Map.of("members", List.of(row("x", "name", name, "born", "1990-05")))).status()).isEqualTo(201);
        assertThat(waits(browser, name)).isTrue();
        database.everything().execute("update resource.person set provisional = false where home = ? and name = ?", one.home(), name);
        assertThat(waits(browser, name)).as("an officer has taken the person up").isFalse();
    }

    private static boolean waits(Browser browser, String name) {
        for (JsonNode household : browser.get("/api/resident/households").json()) {
            for (JsonNode member : household.path("members")) {
                if (member.path("name").asString().equals(name)) {
                    return member.path("waits").asBoolean();
                }
            }
        }
        throw new AssertionError(name + " is in no household");
    }

    @Test
    @ScopeTestOf("PUT /api/resident/departures/{link}")
    void whoIsSaidToHaveMovedIsToldAndMaySayOtherwise() {
        String[] names = {Invented.name() + "甲", Invented.name() + "乙"};
        SubjectId one = named(names[0], new Value.Text(Invented.phone()));
        SubjectId other = named(names[1], new Value.Text(Invented.phone()));
        scene.household(one, other);
        Browser browser = scene.signIn(one);
        Browser others = scene.signIn(other);
        assertThat(departures(others)).isEmpty();
        says(browser, names[1], "moved");
        Published next = scene.publish(MEMBERS, WISH);
        assertThat(people(one, next)).isEmpty();
        assertThat(departures(browser)).as("who said so is not asked").isEmpty();
        String link = departures(others).getFirst();
        String path = "/api/resident/departures/" + link;
        assertThat(others.get("/api/resident/home").text()).as("by whom is not told").doesNotContain(names[0]);
        assertThat(browser.put(path, Map.of("still", true)).status()).as("of somebody else").isEqualTo(404);
        assertThat(scene.signIn(scene.person()).put(path, Map.of("still", true)).status()).isEqualTo(404);
        assertThat(others.put(path, Map.of()).status()).isEqualTo(422);
        assertThat(people(one, next)).isEmpty();
        assertThat(others.put(path, Map.of("still", true)).status()).isEqualTo(204);
        assertThat(people(one, next)).containsExactly(names[1]);
        assertThat(people(other, next)).containsExactly(names[0]);
        assertThat(departures(others)).isEmpty();
        assertThat(others.put(path, Map.of("still", true)).status()).as("nothing is asked any more").isEqualTo(404);

        says(browser, names[1], "left");
        assertThat(others.put(path, Map.of("still", false)).status()).isEqualTo(204);
        assertThat(departures(others)).isEmpty();
        assertThat(people(one, next)).isEmpty();
    }

    private void says(Browser browser, String name, String still) {
        Published survey = scene.publish(MEMBERS, SIZE);
        String row = rowOf(browser.get(survey.form()).json(), name);
        assertThat(scene.submit(browser, survey, Map.of("members", List.of(row(row, "still", still)))).status()).isEqualTo(201);
    }

    private static List<String> departures(Browser browser) {
        return browser.get("/api/resident/home").json().path("departures").valueStream().map(one -> one.path("link").asString()).toList();
    }

    @Test
    void aNewcomerOfWhomTwoOfTheFamilySpeakIsOnePerson() {
        SubjectId one = scene.person();
        SubjectId other = scene.person();
        scene.household(one, other);
        Published survey = scene.publish(MEMBERS);
        String name = Invented.name() + "小";
        String phone = Invented.phone();
        assertThat(scene.submit(scene.signIn(one), survey, Map.of("members", List.of(row("x", "name", name, "born", "2020-01-02", "phone", phone)))).status()).isEqualTo(201);
        assertThat(scene.submit(scene.signIn(other), survey, Map.of("members", List.of(row("y", "name", name, "born", "2020-01-02")))).status()).isEqualTo(201);
        assertThat(persons(one, name)).isEqualTo(1);
        SubjectId third = scene.person();
        Published next = scene.publish(MEMBERS);
        scene.household(third);
        assertThat(scene.submit(scene.signIn(third), next, Map.of("members", List.of(row("z", "name", name, "born", "2020-01-02")))).status()).isEqualTo(201);
        assertThat(persons(one, name)).as("another household's child of the same name and birthday").isEqualTo(2);
    }

    @Test
    void nobodyLearnsWhetherANumberIsOnFile() {
        String number = Invented.idNumber();
        SubjectId known = scene.person(Map.of("person.idNumber", new Value.Text(number)));
        SubjectId one = scene.person();
        scene.household(one);
        Published survey = scene.publish(MEMBERS);
        Reply onFile = scene.submit(scene.signIn(one), survey, Map.of("members", List.of(row("x", "name", Invented.name(), "number", number))));
        SubjectId two = scene.person();
        scene.household(two);
        Reply notOnFile = scene.submit(scene.signIn(two), survey, Map.of("members", List.of(row("x", "name", Invented.name(), "number", Invented.idNumber()))));
        assertThat(onFile.status()).as(onFile.toString()).isEqualTo(notOnFile.status()).isEqualTo(201);
        assertThat(onFile.json().propertyNames()).containsExactlyElementsOf(notOnFile.json().propertyNames());
        assertThat(onFile.text()).doesNotContain(number).doesNotContain(known.id().toString());
    }

    @Test
    void somebodyWithoutAHouseholdGetsOne() {
        SubjectId alone = scene.person();
        Published survey = scene.publish(MEMBERS);
        String name = Invented.name() + "伴";
        assertThat(scene.submit(scene.signIn(alone), survey, Map.of("members", List.of(row("x", "name", name)))).status()).isEqualTo(201);
        Published next = scene.publish(MEMBERS, WISH);
        assertThat(people(alone, next)).containsExactly(name);
    }
}
