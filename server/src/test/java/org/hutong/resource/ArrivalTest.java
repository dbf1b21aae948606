package org.hutong.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.Invented;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestDatabase;
import org.hutong.form.FormScene;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.BusinessDay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A newcomer says "I live here now", and an officer of the place meets him or her. */
@ServerTest
class ArrivalTest {
    private static final String MINE = "/api/resident/arrival";
    private static final String WAITING = "/api/officer/arrivals";
    private static final String HERE = "320613002001";
    private static final String NEXT = "320613002002";
    @Autowired
    private SignIns signIns;
    @Autowired
    private FormScene scene;
    @Autowired
    private TestDatabase database;
    @Autowired
    private BusinessDay day;
    private final String name = Invented.name();
    private final String phone = Invented.phone();
    private Published survey;
    private Browser newcomer;

    @BeforeEach
    void somebodyNew() {
        survey = scene.publish(FormScene.question("height", "'kind':'integer','required':true"));
        newcomer = signIns.newcomer(name, phone);
    }

    private Reply say(String region, String address) {
        return newcomer.put(MINE, Map.of("region", region, "address", address, "since", day.today().minusDays(2)));
    }

    private Browser office(String region) {
        return signIns.officer(region, "police");
    }

    private String person() {
        return newcomer.get("/api/resident/session").json().path("subject").asString();
    }

    private static JsonNode row(Browser office, String person) {
        return office.get(WAITING).json().valueStream().filter(one -> one.path("person").asString().equals(person)).findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
    }

    private static Reply decide(Browser office, String person, boolean accept) {
        return office.post(WAITING + "/" + person + "/decision", Map.of("accept", accept));
    }

    @Test
    void theCommunitySeesWhoIsNewAndHowToReachThem() {
        assertThat(newcomer.get(MINE).json().path("state").asString()).isEqualTo("none");
        assertThat(say(HERE, "和平路 3 号 201 室").json().path("state").asString()).isEqualTo("waiting");
        JsonNode row = row(office(HERE), person());
        assertThat(row.path("name").asString()).isEqualTo(name);
        assertThat(row.path("address").asString()).isEqualTo("和平路 3 号 201 室");
        assertThat(row.path("phoneMasked").asString()).startsWith(phone.substring(0, 3)).doesNotContain(phone);
        assertThat(newcomer.get("/api/resident/data").text()).contains("核实新来的居民", "和平路 3 号 201 室");
    }

    @Test
    void itIsThePersonsOwnWordAtOnceAndFormsOfThePlaceReachThem() {
        newcomer = signIns.unplaced();
        assertThat(newcomer.get("/api/resident/home").text()).doesNotContain(survey.application().toString());
        say(HERE, "和平路 5 号");
        assertThat(newcomer.get("/api/resident/home").text()).contains(survey.application().toString());
    }

    @Test
    void whoIsAcceptedIsNoNewcomerAnyMore() {
        say(HERE, "和平路 3 号");
        assertThat(decide(office(HERE), person(), true).status()).isEqualTo(204);
        assertThat(newcomer.get(MINE).json().path("state").asString()).isEqualTo("accepted");
        assertThat(row(office(HERE), person()).isMissingNode()).isTrue();
        assertThat(signIns.newcomer(name, phone).get("/api/resident/session").json().path("newcomer").asBoolean()).isFalse();
        assertThat(say(NEXT, "别处").status()).as("who is met says it through a form").isEqualTo(404);
        assertThat(newcomer.get("/api/resident/data").text()).contains("和平路 3 号");
        assertThat(decide(office(HERE), person(), false).problem()).isEqualTo("report-decided");
    }

    @Test
    void whatIsRefusedIsTakenBackAndCanBeSaidAnew() {
        say(HERE, "没有这个门牌");
        assertThat(decide(office(HERE), person(), false).status()).isEqualTo(204);
        assertThat(newcomer.get(MINE).json().path("state").asString()).isEqualTo("refused");
        assertThat(newcomer.get("/api/resident/data").text()).doesNotContain("没有这个门牌");
        assertThat(say(NEXT, "友谊路 1 号").json().path("state").asString()).isEqualTo("waiting");
        assertThat(row(office(NEXT), person()).path("address").asString()).isEqualTo("友谊路 1 号");
    }

    @Test
    void whatIsSaidAgainTakesThePlaceOfWhatWaits() {
        say(HERE, "和平路 3 号");
        say(NEXT, "友谊路 1 号");
        assertThat(row(office(HERE), person()).isMissingNode()).isTrue();
        assertThat(row(office(NEXT), person()).path("address").asString()).isEqualTo("友谊路 1 号");
        assertThat(database.everything().fetchValue("select count(*) from resource.arrival where subject = ?::uuid", person().substring(person().indexOf('-') + 1)))
                .isEqualTo(1L);
    }

    @Test
    void aPlaceHasToBeACommunityOfTheTreeAndADayNotToCome() {
        assertThat(say(FormScene.STREET, "和平路").json().at("/errors/0/code").asString()).isEqualTo("region-unknown");
        assertThat(say("320613002999", "和平路").json().at("/errors/0/code").asString()).isEqualTo("region-unknown");
        assertThat(say(HERE, "  ").status()).isEqualTo(422);
        assertThat(newcomer.put(MINE, Map.of("region", HERE, "address", "和平路", "since", day.today().plusDays(1))).json().at("/errors/0/code").asString())
                .isEqualTo("day-future");
    }

    @Test
    @ScopeTestOf({"GET /api/resident/arrival", "PUT /api/resident/arrival", "GET /api/officer/arrivals", "POST /api/officer/arrivals/{person}/decision"})
    void onlyTheOfficersOfThePlaceAndThePersonSeeIt() {
        say(HERE, "和平路 3 号");
        for (Browser far : List.of(office(NEXT), office("320613003000"))) {
            assertThat(far.get(WAITING).text()).doesNotContain(person(), name);
            assertThat(decide(far, person(), true).status()).isEqualTo(404);
        }
        for (Role role : List.of(Role.WORKER, Role.ADMINISTRATOR, Role.AUDITOR)) {
            Browser other = signIns.officer(HERE, "police", role);
            assertThat(other.get(WAITING).status()).isEqualTo(403);
            assertThat(decide(other, person(), true).status()).isEqualTo(403);
        }
        assertThat(signIns.newcomer(Invented.name(), Invented.phone()).get(MINE).json().path("state").asString()).isEqualTo("none");
        Browser known = scene.signIn(scene.person());
        assertThat(known.get(MINE).json().path("state").asString()).isEqualTo("none");
        assertThat(known.put(MINE, Map.of("region", HERE, "address", "和平路 3 号")).status()).as("who is on file moves through a form").isEqualTo(404);
        assertThat(row(office(FormScene.STREET), person()).isMissingNode()).as("the street is above the community").isFalse();
        assertThat(newcomer.get(WAITING).status()).isEqualTo(401);
    }

    @Test
    void rowLevelSecurityHoldsWhereTheCodeDoesNot() {
        say(HERE, "和平路 3 号");
        assertThat(seen(signIns.actor("320613003000", "police"))).isZero();
        assertThat(seen(signIns.actor(HERE, "police"))).isPositive();
    }

    private int seen(org.hutong.access.Actor.Officer officer) {
        return database.scoped().read(officer, dsl -> dsl.fetchCount(org.hutong.schema.resource.Tables.ARRIVAL));
    }
}
