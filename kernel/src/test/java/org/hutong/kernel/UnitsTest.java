package org.hutong.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.junit.jupiter.api.Test;

class UnitsTest {
    private static final Localised YEARS = Localised.of("岁", "year | years");

    @Test
    void english_has_one_and_many_and_chinese_one_form_for_both() {
        assertThat(Units.in(YEARS, Locale.ENGLISH, true)).isEqualTo("year");
        assertThat(Units.in(YEARS, Locale.ENGLISH, false)).isEqualTo("years");
        assertThat(Units.in(YEARS, Locale.CHINESE, true)).isEqualTo("岁");
        assertThat(Units.in(Localised.of("元", "yuan"), Locale.ENGLISH, true)).isEqualTo("yuan");
    }

    @Test
    void without_english_it_is_the_chinese_one() {
        assertThat(Units.in(Localised.of("桶", null), Locale.ENGLISH, false)).isEqualTo("桶");
    }
}
