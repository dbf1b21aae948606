package org.hutong.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestClock;
import org.hutong.app.testing.TestDatabase;
import org.hutong.form.FormScene;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.resource.Means;
import org.hutong.resource.SourceKind;
import org.hutong.task.TaskScene.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** People who are said to have moved or died: what is heard at a door, and what an officer decides. */
@ServerTest
@ScopeTestOf({"GET /api/officer/reports", "POST /api/officer/reports/{id}/decision"})
class ReportsTest {
    private static final String DEPARTMENT = "disabled-federation";
    @Autowired
    private TaskScene scene;
    @Autowired
    private FormScene forms;
    @Autowired
    private SignIns signIns;
    @Autowired
    private TestClock clock;
    @Autowired
    private TestDatabase database;
    private Place place;
    private Place elsewhere;
    private Browser worker;
    private Browser community;
    private Published survey;
    private SubjectId person;
    private String task;

    @BeforeEach
    void somebodyToBeVisited() {
        place = scene.place();
        elsewhere = scene.place();
        worker = signIns.as(scene.worker(place));
        scene.worker(elsewhere);
        community = signIns.officer(FormScene.COMMUNITY.toString(), DEPARTMENT);
        person = scene.person(place, false);
        survey = scene.publish(place, 0, "no-phone");
        task = scene.id(person, survey);
    }

    /** Other tests share the server and count on no post in charge of a whole community. */
    @AfterEach
    void nobodyIsInChargeOfTheCommunitiesAnyMore() {
        database.everything().execute("update access.post set abolished_at = now() where department = ? and abolished_at is null and region in (?, 320613002002000)",
                DEPARTMENT, FormScene.COMMUNITY.number());
    }

    private void heard(Browser who, String outcome, Map<String, Object> movedTo) {
        Map<String, Object> visit = new HashMap<>(scene.visit("door", outcome));
        if (movedTo != null) {
            visit.put("movedTo", movedTo);
        }
        var reply = scene.attempt(who, task, UUID.randomUUID(), visit);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    }

    private JsonNode report(Browser who) {
        for (JsonNode one : who.get("/api/officer/reports").json()) {
            if (one.path("person").asString().equals(person.toString())) {
                return one;
            }
        }
        return tools.jackson.databind.node.MissingNode.getInstance();
    }

    private Browser.Reply decide(Browser who, String id, Map<String, Object> decision) {
        return who.post("/api/officer/reports/" + id + "/decision", decision);
    }

    private RegionCode livesIn() {
        return new RegionCode(((Number) database.everything().fetchValue("select resides_in from resource.person where home = ? and id = ?", person.home(), person.id())).longValue());
    }

    private String corrections() {
        return String.valueOf(database.everything().fetchValue("select string_agg(coalesce(outcome, 'open'), ',') from resource.correction where home = ? and subject = ?",
                person.home(), person.id()));
    }

    @Test
    void aMoveWithinTheWorkersScopeIsDecidedByRankAndTheTaskFollows() {
        Browser wide = signIns.as(signIns.actor(FormScene.COMMUNITY.toString(), DEPARTMENT, Role.WORKER));
        heard(wide, "moved", Map.of("region", elsewhere.grid().toString(), "address", "八巷 3 号"));
        assertThat(livesIn()).isEqualTo(elsewhere.grid());
        assertThat(report(community).isMissingNode()).as("nothing is left to decide").isTrue();
        scene.plan(survey);
        assertThat(scene.task(person, survey).orElse("")).contains(" open ").endsWith(elsewhere.grid().toString());
        assertThat(wide.post("/api/officer/tasks/" + task + "/undo", null).status()).isEqualTo(200);
        assertThat(livesIn()).as("what is decided is not undone with the visit").isEqualTo(elsewhere.grid());
    }

    @Test
    void aMoveOutOfScopeWaitsAndTheNewPlaceSeesItAndDecides() {
        heard(worker, "moved", Map.of("region", elsewhere.grid().toString()));
        assertThat(livesIn()).isEqualTo(place.grid());
        Browser there = signIns.officer(elsewhere.grid().toString(), DEPARTMENT);
        JsonNode seen = report(there);
        assertThat(seen.path("kind").asString()).isEqualTo("moved");
        assertThat(seen.path("name").asString()).as("not theirs yet").isEmpty();
        assertThat(report(community).path("name").asString()).isNotEmpty();
        assertThat(decide(there, seen.path("id").asString(), Map.of("accept", true)).status()).isEqualTo(204);
        assertThat(livesIn()).isEqualTo(elsewhere.grid());
        assertThat(decide(community, seen.path("id").asString(), Map.of("accept", false)).problem()).isEqualTo("report-decided");
        scene.plan(survey);
        assertThat(scene.task(person, survey).orElse("")).contains(" open ").endsWith(elsewhere.grid().toString());
    }

    @Test
    void whatThePersonSaidIsNotOverwrittenUntilAnOfficerDecides() {
        forms.state(person, SourceKind.RESIDENT, Means.SELF, clock.instant().minus(Duration.ofDays(2)), Map.of("person.region", new Value.Region(place.grid())));
        Browser wide = signIns.as(signIns.actor(FormScene.COMMUNITY.toString(), DEPARTMENT, Role.WORKER));
        heard(wide, "moved", Map.of("region", elsewhere.grid().toString()));
        assertThat(livesIn()).isEqualTo(place.grid());
        assertThat(corrections()).isEqualTo("open");
        assertThat(decide(community, report(community).path("id").asString(), Map.of("accept", true)).status()).isEqualTo(204);
        assertThat(livesIn()).isEqualTo(elsewhere.grid());
        assertThat(corrections()).doesNotContain("open").contains("accepted");
        assertThat(database.everything().fetchValue("select count(*) from resource.assertion where subject = ? and retracts is not null", person.id())).isEqualTo(1L);
    }

