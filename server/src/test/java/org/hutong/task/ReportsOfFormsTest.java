package org.hutong.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hutong.form.FormScene.question;
import static org.hutong.schema.task.Tables.REPORT;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Role;
import org.hutong.access.Scoped;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.Invented;
import org.hutong.app.testing.ServerTest;
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

/** Moves and deaths that a member of the household tells in a form: they wait for an officer like those heard at a door. */
@ServerTest
class ReportsOfFormsTest {
    private static final String DEPARTMENT = "disabled-federation";
    private static final String MEMBERS = question("members", "'kind':'table','required':false,'rowsOf':'member','reuse':'never','columns':["
            + question("name", "'kind':'text','required':true,'element':'person.name'") + "]");
    private static final String WISH = question("wish", "'kind':'yesNo','required':true");
    @Autowired
    private TaskScene scene;
    @Autowired
    private FormScene forms;
    @Autowired
    private SignIns signIns;
    @Autowired
    private Reports reports;
    @Autowired
    private TaskWork work;
    @Autowired
    private Scoped scoped;
    @Autowired
    private TestDatabase database;
    private Place place;
    private Place elsewhere;
    private Browser worker;
    private Browser community;
    private SubjectId teller;
    private String tellersName;
    private SubjectId brother;
    private SubjectId grandfather;
    private String name;
    private Published survey;
    private String task;

    @BeforeEach
    void aFamilyWithSomebodyToBeVisited() {
        place = scene.place();
        elsewhere = scene.place();
        worker = signIns.as(scene.worker(place));
        scene.worker(elsewhere);
        community = signIns.officer(FormScene.COMMUNITY.toString(), DEPARTMENT);
        tellersName = Invented.name() + "甲";
        teller = forms.person(place.grid(), Map.of("person.name", new Value.Text(tellersName), "person.mobile", new Value.Text(Invented.phone())));
        brother = forms.person(place.grid(), Map.of());
        name = Invented.name() + "老";
        grandfather = forms.person(place.grid(), Map.of("person.name", new Value.Text(name), "person.employer", new Value.Text(place.employer())));
        forms.household(teller, brother, grandfather);
        survey = scene.publish(place, 0, "no-phone");
        task = scene.id(grandfather, survey);
    }

    @AfterEach
    void nobodyIsInChargeOfTheCommunitiesAnyMore() {
        database.everything().execute("update access.post set abolished_at = now() where department = ? and abolished_at is null and region in (?, 320613002002000)",
                DEPARTMENT, FormScene.COMMUNITY.number());
    }

    // --- telling ---------------------------------------------------------------------------------------------------------------

    private String row(JsonNode opened) {
        for (JsonNode person : opened.at("/states/members/people")) {
            if (person.path("name").asString().equals(name)) {
                return person.path("row").asString();
            }
        }
        throw new AssertionError(name + " is not in " + opened);
    }

    private static Map<String, Object> said(String row, String still) {
        return Map.of("members", List.of(Map.of("id", row, "cells", Map.of("still", still))));
    }

    private UUID told(SubjectId by, String still) {
        Published form = forms.publish(MEMBERS);
        Browser browser = forms.signIn(by);
        Reply receipt = forms.submit(browser, form, said(row(browser.get(form.form()).json()), still));
        assertThat(receipt.status()).as(receipt.toString()).isEqualTo(201);
        assertThat(receipt.text()).doesNotContain("report");
        return UUID.fromString(receipt.json().path("submission").asString());
    }

