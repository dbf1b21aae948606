package org.hutong.app.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.region.Region;
import org.hutong.region.Regions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
@ScopeTestOf({"POST /api/administration/regions", "POST /api/administration/regions/check", "PUT /api/regions/{code}/name"})
class AddRegionsTest {
    private static final String REGIONS = "/api/administration/regions";
    @Autowired
    private SignIns signIns;
    @Autowired
    private Regions regions;
    private Browser administrator;

    @BeforeEach
    void aStreet() {
        RegionCode street = RegionCode.of("320681005000");
        regions.add(IntStream.rangeClosed(1, 4).mapToObj(level -> new Region(street.at(level), level, Localised.of("第" + level + "级", "Level " + level),
                level == 1 ? null : street.at(level - 1))).toList());
        administrator = signIns.officer("320681005", "civil-affairs", Role.ADMINISTRATOR);
    }

    private static Map<String, String> sheet(String text) {
        return Map.of("sheet", text);
    }

    @Test
    void addsWhatIsNewAndLeavesTheRest() {
        String list = "320681005000,别的名字\n320681005001,一社区\n320681005001001,第1网格";
        assertThat(administrator.post(REGIONS + "/check", sheet(list)).json().path("known").asInt()).isEqualTo(1);
        assertThat(regions.find(RegionCode.of("320681005001"))).isEmpty();
        assertThat(administrator.post(REGIONS, sheet(list)).json().path("added").asInt()).isEqualTo(2);
        assertThat(regions.name(RegionCode.of("320681005000")).zh()).isEqualTo("第4级");
        assertThat(administrator.get("/api/regions/320681005001").json().at("/children/0/name/zh").asString()).isEqualTo("第1网格");
        assertThat(administrator.post(REGIONS, sheet(list)).json().path("added").asInt()).isZero();
    }

    @Test
    void aNameIsCorrected() {
        assertThat(administrator.put("/api/regions/320681005000/name", Map.of("name", Map.of("zh", "文峰街道", "en", "Wenfeng"))).json().at("/name/zh").asString())
                .isEqualTo("文峰街道");
        assertThat(regions.name(RegionCode.of("320681005000")).en()).isEqualTo("Wenfeng");
        assertThat(administrator.put("/api/regions/320681005000/name", Map.of("name", Map.of("zh", " ", "en", ""))).status()).isEqualTo(422);
        administrator.put("/api/regions/320681005000/name", Map.of("name", Map.of("zh", "第4级", "en", "Level 4")));
    }

    @Test
    void nothingOutsideTheOwnRegion() {
        for (String path : List.of(REGIONS, REGIONS + "/check")) {
            assertThat(administrator.post(path, sheet("320681006000,别处")).json().at("/errors/0/code").asString()).isEqualTo("region-outside");
            assertThat(administrator.post(path, sheet("")).status()).isEqualTo(422);
            assertThat(signIns.officer("320681005", "health", Role.OFFICER).post(path, sheet("320681005009,x")).status()).isEqualTo(403);
            assertThat(signIns.nobody().post(path, sheet("320681005009,x")).status()).isEqualTo(401);
        }
        Map<String, Object> name = Map.of("name", Map.of("zh", "新名", "en", "New"));
        assertThat(administrator.put("/api/regions/320681000000/name", name).status()).isEqualTo(404);
        assertThat(administrator.put("/api/regions/320681005099/name", name).status()).isEqualTo(404);
        assertThat(signIns.officer("320681005", "health", Role.OFFICER).put("/api/regions/320681005000/name", name).status()).isEqualTo(403);
        assertThat(regions.find(RegionCode.of("320681005009"))).isEmpty();
    }
}