    @Test
    void aMoveThatWasWrongLeavesTheValueAndTheTaskComesBack() {
        forms.state(person, SourceKind.RESIDENT, Means.SELF, clock.instant().minus(Duration.ofDays(2)), Map.of("person.region", new Value.Region(place.grid())));
        Browser wide = signIns.as(signIns.actor(FormScene.COMMUNITY.toString(), DEPARTMENT, Role.WORKER));
        heard(wide, "moved", Map.of("region", elsewhere.grid().toString()));
        assertThat(decide(community, report(community).path("id").asString(), Map.of("accept", false)).status()).isEqualTo(204);
        assertThat(livesIn()).isEqualTo(place.grid());
        assertThat(corrections()).isEqualTo("refused");
        assertThat(scene.task(person, survey).orElse("")).contains(" open ");
    }

    @Test
    void whereToMayBeUnknownAndIsFilledInByWhoDecides() {
        heard(worker, "moved", null);
        String id = report(community).path("id").asString();
        assertThat(decide(community, id, Map.of("accept", true)).status()).as("where to").isEqualTo(422);
        assertThat(decide(community, id, Map.of("accept", true, "region", elsewhere.grid().toString())).status()).isEqualTo(204);
        assertThat(livesIn()).isEqualTo(elsewhere.grid());
    }

    @Test
    void whoIsSaidToHaveDiedIsInvitedToNothingUntilThatWasWrong() {
        Published other = scene.publish(place, 0, "no-phone");
        heard(worker, "dead", null);
        scene.plan(other);
        assertThat(scene.task(person, other).orElse("")).contains("not-addressed");
        assertThat(database.everything().fetchValue("select death_date is null from resource.person where id = ?", person.id())).isEqualTo(true);
        Browser family = forms.signIn(person);
        for (String path : List.of("/api/resident/notices", "/api/resident/help")) {
            assertThat(family.get(path).text()).as(path).doesNotContain("去世").doesNotContain("dead");
        }
        assertThat(decide(community, report(community).path("id").asString(), Map.of("accept", false)).status()).isEqualTo(204);
        scene.plan(other);
        scene.plan(survey);
        assertThat(scene.task(person, other).orElse("")).contains(" open ");
        assertThat(scene.task(person, survey).orElse("")).contains(" open ");
    }

    @Test
    void aDeathThatIsTrueNeedsItsDay() {
        heard(worker, "dead", null);
        String id = report(community).path("id").asString();
        assertThat(decide(community, id, Map.of("accept", true)).status()).isEqualTo(422);
        assertThat(decide(community, id, Map.of("accept", true, "died", "2999-01-01")).status()).isEqualTo(422);
        assertThat(decide(community, id, Map.of("accept", true, "died", "2026-01-05")).status()).isEqualTo(204);
        assertThat(database.everything().fetchValue("select death_date::text from resource.person where id = ?", person.id())).isEqualTo("2026-01-05");
    }

    @Test
    void undoingTheVisitTakesTheReportBack() {
        heard(worker, "dead", null);
        worker.post("/api/officer/tasks/" + task + "/undo", null);
        assertThat(report(community).isMissingNode()).isTrue();
        assertThat(scene.task(person, survey).orElse("")).contains(" open ");
    }

    @Test
    void whereToGoesWithAMoveOnlyAndIsAPlaceThatExists() {
        Map<String, Object> visit = new HashMap<>(scene.visit("door", "refused"));
        visit.put("movedTo", Map.of("address", "不知道"));
        assertThat(scene.attempt(worker, task, UUID.randomUUID(), visit).status()).isEqualTo(422);
        visit.put("outcome", "moved");
        visit.put("movedTo", Map.of("region", "999999999999"));
        assertThat(scene.attempt(worker, task, UUID.randomUUID(), visit).status()).isEqualTo(422);
    }

    @Test
    void aHandoverTellsWhatWaitsToBeChecked() {
        heard(worker, "dead", null);
        Actor.Officer holder = signIns.actor(place.grid().toString(), DEPARTMENT);
        assertThat(work.waitingWith(holder)).anyMatch(one -> one.name().zh().equals("搬走和去世待核实") && one.count() == 1);
        assertThat(work.waitingWith(signIns.actor(elsewhere.grid().toString(), DEPARTMENT))).anyMatch(one -> one.name().zh().equals("搬走和去世待核实") && one.count() == 0);
    }

    @Autowired
    private TaskWork work;

    @Test
    void onlyOfficersOfTheOldAndTheNewPlaceSeeAndDecide() {
        heard(worker, "moved", Map.of("region", elsewhere.grid().toString()));
        String id = report(community).path("id").asString();
        Browser outside = signIns.officer("320613002002", DEPARTMENT);
        assertThat(report(outside).isMissingNode()).isTrue();
        Map<String, Object> refusal = Map.of("accept", false);
        assertThat(decide(outside, id, refusal).status()).isEqualTo(404);
        assertThat(decide(worker, id, refusal).status()).isEqualTo(403);
        assertThat(worker.get("/api/officer/reports").status()).isEqualTo(403);
        assertThat(decide(signIns.nobody(), id, refusal).status()).isEqualTo(401);
        assertThat(signIns.nobody().get("/api/officer/reports").status()).isEqualTo(401);
        assertThat(forms.signIn(person).get("/api/officer/reports").status()).isEqualTo(401);
        assertThat(decide(community, "nonsense", refusal).status()).isEqualTo(404);
    }
}
