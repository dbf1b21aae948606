package org.hutong.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestClock;
import org.hutong.app.testing.TestDatabase;
import org.hutong.form.FormScene;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.SubjectId;
import org.hutong.task.TaskScene.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Attempts to reach people: on the phone, at the door, sent at once or hours later. */
@ServerTest
class RecordVisitTest {
    @Autowired
    private TaskScene scene;
    @Autowired
    private SignIns signIns;
    @Autowired
    private TestClock clock;
    @Autowired
    private TestDatabase database;
    private Place place;
    private Actor.Officer worker;
    private Browser browser;
    private Published survey;
    private SubjectId person;
    private String task;

    @BeforeEach
    void somebodyToBeCalled() {
        place = scene.place();
        worker = scene.worker(place);
        browser = signIns.as(worker);
        person = scene.person(place, true);
        survey = scene.publish(place, 0, "no-answer", "asked-for-help");
        task = scene.id(person, survey);
    }

    @AfterEach
    void timeAgain() {
        clock.reset();
    }

    @Test
    void threeVainCallsLeadToTheDoor() {
        assertThat(TaskScene.inToday(browser, "calls", task).path("phoneMasked").asString()).contains("*");
        scene.attempt(browser, task, "phone", "no-answer");
        scene.attempt(browser, task, "phone", "busy");
        assertThat(TaskScene.inToday(browser, "calls", task).path("calls").asInt()).isEqualTo(2);
        Reply third = scene.attempt(browser, task, "phone", "no-answer");
        assertThat(third.status()).as(third.toString()).isEqualTo(201);
        assertThat(third.json().path("list").asString()).isEqualTo("door");
        assertThat(TaskScene.inToday(browser, "stops", task).path("id").asString()).isEqualTo(task);
    }

    @Test
    void whoAsksToBeCalledAgainWaitsUntilThen() {
        Map<String, Object> visit = new HashMap<>(scene.visit("phone", "call-again"));
        assertThat(scene.attempt(browser, task, UUID.randomUUID(), visit).status()).as("without a time").isEqualTo(422);
        visit.put("callAgainAt", clock.instant().plus(Duration.ofHours(5)).toString());
        assertThat(scene.attempt(browser, task, UUID.randomUUID(), visit).status()).isEqualTo(201);
        assertThat(TaskScene.inToday(browser, "calls", task).isMissingNode()).isTrue();
        assertThat(TaskScene.inToday(browser, "later", task).path("id").asString()).isEqualTo(task);
        clock.moveOn(Duration.ofHours(6));
        assertThat(TaskScene.inToday(signIns.as(worker), "calls", task).path("id").asString()).isEqualTo(task);
    }

    @Test
    void aDoorThatStaysClosedThreeTimesEndsAsNotReached() {
        scene.attempt(browser, task, "phone", "wrong-number");
        scene.attempt(browser, task, "door", "nobody-there");
        scene.attempt(browser, task, "door", "nobody-there");
        Reply third = scene.attempt(browser, task, "door", "nobody-there");
        assertThat(third.json().path("outcome").asString()).isEqualTo("not-reached");
        JsonNode detail = browser.get("/api/officer/tasks/" + task).json();
        assertThat(detail.path("visits").size()).isEqualTo(4);
        assertThat(detail.at("/task/undoable").asBoolean()).isTrue();
    }

    @Test
    void everyClosingOutcomeEndsTheTaskAndCanBeUndoneWithinADay() {
        for (String outcome : List.of("refused", "away-for-long", "unknown-here", "moved", "empty", "dead", "done")) {
            Reply ended = scene.attempt(browser, task, "door", outcome);
            assertThat(ended.json().path("open").asBoolean(true)).as(outcome).isFalse();
            assertThat(ended.json().path("outcome").asString()).isEqualTo(outcome);
            assertThat(browser.post("/api/officer/tasks/" + task + "/undo", null).json().path("open").asBoolean()).as(outcome).isTrue();
        }
        assertThat(browser.post("/api/officer/tasks/" + task + "/undo", null).status()).as("undoing twice").isEqualTo(200);
        scene.attempt(browser, task, "door", "refused");
        clock.moveOn(Duration.ofHours(25));
        assertThat(signIns.as(worker).post("/api/officer/tasks/" + task + "/undo", null).problem()).isEqualTo("too-late-to-undo");
    }

