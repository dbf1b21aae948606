package org.hutong.region.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.hutong.access.Actor;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
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
class ChoosePlaceTest {
    private static final RegionCode PROVINCE = RegionCode.of("320000000000");
    private static final RegionCode COMMUNITY = RegionCode.of("320699001001");
    @Autowired
    private SignIns signIns;
    @Autowired
    private Regions regions;
    @Autowired
    private Subjects subjects;

    @BeforeEach
    void someRegions() {
        regions.add(List.of(new Region(PROVINCE, 1, Localised.of("江苏省", "Jiangsu"), null),
                new Region(COMMUNITY, 5, Localised.of("试验社区", "Trial"), PROVINCE),
                new Region(RegionCode.of("320699001001001"), 6, Localised.of("第一网格", "Grid 1"), COMMUNITY)));
    }

    private Browser resident() {
        return signIns.resident(subjects.createPerson(new Actor.Background("import"), 320699, COMMUNITY));
    }

    @Test
    void aResidentBeginsAtTheTop() {
        assertThat(resident().get("/api/resident/regions").json().findValuesAsString("code")).contains("320000000000").doesNotContain("320699001001");
    }

    @Test
    void aResidentGoesDownToTheCommunityAndNoFurther() {
        assertThat(resident().get("/api/resident/regions/320000000000").json().path("children").findValuesAsString("code")).contains("320699001001");
        assertThat(resident().get("/api/resident/regions/320699001001").json().path("children")).isEmpty();
    }

    @Test
    void placesThatAreNoneAreNotFound() {
        assertThat(resident().get("/api/resident/regions/999999000000").status()).isEqualTo(404);
        assertThat(resident().get("/api/resident/regions/nowhere").status()).isEqualTo(404);
    }

    @Test
    void whoIsNotOnFileChoosesBeforeSigningIn() {
        assertThat(signIns.nobody().get("/api/resident/regions").json().findValuesAsString("code")).contains("320000000000");
        assertThat(signIns.nobody().get("/api/resident/regions/320000000000").status()).isEqualTo(200);
    }
}
