package org.hutong.audience.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.hutong.kernel.RegionCode;
import org.hutong.manifest.web.Drafting;
import org.hutong.resource.Townsfolk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody counts people outside the own region. */
@ServerTest
@ScopeTestOf("POST /api/audience/count")
class CountAudienceScopeTest {
    private static final String EVERYBODY = "{\"all\":[]}";
    @Autowired
    private SignIns signIns;
    @Autowired
    private Townsfolk town;

    @Test
    void aRegionBesideOrAboveDoesNotExist() {
        Browser officer = signIns.officer(Drafting.STREET.toString(), "health");
        for (RegionCode region : new RegionCode[] {Drafting.OTHER_STREET, Drafting.DISTRICT, RegionCode.of("98")}) {
            assertThat(CountAudienceTest.post(officer, EVERYBODY, "resides-in", region, "zh").status()).as(region.toString()).isEqualTo(404);
        }
    }

    @Test
    void aConditionCannotReachOutOfTheRegion() {
        town.person(Drafting.FAR_GRID, LocalDate.of(1950, 1, 1));
        Browser officer = signIns.officer(Drafting.STREET.toString(), "health");
        String there = "{\"within\":\"" + Drafting.FAR_GRID + "\",\"by\":\"resides-in\"}";
        assertThat(CountAudienceTest.post(officer, there, "resides-in", Drafting.STREET, "zh").json().path("count").asLong()).isZero();
    }

    @Test
    void whoHasNoBusinessWithResidentsDataCountsNobody() {
        assertThat(CountAudienceTest.post(signIns.nobody(), EVERYBODY, "resides-in", Drafting.STREET, "zh").status()).isEqualTo(401);
        for (Role role : new Role[] {Role.ADMINISTRATOR, Role.AUDITOR}) {
            assertThat(CountAudienceTest.post(signIns.officer(Drafting.STREET.toString(), "health", role), EVERYBODY, "resides-in",
                    Drafting.STREET, "zh").status()).isEqualTo(403);
        }
    }
}