    private Reply undo(UUID attempt) {
        return browser.post("/api/officer/tasks/" + task + "/undo?attempt=" + attempt, null);
    }

    private String stands() {
        JsonNode now = browser.get("/api/officer/tasks/" + task).json().path("task");
        return now.path("list").asString() + ", " + now.path("calls").asInt() + " calls, " + now.path("nobodyThere").asInt() + " at the door";
    }

    private UUID tried(String means, String outcome) {
        UUID key = UUID.randomUUID();
        assertThat(scene.attempt(browser, task, key, scene.visit(means, outcome)).status()).isEqualTo(201);
        return key;
    }

    @Test
    void anAttemptThatEndedNothingIsTakenBackTooAndTheTaskStandsAsBefore() {
        UUID first = tried("phone", "no-answer");
        UUID second = tried("phone", "wrong-number");
        assertThat(stands()).isEqualTo("door, 2 calls, 0 at the door");
        assertThat(undo(first).problem()).as("another came after").isEqualTo("too-late-to-undo");
        assertThat(undo(second).status()).isEqualTo(200);
        assertThat(stands()).isEqualTo("phone, 1 calls, 0 at the door");
        assertThat(undo(second).status()).as("undoing twice").isEqualTo(200);
        assertThat(stands()).isEqualTo("phone, 1 calls, 0 at the door");
        assertThat(undo(first).status()).isEqualTo(200);
        assertThat(stands()).isEqualTo("phone, 0 calls, 0 at the door");
        assertThat(undo(UUID.randomUUID()).status()).as("an attempt that never was").isEqualTo(404);
    }

    @Test
    void theLastOfTheVainVisitsIsTakenBackAndTheTaskIsOpen() {
        tried("door", "nobody-there");
        tried("door", "nobody-there");
        UUID last = tried("door", "nobody-there");
        assertThat(undo(last).json().path("open").asBoolean()).isTrue();
        assertThat(stands()).isEqualTo("door, 0 calls, 2 at the door");
        UUID refused = tried("door", "refused");
        UUID late = tried("door", "nobody-there");
        assertThat(undo(late).problem()).as("it moved nothing: the task had ended").isEqualTo("too-late-to-undo");
        assertThat(undo(refused).json().path("open").asBoolean()).isTrue();
        clock.moveOn(Duration.ofHours(25));
        browser = signIns.as(worker);
        UUID old = tried("door", "nobody-there");
        clock.moveOn(Duration.ofHours(25));
        browser = signIns.as(worker);
        assertThat(undo(old).problem()).isEqualTo("too-late-to-undo");
    }

    @Test
    void whoIsSaidToHaveDiedIsNotMadeATaskAgain() {
        scene.attempt(browser, task, "door", "dead");
        Published other = scene.publish(place, 0, "no-answer");
        assertThat(scene.task(person, other)).isEmpty();
        browser.post("/api/officer/tasks/" + task + "/undo", null);
        scene.plan(other);
        assertThat(scene.task(person, other)).isPresent();
    }

    @Test
    void theSameKeyIsTheSameAttempt() {
        UUID key = UUID.randomUUID();
        Map<String, Object> visit = scene.visit("phone", "no-answer");
        assertThat(scene.attempt(browser, task, key, visit).status()).isEqualTo(201);
        assertThat(scene.attempt(browser, task, key, visit).status()).isEqualTo(200);
        assertThat(scene.attempt(browser, task, key, scene.visit("phone", "busy")).problem()).isEqualTo("key-reused");
        assertThat(TaskScene.inToday(browser, "calls", task).path("calls").asInt()).isEqualTo(1);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThat(scene.attempt(browser, task, "phone", "nobody-there").status()).isEqualTo(422);
        assertThat(scene.attempt(browser, task, "door", "busy").status()).isEqualTo(422);
        assertThat(scene.attempt(browser, task, "smoke", "busy").status()).isEqualTo(422);
        for (Instant wrong : List.of(clock.instant().plus(Duration.ofHours(2)), clock.instant().minus(Duration.ofDays(31)))) {
            Map<String, Object> visit = Map.of("doneAt", wrong.toString(), "means", "door", "outcome", "refused");
            assertThat(scene.attempt(browser, task, UUID.randomUUID(), visit).problem()).isEqualTo("visit-time");
        }
        assertThat(browser.post("/api/officer/tasks/" + task + "/visits", scene.visit("door", "refused")).problem()).isEqualTo("key-required");
    }

