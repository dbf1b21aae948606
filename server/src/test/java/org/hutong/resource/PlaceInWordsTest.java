package org.hutong.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;

import org.hutong.app.testing.ServerTest;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.Value;
import org.hutong.region.Region;
import org.hutong.region.Regions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A place as residents read it, in the tree of the town or not. */
@ServerTest
class PlaceInWordsTest {
    @Autowired
    private Displays displays;
    @Autowired
    private Regions regions;

    @BeforeEach
    void oneProvinceOneCityOneDistrict() {
        regions.add(List.of(region("370000000000", null, "甲省", "Jia"), region("370100000000", "370000000000", "乙市", "Yi"),
                region("370102000000", "370100000000", "丙区", "Bing")));
    }

    private static Region region(String code, String parent, String zh, String en) {
        RegionCode own = RegionCode.of(code);
        return new Region(own, own.level(), Localised.of(zh, en), parent == null ? null : RegionCode.of(parent));
    }

    private String words(String code, Locale reader) {
        return displays.words(null, new Value.Region(RegionCode.of(code)), reader);
    }

    @Test
    void aKnownPlaceIsNamed() {
        assertThat(words("370102000000", Locale.CHINESE)).isEqualTo("丙区");
        assertThat(words("370102000000", Locale.ENGLISH)).isEqualTo("Bing");
    }

    @Test
    void aPlaceThatTheTreeLacksIsNamedByWhatItLiesInAndItsCode() {
        assertThat(words("370102009007", Locale.CHINESE)).isEqualTo("丙区（地区 370102009007）");
        assertThat(words("370102009007", Locale.ENGLISH)).isEqualTo("code 370102009007, Bing");
        assertThat(words("370199001000", Locale.CHINESE)).isEqualTo("乙市（地区 370199001000）");
    }

    @Test
    void aPlaceOfWhichNothingIsKnownSaysThatItIsACode() {
        assertThat(words("540121001000", Locale.CHINESE)).isEqualTo("地区 540121001000");
        assertThat(words("540121001000", Locale.ENGLISH)).isEqualTo("code 540121001000");
        assertThat(regions.name(RegionCode.of("540121001000")).en()).isEqualTo("code 540121001000");
    }
}