    private void toldThrough(Browser officer, String means, String still) {
        Published form = forms.publish(MEMBERS);
        String path = "/api/officer/forms/" + form.application() + "/ask/persons/" + teller;
        JsonNode opened = officer.get(path + "?means=" + means).json();
        Reply receipt = officer.send("POST", path + "/submissions?means=" + means, FormScene.body(opened, said(row(opened), still)),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(receipt.status()).as(receipt.toString()).isEqualTo(201);
    }

    private void heard(String outcome, Map<String, Object> movedTo) {
        Map<String, Object> visit = new HashMap<>(scene.visit("door", outcome));
        if (movedTo != null) {
            visit.put("movedTo", movedTo);
        }
        Reply reply = scene.attempt(worker, task, UUID.randomUUID(), visit);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
    }

    private List<JsonNode> waiting(Browser who) {
        List<JsonNode> mine = new ArrayList<>();
        for (JsonNode one : who.get("/api/officer/reports").json()) {
            if (one.path("person").asString().equals(grandfather.toString())) {
                mine.add(one);
            }
        }
        return mine;
    }

    private JsonNode report() {
        assertThat(waiting(community)).hasSize(1);
        return waiting(community).getFirst();
    }

    private Reply decide(Browser who, Map<String, Object> decision) {
        return who.post("/api/officer/reports/" + report().path("id").asString() + "/decision", decision);
    }

    private void decided(Map<String, Object> decision) {
        assertThat(decide(community, decision).status()).isEqualTo(204);
        assertThat(waiting(community)).isEmpty();
    }

    private List<String> family(SubjectId reader) {
        return forms.signIn(reader).get(forms.publish(MEMBERS, WISH).form()).json().at("/states/members/people").findValuesAsString("name");
    }

    private Object value(String sql, Object... binds) {
        return database.everything().fetchValue(sql, binds);
    }

    private Object link(String column) {
        return value("select " + column + " from resource.link where kind = 'member' and home = ? and from_id = ?", grandfather.home(), grandfather.id());
    }

    private String corrections() {
        return String.valueOf(value("select string_agg(coalesce(c.outcome, 'open'), ',') from resource.correction c join resource.link l on l.home = c.home and l.id = c.subject"
                + " where l.from_id = ?", grandfather.id()));
    }

    private String closed() {
        return String.valueOf(value("select string_agg(outcome, ',' order by reported_at, closed_at) from task.report where subject = ?", grandfather.id()));
    }

    private RegionCode livesIn() {
        return new RegionCode(((Number) value("select resides_in from resource.person where home = ? and id = ?", grandfather.home(), grandfather.id())).longValue());
    }

    // --- a death ---------------------------------------------------------------------------------------------------------------

    @Test
    void aDeathToldByTheFamilyWaitsWithWhereItIsFrom() {
        UUID submission = told(teller, "died");
        JsonNode report = report();
        assertThat(report.path("kind").asString()).isEqualTo("dead");
        assertThat(report.path("name").asString()).isEqualTo(name);
        assertThat(report.at("/title/zh").asString()).isEqualTo("测试应用");
        assertThat(report.at("/told/by").asString()).isEqualTo(teller.toString());
        assertThat(report.at("/told/name").asString()).isEqualTo(tellersName);
        assertThat(report.at("/told/means").asString()).isEqualTo("self");
        assertThat(value("select submission from task.report where subject = ?", grandfather.id())).isEqualTo(submission);
        assertThat(family(brother)).as("joined until an officer decides").contains(name);
        assertThat(value("select death_date is null from resource.person where id = ?", grandfather.id())).isEqualTo(true);
        assertThat(waiting(community)).hasSize(1);
        assertThat(value("select count(*)::int from access.journal where subject = ? and 'person.name' = any (what) and purpose_zh = '核实居住情况'", grandfather.id()))
                .as("looking is journalled").isEqualTo(3);
        assertThat(value("select count(*)::int from access.journal where subject = ? and purpose_zh = '核实您填报的家人变化'", teller.id())).isEqualTo(3);
    }

    @Test
    void aDeathThatIsTrueNeedsItsDayAndEndsTheMembership() {
        told(teller, "died");
        assertThat(decide(community, Map.of("accept", true)).status()).isEqualTo(422);
        assertThat(decide(community, Map.of("accept", true, "died", "2999-01-01")).status()).isEqualTo(422);
        decided(Map.of("accept", true, "died", "2026-01-05"));
        assertThat(value("select death_date::text from resource.person where id = ?", grandfather.id())).isEqualTo("2026-01-05");
        assertThat(link("until::text")).isEqualTo("2026-01-05");
        assertThat(family(teller)).doesNotContain(name);
        assertThat(closed()).isEqualTo("accepted");
    }

    @Test
    void aDeathThatIsWrongLeavesTheFamilyAsItWas() {
        database.everything().execute("update task.task set ended_at = null where subject = ?", grandfather.id());
        told(teller, "died");
        scene.plan(survey);
        assertThat(scene.task(grandfather, survey).orElse("")).as("invited to nothing").contains("not-addressed");
        Published other = scene.publish(place, 0, "no-phone");
        assertThat(scene.task(grandfather, other)).isEmpty();
        decided(Map.of("accept", false));
        scene.plan(survey);
        scene.plan(other);
        assertThat(scene.task(grandfather, survey).orElse("")).contains(" open ");
        assertThat(scene.task(grandfather, other).orElse("")).contains(" open ");
        assertThat(link("until")).isNull();
        assertThat(family(brother)).contains(name);
        told(brother, "died");
        assertThat(waiting(community)).as("who says it again is heard again").hasSize(1);
    }

    @Test
    void aContestedRelationIsDecidedWithTheDeath() {
        forms.state(grandfather, SourceKind.REGISTER, Means.IMPORT, Instant.parse("2026-01-01T00:00:00Z"),
                Map.of("member.relationToHead", new Value.Code("51")));
        told(teller, "died");
        assertThat(corrections()).isEqualTo("open");
        decided(Map.of("accept", false));
        assertThat(corrections()).isEqualTo("refused");
        told(brother, "died");
        decided(Map.of("accept", true, "died", "2026-02-01"));
        assertThat(corrections().split(",")).containsExactlyInAnyOrder("refused", "accepted");
    }

    @Test
    void toldTwiceWaitsOnce() {
        told(teller, "died");
        told(brother, "died");
        assertThat(report().at("/told/by").asString()).isEqualTo(teller.toString());
        decided(Map.of("accept", true, "died", "2026-01-05"));
    }

    @Test
    void whoTakesItBackWithdrawsIt() {
        told(teller, "died");
        told(brother, "died");
        told(teller, "here");
        reports.reconsider();
        assertThat(waiting(community)).as("the brother still says so").hasSize(1);
        told(brother, "here");
        reports.reconsider();
        assertThat(waiting(community)).isEmpty();
        assertThat(closed()).isEqualTo("withdrawn");
        scene.plan(survey);
        assertThat(scene.task(grandfather, survey).orElse("")).contains(" open ");
        told(brother, "died");
        assertThat(waiting(community)).as("said anew it waits anew").hasSize(1);
    }

    @Test
    void somebodyElsesWordDoesNotWithdrawIt() {
        told(teller, "died");
        told(brother, "here");
        reports.reconsider();
        assertThat(waiting(community)).hasSize(1);
    }

    @Test
    void aGuardianMayBeSaidToHaveDiedButNotToHaveMoved() {
        String guardians = question("members", "'kind':'table','required':false,'rowsOf':'guardian','reuse':'never','columns':["
                + question("name", "'kind':'text','required':true,'element':'person.name'") + "]");
        forms.guardian(teller, grandfather);
        for (String still : List.of("left", "died")) {
            database.everything().execute("update resource.link set until = null where kind = 'guardian' and from_id = ?", teller.id());
            Published form = forms.publish(guardians);
            Browser browser = forms.signIn(teller);
            assertThat(forms.submit(browser, form, said(row(browser.get(form.form()).json()), still)).status()).isEqualTo(201);
            assertThat(waiting(community)).hasSize(still.equals("died") ? 1 : 0);
        }
        reports.reconsider();
        assertThat(report().path("kind").asString()).as("not taken back by anybody").isEqualTo("dead");
        decided(Map.of("accept", true, "died", "2026-01-05"));
        assertThat(value("select until::text from resource.link where kind = 'guardian' and from_id = ?", teller.id())).isEqualTo("2026-01-05");
        assertThat(link("until::text")).as("and lives with nobody").isEqualTo("2026-01-05");
    }

    // --- a move ----------------------------------------------------------------------------------------------------------------

    @Test
    void aMoveEndsTheMembershipAndWaitsForWhereTo() {
        told(teller, "moved");
        JsonNode report = report();
        assertThat(report.path("kind").asString()).isEqualTo("moved");
        assertThat(report.has("toRegion") && !report.path("toRegion").isNull()).isFalse();
        assertThat(family(brother)).doesNotContain(name);
        assertThat(decide(community, Map.of("accept", true)).status()).as("where to").isEqualTo(422);
        decided(Map.of("accept", true, "region", elsewhere.grid().toString()));
        assertThat(livesIn()).isEqualTo(elsewhere.grid());
        assertThat(family(brother)).doesNotContain(name);
        assertThat(forms.signIn(grandfather).get("/api/resident/home").json().path("departures").size()).as("an officer has decided; nobody asks").isZero();
        scene.plan(survey);
        assertThat(scene.task(grandfather, survey).orElse("")).endsWith(elsewhere.grid().toString());
    }

    @Test
    void aMoveThatIsWrongLetsTheMembershipBeginAgain() {
        told(teller, "left");
        decided(Map.of("accept", false));
        assertThat(link("until")).isNull();
        assertThat(family(brother)).contains(name);
        assertThat(livesIn()).isEqualTo(place.grid());
        assertThat(forms.signIn(grandfather).get("/api/resident/home").json().path("departures").size()).isZero();
    }

    @Test
    void whoLivesWithOthersByNowStaysThere() {
        told(teller, "moved");
        forms.household(grandfather);
        decided(Map.of("accept", false));
        assertThat(family(brother)).doesNotContain(name);
    }

    @Test
    void thePersonsOwnWordWithdrawsAMoveAndConfirmsIt() {
        told(teller, "moved");
        Browser own = forms.signIn(grandfather);
        String path = "/api/resident/departures/" + own.get("/api/resident/home").json().at("/departures/0/link").asString();
        assertThat(own.put(path, Map.of("still", true)).status()).isEqualTo(204);
        reports.reconsider();
        assertThat(waiting(community)).isEmpty();
        assertThat(closed()).isEqualTo("withdrawn");
        assertThat(family(brother)).contains(name);

        told(brother, "moved");
        assertThat(own.put(path, Map.of("still", false)).status()).isEqualTo(204);
        reports.reconsider();
        assertThat(waiting(community)).as("where to is not known yet").hasSize(1);
    }

    @Test
    void whoIsOnFileElsewhereAlreadyHasNothingToBeAsked() {
        forms.state(grandfather, SourceKind.REGISTER, Means.IMPORT, Instant.parse("2026-06-01T00:00:00Z"),
                Map.of("person.region", new Value.Region(elsewhere.grid())));
        database.everything().execute("update resource.person set resides_in = ? where id = ?", elsewhere.grid().number(), grandfather.id());
        told(teller, "moved");
        assertThat(waiting(community)).isEmpty();
        told(brother(), "died");
        assertThat(report().path("kind").asString()).as("a death is another matter, and waits where the person is on file").isEqualTo("dead");
        assertThat(report().path("region").asString()).isEqualTo(elsewhere.grid().toString());
    }

    /** Who is joined to the person again, for another word. */
    private SubjectId brother() {
        database.everything().execute("update resource.link set until = null where from_id = ?", grandfather.id());
        return brother;
    }

    // --- through an officer ----------------------------------------------------------------------------------------------------

    @Test
    void whatAnOfficerWritesDownOrTypesFromPaperWaitsToo() {
        toldThrough(worker, "phone", "died");
        assertThat(report().at("/told/means").asString()).isEqualTo("phone");
        assertThat(report().at("/told/by").asString()).isEqualTo(teller.toString());
        assertThat(value("select account is not null from task.report where subject = ?", grandfather.id())).isEqualTo(true);
        decided(Map.of("accept", false));
        toldThrough(worker, "paper", "moved");
        assertThat(report().at("/told/means").asString()).isEqualTo("paper");
        decided(Map.of("accept", true, "region", elsewhere.grid().toString()));
        assertThat(livesIn()).isEqualTo(elsewhere.grid());
    }

    @Test
    void whereThePersonIsOnFileOutOfTheOfficersPlaceItWaitsWhereTheOfficerIs() {
        database.everything().execute("update resource.person set resides_in = 320682001001001, registered_in = ? where id = ?", place.grid().number(), grandfather.id());
        toldThrough(worker, "in-person", "died");
        assertThat(report().path("region").asString()).isEqualTo(place.grid().toString());
    }

    // --- told and visited ------------------------------------------------------------------------------------------------------

    @Test
    void aVisitThatHearsTheSameAddsWhereTo() {
        told(teller, "moved");
        heard("moved", Map.of("region", elsewhere.grid().toString(), "address", "三巷 5 号"));
        JsonNode report = report();
        assertThat(report.path("toRegion").asString()).isEqualTo(elsewhere.grid().toString());
        assertThat(report.path("toAddress").asString()).isEqualTo("三巷 5 号");
        assertThat(report.has("told")).isTrue();
        worker.post("/api/officer/tasks/" + task + "/undo", null);
        assertThat(waiting(community)).as("the form's is not the visit's to take back").hasSize(1);
    }

    @Test
    void aVisitBeforeTheFormIsOneReportAndDecidesBoth() {
        heard("dead", null);
        told(teller, "died");
        assertThat(report().has("told") && !report().path("told").isNull()).as("heard at the door first").isFalse();
        decided(Map.of("accept", true, "died", "2026-01-05"));
        assertThat(link("until::text")).isEqualTo("2026-01-05");
    }

    @Test
    void aVisitTakenBackLeavesWhatTheFamilySaid() {
        heard("dead", null);
        told(teller, "died");
        assertThat(worker.post("/api/officer/tasks/" + task + "/undo", null).status()).isEqualTo(200);
        assertThat(report().at("/told/by").asString()).isEqualTo(teller.toString());
        assertThat(closed()).isEqualTo("withdrawn");
        reports.reconsider();
        assertThat(waiting(community)).hasSize(1);
    }

    @Test
    void whatIsHeardAtADoorIsNotWithdrawnByAForm() {
        heard("dead", null);
        told(teller, "here");
        reports.reconsider();
        assertThat(waiting(community)).hasSize(1);
    }

    // --- who sees it -----------------------------------------------------------------------------------------------------------

    @Test
    void onlyOfficersOfThePlaceSeeAndDecide() {
        told(teller, "died");
        String path = "/api/officer/reports/" + report().path("id").asString() + "/decision";
        Map<String, Object> refusal = Map.of("accept", false);
        Browser outside = signIns.officer("320613002002", DEPARTMENT);
        assertThat(waiting(outside)).isEmpty();
        assertThat(outside.post(path, refusal).status()).isEqualTo(404);
        assertThat(worker.post(path, refusal).status()).isEqualTo(403);
        assertThat(forms.signIn(teller).post(path, refusal).status()).isEqualTo(401);
        assertThat(signIns.nobody().post(path, refusal).status()).isEqualTo(401);
        assertThat(waiting(signIns.officer(place.grid().toString(), "civil-affairs"))).as("of whatever department").hasSize(1);
    }

    @Test
    void residentsReadNoReportNotEvenTheirOwn() {
        told(teller, "died");
        for (SubjectId one : List.of(teller, brother, grandfather)) {
            Browser browser = forms.signIn(one);
            for (String path : List.of("/api/resident/notices", "/api/resident/help", "/api/resident/home", "/api/resident/data")) {
                assertThat(browser.get(path).text()).as(path).doesNotContain("去世").doesNotContain("\"dead\"").doesNotContain("report");
            }
            assertThat(browser.get("/api/officer/reports").status()).isEqualTo(401);
            int seen = scoped.read(new Actor.Resident(one, false, List.of()), dsl -> dsl.fetchCount(REPORT));
            assertThat(seen).as("row security").isZero();
        }
        assertThat(forms.signIn(brother).get("/api/resident/home").text()).as("by whom").doesNotContain(submissionOfTeller());
    }

    private String submissionOfTeller() {
        return value("select submission from task.report where subject = ?", grandfather.id()).toString();
    }

    @Test
    void aResidentTellsOfNobodyButWhomLinksJoin() {
        Actor.Resident resident = new Actor.Resident(teller, false, List.of());
        assertThatThrownBy(() -> scoped.write(resident, dsl -> dsl.insertInto(REPORT).set(REPORT.HOME, grandfather.home()).set(REPORT.ID, UUID.randomUUID())
                .set(REPORT.SUBJECT, grandfather.id()).set(REPORT.APPLICATION, survey.application()).set(REPORT.KIND, "dead").set(REPORT.LIVES_IN, place.grid().number())
                .set(REPORT.SUBMISSION, UUID.randomUUID()).set(REPORT.TOLD_HOME, teller.home()).set(REPORT.TOLD_BY, teller.id()).set(REPORT.MEANS, (short) 4)
                .set(REPORT.REPORTED_AT, OffsetDateTime.now()).execute())).hasRootCauseInstanceOf(SQLException.class).hasStackTraceContaining("row-level security");
    }

    @Test
    void aHandoverTellsWhatWaits() {
        told(teller, "died");
        Actor.Officer holder = signIns.actor(place.grid().toString(), DEPARTMENT, Role.OFFICER);
        assertThat(work.waitingWith(holder)).anyMatch(one -> one.name().zh().equals("搬走和去世待核实") && one.count() == 1);
    }
}
