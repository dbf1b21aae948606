package org.hutong.audience.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;

import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.ServerTest;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.manifest.web.Drafting;
import org.hutong.resource.Townsfolk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** The number of people that an officer sees while choosing whom an application addresses. */
@ServerTest
class CountAudienceTest {
    private static final LocalDate OLD = LocalDate.of(1940, 5, 1);
    private static final LocalDate YOUNG = LocalDate.of(2000, 5, 1);
    @Autowired
    private SignIns signIns;
    @Autowired
    private Drafting drafting;
    @Autowired
    private Townsfolk town;

    @Test
    void peopleOfTheRegionForWhomItIsTrueAreCounted() {
        RegionCode grid = drafting.freshGrid();
        town.person(grid, OLD);
        town.person(grid, OLD);
        town.person(grid, YOUNG);
        Browser officer = signIns.officer(grid.at(4).toString(), "health");
        String old = "{\"element\":\"person.age\",\"op\":\">=\",\"value\":60}";
        assertThat(count(officer, old, "resides-in", grid)).isEqualTo(2);
        assertThat(count(officer, old, "resides-in", grid.at(5))).isEqualTo(2);
        assertThat(count(officer, old, "resides-in", grid.at(4))).isEqualTo(2);
        assertThat(count(officer, "{\"all\":[]}", "resides-in", grid)).isEqualTo(3);
        assertThat(count(officer, "{\"not\":" + old + "}", "resides-in", grid)).isEqualTo(1);
    }

    @Test
    void whoIsNotKnownToFitDoesNotCount() {
        RegionCode grid = drafting.freshGrid();
        SubjectId poor = town.person(grid, OLD);
        town.person(grid, OLD);
        town.registered(poor, Map.of("person.dibao", new Value.YesNo(true)));
        Browser officer = signIns.officer(grid.at(4).toString(), "civil-affairs");
        assertThat(count(officer, "{\"element\":\"person.dibao\",\"op\":\"=\",\"value\":true}", "resides-in", grid)).isEqualTo(1);
        assertThat(count(officer, "{\"not\":{\"element\":\"person.dibao\",\"op\":\"=\",\"value\":true}}", "resides-in", grid)).isZero();
        assertThat(count(officer, "{\"element\":\"person.dibao\",\"op\":\"unknown\"}", "resides-in", grid)).isEqualTo(1);
    }

    @Test
    void registeredHereAndLivingThereCountsByTheNamedRelation() {
        RegionCode here = drafting.freshGrid();
        RegionCode there = drafting.freshGrid();
        SubjectId person = town.person(there, OLD);
        town.registered(person, Map.of("person.hukouRegion", new Value.Region(here)));
        Browser officer = signIns.officer(Drafting.DISTRICT.toString(), "civil-affairs");
        assertThat(count(officer, "{\"all\":[]}", "registered-in", here)).isEqualTo(1);
        assertThat(count(officer, "{\"all\":[]}", "resides-in", here)).isZero();
        assertThat(count(officer, "{\"all\":[]}", "resides-in", there)).isEqualTo(1);
    }

    @Test
    void aGuardianElsewhereDecidesAsOnTheBoard() {
        RegionCode here = drafting.freshGrid();
        RegionCode there = drafting.freshGrid();
        SubjectId child = town.person(here, YOUNG);
        town.person(here, YOUNG);
        town.registered(child, Map.of("guardian/person.name", new Value.Text("监护人"), "guardian/person.region", new Value.Region(there)));
        Browser officer = signIns.officer(here.toString(), "civil-affairs");
        String livesThere = "{\"link\":\"guardian\",\"where\":{\"within\":\"" + there + "\",\"by\":\"resides-in\"}}";
        assertThat(count(officer, livesThere, "resides-in", here)).isEqualTo(1);
        assertThat(count(officer, "{\"not\":" + livesThere + "}", "resides-in", here)).isEqualTo(1);
    }

    @Test
    void aConditionThatMeansNothingIsRefusedAtItsPlaceInTheReadersLanguage() {
        Browser officer = signIns.officer(Drafting.STREET.toString(), "health");
        Map<String, String> faults = Map.of(
                "{\"element\":\"person.shoeSize\",\"op\":\"=\",\"value\":40}", "/criterion/element element-unknown",
                "{\"all\":[{\"element\":\"person.sex\",\"op\":\"=\",\"value\":\"7\"}]}", "/criterion/all/0/value code-unknown",
                "{\"element\":\"person.mobile\",\"op\":\"contains\",\"value\":\"138\"}", "/criterion/op operator-encrypted",
                "{\"answer\":\"q1\",\"op\":\"known\"}", "/criterion/answer answer-outside-form",
                "{\"element\":\"person.age\"}", "/criterion/op criterion-operator",
                "7", "/criterion criterion-shape");
        faults.forEach((criterion, place) -> {
            Reply refused = post(officer, criterion, "resides-in", Drafting.STREET, "zh");
            assertThat(refused.status()).as(criterion).isEqualTo(422);
            assertThat(refused.problem()).isEqualTo("criterion-invalid");
            assertThat(Drafting.places(refused.json().path("errors"))).as(criterion).contains(place);
            assertThat(refused.json().path("errors").get(0).path("message").asString()).as(criterion).matches(".*\\p{IsHan}.*")
                    .isNotEqualTo("内容不符合要求");
            assertThat(post(officer, criterion, "resides-in", Drafting.STREET, "en").json().path("errors").get(0).path("message").asString())
                    .as(criterion).doesNotMatch(".*\\p{IsHan}.*").isNotEqualTo("This is not as it should be");
        });
        assertThat(post(officer, "{\"all\":[]}", "sleeps-in", Drafting.STREET, "zh").status()).isEqualTo(422);
    }

    private static long count(Browser officer, String criterion, String relation, RegionCode region) {
        Reply reply = post(officer, criterion, relation, region, "zh");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.json().path("count").asLong();
    }

    static Reply post(Browser officer, String criterion, String relation, RegionCode region, String language) {
        return officer.send("POST", "/api/audience/count", Map.of("criterion", JsonMapper.shared().readTree(criterion), "relation", relation,
                "region", region.toString()), Map.of("Accept-Language", language));
    }
}
