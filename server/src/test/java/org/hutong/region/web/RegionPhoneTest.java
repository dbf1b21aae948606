package org.hutong.region.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;

import org.hutong.access.Actor;
import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.region.Region;
import org.hutong.region.Regions;
import org.hutong.resource.Subjects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
@ScopeTestOf("PUT /api/regions/{code}/phone")
class RegionPhoneTest {
    private static final String STREET = "320682001000";
    private static final String COMMUNITY = "320682001001";
    @Autowired
    private SignIns signIns;
    @Autowired
    private Regions regions;
    @Autowired
    private Subjects subjects;

    @BeforeEach
    void aStreetWithTwoCommunitiesAndNoNumber() {
        RegionCode community = RegionCode.of(COMMUNITY);
        regions.add(IntStream.rangeClosed(1, 5).mapToObj(level -> new Region(community.at(level), level, Localised.of("第" + level + "级", "Level " + level),
                level == 1 ? null : community.at(level - 1))).toList());
        regions.add(List.of(new Region(RegionCode.of("320682001002"), 5, Localised.of("二社区", "Second"), community.at(4))));
        List.of(community, community.at(4)).forEach(code -> regions.setPhone(code, null));
    }

    private record Wanted(String phone) {
    }

    private Browser officer() {
        return signIns.officer("320682001", "health", Role.OFFICER);
    }

    private String shownTo(Browser reader, String region) {
        return reader.get("/api/resident/regions/" + region).json().path("phone").asString("none");
    }

    private Browser resident() {
        return signIns.resident(subjects.createPerson(new Actor.Background("test"), 320682, RegionCode.of(COMMUNITY)));
    }

    @Test
    void residentsSeeTheirOwnNumberOrElseTheOneAbove() {
        Browser resident = resident();
        assertThat(shownTo(resident, COMMUNITY)).isEqualTo("none");
        assertThat(officer().put("/api/regions/" + STREET + "/phone", new Wanted("15400000100")).status()).isEqualTo(200);
        assertThat(shownTo(resident, COMMUNITY)).isEqualTo("15400000100");
        assertThat(officer().put("/api/regions/" + COMMUNITY + "/phone", new Wanted("１５４ ００００ ０１０１")).json().path("phone").asString())
                .isEqualTo("15400000101");
        assertThat(shownTo(resident, COMMUNITY)).isEqualTo("15400000101");
        assertThat(shownTo(resident, "320682001002")).isEqualTo("15400000100");
        officer().put("/api/regions/" + COMMUNITY + "/phone", new Wanted(" "));
        assertThat(shownTo(resident, COMMUNITY)).isEqualTo("15400000100");
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThat(officer().put("/api/regions/" + STREET + "/phone", new Wanted("ask for Wang")).status()).isEqualTo(422);
        assertThat(officer().put("/api/regions/" + STREET + "/phone", new Wanted("1")).status()).isEqualTo(422);
    }

    @Test
    void onlyAnOfficerWithinTheOwnRegionSetsIt() {
        Wanted wanted = new Wanted("15400000102");
        assertThat(officer().put("/api/regions/320682000000/phone", wanted).status()).isEqualTo(404);
        assertThat(officer().put("/api/regions/320682002000/phone", wanted).status()).isEqualTo(404);
        assertThat(officer().put("/api/regions/nowhere/phone", wanted).status()).isEqualTo(404);
        assertThat(signIns.officer("320682001", "health", Role.AUDITOR).put("/api/regions/" + STREET + "/phone", wanted).status()).isEqualTo(403);
        assertThat(signIns.nobody().put("/api/regions/" + STREET + "/phone", wanted).status()).isEqualTo(401);
        assertThat(resident().put("/api/regions/" + STREET + "/phone", wanted).status()).isEqualTo(401);
    }
}
