package org.hutong.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

import org.hutong.app.testing.ServerTest;
import org.hutong.kernel.Value;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A day as residents and officers read it, as the pages write it: never in the form of computers. */
@ServerTest
class DayInWordsTest {
    @Autowired
    private Displays displays;

    private String chinese(Value value) {
        return displays.words(null, value, Locale.CHINESE);
    }

    private String english(Value value) {
        return displays.words(null, value, Locale.ENGLISH);
    }

    @Test
    void aDayIsInTheReadersForm() {
        Value day = new Value.Day(LocalDate.of(1955, 2, 9));
        assertThat(chinese(day)).isEqualTo("1955 年 2 月 9 日");
        assertThat(english(day)).isEqualTo("9 February 1955");
    }

    @Test
    void ofAPartialDayIsSaidWhatIsKnown() {
        assertThat(chinese(new Value.PartialDay(1946, 3, 12))).isEqualTo("1946 年 3 月 12 日");
        assertThat(chinese(new Value.PartialDay(1946, 3, 0))).isEqualTo("1946 年 3 月");
        assertThat(chinese(new Value.PartialDay(1946, 0, 0))).isEqualTo("1946 年");
        assertThat(english(new Value.PartialDay(1946, 3, 0))).isEqualTo("March 1946");
        assertThat(english(new Value.PartialDay(1946, 0, 0))).isEqualTo("1946");
    }

    @Test
    void anHourIsThatOfTheTown() {
        Value moment = new Value.Moment(Instant.parse("2026-11-30T23:05:00Z"));
        assertThat(chinese(moment)).isEqualTo("2026 年 12 月 1 日 07:05");
        assertThat(english(moment)).isEqualTo("1 December 2026, 07:05");
    }

    @Test
    void aRelationIsToTheHeadNotToTheReader() {
        assertThat(displays.toHead(new Value.Code("12"), Locale.CHINESE)).isEqualTo("户主的妻");
        assertThat(displays.toHead(new Value.Code("12"), Locale.ENGLISH)).isEqualTo("Wife of the head");
        assertThat(displays.toHead(new Value.Code("01"), Locale.CHINESE)).as("what the head is to the head").isEqualTo("户主");
        assertThat(displays.toHead(new Value.Code("03"), Locale.CHINESE)).isEqualTo("小集体户户主");
    }
}