    @Test
    void aBatchIsKeptOneByOne() {
        List<Map<String, Object>> visits = new ArrayList<>();
        visits.add(batched(UUID.randomUUID(), task, "no-answer", clock.instant(), null));
        visits.add(batched(UUID.randomUUID(), person.home() + "-" + UUID.randomUUID(), "no-answer", clock.instant(), null));
        visits.add(batched(UUID.randomUUID(), task, "no-answer", clock.instant().plus(Duration.ofDays(2)), null));
        JsonNode results = browser.post("/api/officer/tasks/visits", Map.of("visits", visits)).json().path("results");
        assertThat(results.at("/0/task/calls").asInt()).isEqualTo(1);
        assertThat(results.at("/1/problem").asString()).isEqualTo("not-found");
        assertThat(results.at("/2/problem").asString()).isEqualTo("visit-time");
        JsonNode again = browser.post("/api/officer/tasks/visits", Map.of("visits", visits)).json().path("results");
        assertThat(again.at("/0/task/calls").asInt()).as("sent twice").isEqualTo(1);
    }

    @Test
    void workDoneBeforeAHandoverStaysWithItsAuthor() {
        Instant before = clock.instant();
        clock.moveOn(Duration.ofDays(3));
        Actor.Officer next = scene.worker(place);
        LocalDate lastDay = org.hutong.kernel.BusinessDay.of(before).plusDays(1);
        database.everything().execute("update access.holding set until = ? where account = ? and post = ?", lastDay, worker.account(), worker.post());
        Actor.Officer elsewhere = signIns.actor("320682001001", "disabled-federation", org.hutong.access.Role.WORKER);
        database.everything().execute("insert into access.holding (id, account, post, since) values (gen_random_uuid(), ?, ?, ?)", worker.account(), elsewhere.post(), lastDay);
        Browser moved = signIns.as(new Actor.Officer(worker.account(), worker.name(), elsewhere.post(), "岗位", elsewhere.region(), elsewhere.department(), elsewhere.roles()));
        List<Map<String, Object>> visits = List.of(batched(UUID.randomUUID(), task, "no-answer", before, worker.post()),
                batched(UUID.randomUUID(), task, "no-answer", clock.instant(), worker.post()),
                batched(UUID.randomUUID(), task, "no-answer", before, next.post()));
        JsonNode results = moved.post("/api/officer/tasks/visits", Map.of("visits", visits)).json().path("results");
        assertThat(results.at("/0/task/calls").asInt()).as(results.toString()).isEqualTo(1);
        assertThat(results.at("/1/problem").asString()).isEqualTo("post-not-held-then");
        assertThat(results.at("/2/problem").asString()).isEqualTo("post-not-held-then");
        assertThat(database.everything().fetch("select account::text || post from task.visit where task = ?", UUID.fromString(task.substring(7))).getValues(0, String.class))
                .containsExactly("" + worker.account() + worker.post());
    }

    private static Map<String, Object> batched(UUID key, String task, String outcome, Instant doneAt, UUID post) {
        Map<String, Object> visit = new HashMap<>(Map.of("key", key, "task", task, "doneAt", doneAt.toString(), "means", "phone", "outcome", outcome));
        if (post != null) {
            visit.put("post", post);
        }
        return visit;
    }

