package org.hutong.resource.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.hutong.access.AccessJournal;
import org.hutong.access.Actor;
import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestClock;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.resource.Townsfolk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An officer sees both sides of a value that is objected to, and decides. */
@ServerTest
class DecideDisputeTest {
    private static final RegionCode PLACE = RegionCode.of("320613002001");
    private static final String STREET = "320613002000";
    private static final String REASON = "?purpose=" + URLEncoder.encode("核实", StandardCharsets.UTF_8);
    @Autowired
    private Townsfolk town;
    @Autowired
    private SignIns signIns;
    @Autowired
    private AccessJournal journal;
    @Autowired
    private TestClock clock;

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    private SubjectId objecting() {
        SubjectId person = town.person(PLACE, LocalDate.of(1950, 1, 1));
        town.registered(person, Map.of("person.dibao", new Value.YesNo(true)));
        town.says(person, Map.of("person.dibao", new Value.YesNo(false)));
        return person;
    }

    private static String path(SubjectId person) {
        return "/api/people/" + person + "/disputes/person.dibao";
    }

    private Browser officer() {
        return signIns.officer(STREET, "civil-affairs");
    }

    private String standing(SubjectId person) {
        JsonNode record = officer().get("/api/people/" + person + REASON).json();
        for (JsonNode element : record.path("elements")) {
            if (element.path("code").asString().equals("person.dibao")) {
                return element.path("display").asString() + " " + element.path("standing").asString();
            }
        }
        return "none";
    }

    private static String act(JsonNode dispute, boolean current) {
        for (JsonNode claim : dispute.path("claims")) {
            if (claim.path("current").asBoolean() == current) {
                return claim.path("act").asString();
            }
        }
        throw new AssertionError("no such claim: " + dispute);
    }

    @Test
    void bothSidesAreShownForAPurposeOnly() {
        SubjectId person = objecting();
        assertThat(officer().get(path(person)).json().path("claims").findValuesAsString("display")).isEmpty();
        JsonNode dispute = officer().get(path(person) + REASON).json();
        assertThat(dispute.path("claims").findValuesAsString("display")).containsExactly("是", "否");
        assertThat(dispute.path("claims").findValuesAsString("source")).containsExactly("register", "resident");
        assertThat(dispute.path("mayDecide").asBoolean()).isTrue();
    }

    @Test
    void theObjectionIsRightAndTheRegisterIsTakenBack() {
        SubjectId person = objecting();
        assertThat(standing(person)).isEqualTo("是 contested");
        JsonNode dispute = officer().get(path(person) + REASON).json();
        assertThat(officer().put(path(person), Map.of("act", act(dispute, false), "reason", "看过证明")).status()).isEqualTo(204);
        assertThat(standing(person)).isEqualTo("否 held");
        assertThat(officer().get(path(person)).status()).as("nothing is open any more").isEqualTo(404);
        assertThat(journal.of(new Actor.Resident(person, false, List.of()), person, 20)).anySatisfy(look -> {
            assertThat(look.what()).contains("person.dibao");
            assertThat(look.purpose().zh()).contains("作出决定", "看过证明");
        });
    }

    @Test
    void theRegisterIsRightAndTheObjectionIsTakenBack() {
        SubjectId person = objecting();
        JsonNode dispute = officer().get(path(person) + REASON).json();
        assertThat(officer().put(path(person), Map.of("act", act(dispute, true), "reason", "电话核实")).status()).isEqualTo(204);
        assertThat(standing(person)).isEqualTo("是 held");
        town.says(person, Map.of("person.dibao", new Value.YesNo(false)));
        assertThat(standing(person)).as("a new objection is heard").isEqualTo("是 contested");
    }

    private static boolean waits(Browser officer, SubjectId person) {
        for (JsonNode one : officer.get("/api/officer/disputes").json()) {
            if (one.path("person").asString().equals(person.toString())) {
                assertThat(one.path("element").asString()).isEqualTo("person.dibao");
                assertThat(one.has("display")).isFalse();
                return true;
            }
        }
        return false;
    }

    @Test
    @ScopeTestOf("GET /api/officer/disputes")
    void whatWaitsIsListedInTheOwnRegionUntilItIsDecided() {
        SubjectId person = objecting();
        assertThat(waits(officer(), person)).isTrue();
        assertThat(waits(signIns.officer("320613003000", "civil-affairs"), person)).as("another street").isFalse();
        assertThat(signIns.officer(STREET, "civil-affairs", Role.WORKER).get("/api/officer/disputes").status()).isEqualTo(403);
        JsonNode dispute = officer().get(path(person) + REASON).json();
        officer().put(path(person), Map.of("act", act(dispute, false), "reason", "看过证明"));
        assertThat(waits(officer(), person)).isFalse();
    }

    @Test
    void thePersonReadsWhatBecameOfTheObjectionForAFortnight() {
        SubjectId person = objecting();
        Browser resident = signIns.resident(person);
        assertThat(resident.get("/api/resident/home").json().path("settled").size()).isZero();
        JsonNode dispute = officer().get(path(person) + REASON).json();
        officer().put(path(person), Map.of("act", act(dispute, false), "reason", "看过证明"));
        JsonNode settled = resident.get("/api/resident/home").json().path("settled");
        assertThat(settled.size()).isEqualTo(1);
        assertThat(settled.at("/0/element").asString()).isEqualTo("person.dibao");
        assertThat(settled.at("/0/accepted").asBoolean()).isTrue();
        assertThat(settled.at("/0/reason").asString()).isEqualTo("看过证明");
        assertThat(signIns.resident(objecting()).get("/api/resident/home").json().path("settled").size()).as("of nobody else").isZero();
        clock.moveOn(Duration.ofDays(15));
        assertThat(signIns.resident(person).get("/api/resident/home").json().path("settled").size()).isZero();
    }

    @Test
    void aDecisionNeedsAReasonAndAClaim() {
        SubjectId person = objecting();
        JsonNode dispute = officer().get(path(person)).json();
        assertThat(officer().put(path(person), Map.of("act", act(dispute, true), "reason", " ")).status()).isEqualTo(422);
        assertThat(officer().put(path(person), Map.of("act", java.util.UUID.randomUUID().toString(), "reason", "x")).status()).isEqualTo(404);
        assertThat(officer().get("/api/people/" + person + "/disputes/nonsense").status()).isEqualTo(404);
        assertThat(standing(person)).isEqualTo("是 contested");
    }

    @Test
    @ScopeTestOf({"GET /api/people/{id}/disputes/{element}", "PUT /api/people/{id}/disputes/{element}"})
    void nobodyElseSeesOrDecides() {
        SubjectId person = objecting();
        Map<String, String> decision = Map.of("act", act(officer().get(path(person)).json(), false), "reason", "x");
        Browser beside = signIns.officer("320613003000", "civil-affairs");
        assertThat(beside.get(path(person)).status()).isEqualTo(404);
        assertThat(beside.put(path(person), decision).status()).isEqualTo(404);
        assertThat(signIns.officer(STREET, "civil-affairs", Role.WORKER).put(path(person), decision).status()).isEqualTo(403);
        assertThat(signIns.officer(STREET, "civil-affairs", Role.AUDITOR).get(path(person)).status()).isEqualTo(403);
        assertThat(signIns.nobody().get(path(person)).status()).isEqualTo(401);
        assertThat(standing(person)).isEqualTo("是 contested");
    }
}
