package org.hutong.resource.web;

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

/** How many hold a value: within the reader's region, nobody by name. */
@ServerTest
@ScopeTestOf("GET /api/catalogue/elements/{code}/holders")
class HoldersScopeTest {
    @Autowired
    private SignIns signIns;
    @Autowired
    private Drafting drafting;
    @Autowired
    private Townsfolk town;

    private long count(String region, String element) {
        return signIns.officer(region, "health", Role.STEWARD).get("/api/catalogue/elements/" + element + "/holders").json().get("count").asLong();
    }

    @Test
    void countsAreThoseOfTheOwnRegion() {
        RegionCode grid = drafting.freshGrid();
        town.person(grid, LocalDate.of(1950, 1, 1));
        assertThat(count(grid.toString(), "person.birthDate")).isEqualTo(1);
        assertThat(count(Drafting.DISTRICT.toString(), "person.birthDate")).isPositive();
        assertThat(count("980000000000", "person.birthDate")).isZero();
        assertThat(count("980000000000", "household.size")).isZero();
        assertThat(count("980000000000", "member.relationToHead")).isZero();
    }

    @Test
    void whatIsAlwaysWorkedOutIsHeldByNobody() {
        assertThat(signIns.officer("320613", "health").get("/api/catalogue/elements/person.age/holders").json().has("count")).isFalse();
    }

    @Test
    void whoReadsNoCatalogueCountsNobody() {
        Browser administrator = signIns.officer("320613", "health", Role.ADMINISTRATOR);
        assertThat(administrator.get("/api/catalogue/elements/person.name/holders").status()).isEqualTo(403);
        assertThat(signIns.nobody().get("/api/catalogue/elements/person.name/holders").status()).isEqualTo(401);
        assertThat(signIns.officer("320613", "health").get("/api/catalogue/elements/person.none/holders").status()).isEqualTo(404);
    }
}