    @Test
    void theNumberIsShownOnRequestAndTheLookIsJournalled() {
        Reply number = browser.post("/api/officer/tasks/" + task + "/phone", null);
        assertThat(number.json().path("number").asString()).matches("1\\d{10}");
        assertThat(database.everything().fetch("select array_to_string(what, ',') from access.journal where home = ? and subject = ? and purpose_zh like '%电话号码%'",
                person.home(), person.id()).getValues(0, String.class)).containsExactly("person.mobile");
    }

    @Test
    void aTaskCanBeHandedToAnotherPostAndPlanningLeavesItThere() {
        Browser street = signIns.as(survey.owner());
        Map<String, UUID> toStreet = Map.of("post", survey.owner().post());
        assertThat(browser.put("/api/officer/tasks/" + task + "/post", toStreet).status()).as("not upwards out of the own region").isEqualTo(422);
        Reply handed = street.put("/api/officer/tasks/" + task + "/post", toStreet);
        assertThat(handed.status()).as(handed.toString()).isEqualTo(200);
        scene.plan(survey);
        assertThat(scene.task(person, survey).orElse("")).endsWith(FormScene.STREET + "000");
        assertThat(browser.get("/api/officer/tasks/" + task).status()).as("it is the street's now").isEqualTo(404);
    }

    @Test
    void todayIsCounted() {
        JsonNode counts = browser.get("/api/officer/tasks/counts").json();
        assertThat(counts.path("calls").asInt()).isEqualTo(1);
        scene.attempt(browser, task, "phone", "wrong-number");
        assertThat(browser.get("/api/officer/tasks/counts").json().path("doors").asInt()).isEqualTo(1);
    }

    @Test
    void theOfficeSeesWhatEndedHow() {
        scene.attempt(browser, task, "door", "refused");
        Browser street = signIns.as(survey.owner());
        JsonNode page = street.get("/api/officer/tasks?application=" + survey.application()).json();
        assertThat(page.at("/outcomes/refused").asInt()).isEqualTo(1);
        assertThat(page.at("/items/0/id").asString()).isEqualTo(task);
        assertThat(street.get("/api/officer/tasks?open=true&application=" + survey.application()).json().path("items").size()).isZero();
    }

    @Test
    void theOfficeSeesHowManyWaitByListAndByApplication() {
        Browser street = signIns.as(survey.owner());
        String mine = "/api/officer/tasks?application=" + survey.application();
        assertThat(street.get(mine).json().path("lists").toString()).isEqualTo("{\"phone\":1}");
        JsonNode application = street.get("/api/officer/tasks/applications?region=" + place.grid()).json().valueStream()
                .filter(one -> one.path("id").asString().equals(survey.application().toString())).findFirst().orElseThrow();
        assertThat(application.path("open").asInt()).isEqualTo(1);
        assertThat(application.path("department").asString()).isEqualTo(survey.owner().department());
        assertThat(application.path("published").asString()).isNotBlank();
        assertThat(application.at("/title/zh").asString()).isNotBlank();
        scene.attempt(browser, task, "door", "refused");
        assertThat(street.get(mine).json().path("lists").size()).isZero();
    }

    @Test
    void theOfficeFindsATaskByNameOrPinyinOrAddress() {
        String mine = "/api/officer/tasks?application=" + survey.application() + "&person=";
        Browser street = signIns.as(survey.owner());
        String name = street.get("/api/officer/tasks?application=" + survey.application()).json().at("/items/0/name").asString();
        for (String typed : List.of(name, name.substring(1), "%s".formatted(name.charAt(0)))) {
            JsonNode page = street.get(mine + java.net.URLEncoder.encode(typed, java.nio.charset.StandardCharsets.UTF_8)).json();
            assertThat(page.at("/items/0/id").asString()).as(typed).isEqualTo(task);
            assertThat(page.at("/outcomes").size()).isEqualTo(1);
        }
        for (String typed : List.of("查无此名", "%25", "_", "qqqq")) {
            assertThat(street.get(mine + java.net.URLEncoder.encode(typed, java.nio.charset.StandardCharsets.UTF_8)).json().path("items").size()).as(typed).isZero();
        }
        assertThat(street.get(mine + "a".repeat(81)).status()).isEqualTo(422);
    }
}
