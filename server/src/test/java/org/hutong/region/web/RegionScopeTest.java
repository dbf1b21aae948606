package org.hutong.region.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.hutong.access.Actor;
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
import tools.jackson.databind.JsonNode;

@ServerTest
@ScopeTestOf("GET /api/regions/{code}")
class RegionScopeTest {
    @Autowired
    private SignIns signIns;
    @Autowired
    private Regions regions;
    @Autowired
    private Subjects subjects;

    @BeforeEach
    void theTreeOfOneCommunity() {
        RegionCode grid = RegionCode.of("320681001001001");
        regions.add(List.of(1, 2, 3, 4, 5, 6).stream().map(level -> new Region(grid.at(level), level, Localised.of("第" + level + "级", "Level " + level),
                level == 1 ? null : grid.at(level - 1))).toList());
    }

    @Test
    void an_officer_reads_the_own_subtree_with_the_names_above_it() {
        Browser street = signIns.officer("320681001", "health");
        JsonNode region = street.get("/api/regions/320681001000").json();
        assertThat(region.get("children")).hasSize(1);
        assertThat(region.get("children").get(0).get("code").asString()).isEqualTo("320681001001");
        assertThat(region.get("path")).hasSize(4);
        assertThat(street.get("/api/regions/320681001001001").json().get("level").asInt()).isEqualTo(6);
    }

    @Test
    void above_beside_and_nowhere_are_all_not_found() {
        Browser street = signIns.officer("320681001", "health");
        assertThat(street.get("/api/regions/320681000000").status()).isEqualTo(404);
        assertThat(street.get("/api/regions/320681002000").status()).isEqualTo(404);
        assertThat(street.get("/api/regions/nowhere").status()).isEqualTo(404);
        assertThat(signIns.nobody().get("/api/regions/320681001000").status()).isEqualTo(401);
    }

    @Test
    void a_resident_chooses_a_place_down_to_the_community() {
        Browser resident = signIns.resident(subjects.createPerson(new Actor.Background("test"), 320681, RegionCode.of("320681001001")));
        assertThat(resident.get("/api/resident/regions/320681001000").json().get("children")).hasSize(1);
        assertThat(resident.get("/api/resident/regions/320681001001").json().get("children")).isEmpty();
        assertThat(resident.get("/api/resident/regions/999999999999").status()).isEqualTo(404);
    }
}
