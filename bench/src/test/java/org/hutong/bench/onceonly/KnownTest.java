package org.hutong.bench.onceonly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;

import org.hutong.bench.onceonly.Known.Verdict;
import org.junit.jupiter.api.Test;

class KnownTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private final Known known = new Known(Map.of("person.address", Period.ofYears(1), "person.grid", Period.ofYears(2)), TODAY);

    @Test
    void whatNobodyToldIsFairToAsk() {
        assertThat(known.judge("a", "person.name")).isEqualTo(Verdict.UNKNOWN);
        known.tell("b", "person.name");
        assertThat(known.judge("a", "person.name").fair).isTrue();
    }

    @Test
    void whatWasToldIsNotFairToAskUntilItExpires() {
        known.tell("a", "person.address", TODAY.minusMonths(11));
        assertThat(known.judge("a", "person.address")).isEqualTo(Verdict.HELD);
        known.tell("b", "person.address", TODAY.minusMonths(13));
        assertThat(known.judge("b", "person.address")).isEqualTo(Verdict.EXPIRED);
        known.tell("b", "person.address");
        assertThat(known.judge("b", "person.address")).isEqualTo(Verdict.HELD);
    }

    @Test
    void whatFollowsIsNotFairToAskAsLongAsItsSourceIsValid() {
        known.tell("a", "person.idNumber");
        assertThat(known.judge("a", "person.age")).isEqualTo(Verdict.FOLLOWS);
        assertThat(known.judge("a", "person.street")).isEqualTo(Verdict.UNKNOWN);
        known.tell("a", "person.grid", TODAY.minusYears(3));
        assertThat(known.judge("a", "person.street")).isEqualTo(Verdict.UNKNOWN);
        known.tell("a", "person.grid");
        assertThat(known.judge("a", "person.street")).isEqualTo(Verdict.FOLLOWS);
    }

    @Test
    void whatIsDisputedIsNotAskedMeanwhile() {
        known.dispute("a", "person.address");
        assertThat(known.judge("a", "person.address").fair).isFalse();
    }
}
