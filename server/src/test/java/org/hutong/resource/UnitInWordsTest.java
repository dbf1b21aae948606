package org.hutong.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;

import org.hutong.app.testing.ServerTest;
import org.hutong.catalogue.Catalogue;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Value;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A number as residents and officers read it, with the unit of its element. */
@ServerTest
class UnitInWordsTest {
    @Autowired
    private Displays displays;
    @Autowired
    private Catalogue catalogue;

    private String words(String element, long value, Locale reader) {
        return displays.full(catalogue.element(ElementCode.of(element)).orElseThrow(), new Value.Int(value), reader);
    }

    @Test
    void theUnitIsInTheLanguageOfTheReader() {
        assertThat(words("person.age", 72, Locale.CHINESE)).isEqualTo("72 岁");
        assertThat(words("person.age", 72, Locale.ENGLISH)).isEqualTo("72 years");
        assertThat(words("household.size", 3, Locale.ENGLISH)).isEqualTo("3 people");
    }

    @Test
    void oneIsNotMany() {
        assertThat(words("person.age", 1, Locale.ENGLISH)).isEqualTo("1 year");
        assertThat(words("household.size", 1, Locale.ENGLISH)).isEqualTo("1 person");
        assertThat(words("household.size", 1, Locale.CHINESE)).isEqualTo("1 人");
    }
}
