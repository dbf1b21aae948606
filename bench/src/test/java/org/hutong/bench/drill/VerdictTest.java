package org.hutong.bench.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;

import org.hutong.bench.drill.Fault.Target;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final UUID KEY = new UUID(1, 1);
    private static final UUID ID = new UUID(2, 2);
    private static final Evidence.Sent ACKNOWLEDGED = new Evidence.Sent(KEY, 0, "f1", "marker-1", ID, "12345678");
    private static final Evidence.Sent UNKNOWN = new Evidence.Sent(KEY, 0, "f1", "marker-1", null, null);
    private static final Verdict.Row ROW = new Verdict.Row(KEY, ID, "12345678");
    private static final Verdict.Act ACT = new Verdict.Act(ID, "{\"90\": \"marker-1\"}");

    @Test
    void whatWasAcknowledgedAndIsThereOnceIsFine() {
        assertThat(Verdict.of(List.of(ACKNOWLEDGED), List.of(ROW), List.of(ACT)).nothingLostNothingDoubled()).isTrue();
    }

    @Test
    void somethingAcknowledgedIsMissing() {
        Verdict verdict = Verdict.of(List.of(ACKNOWLEDGED), List.of(), List.of());
        assertThat(verdict.missing()).isEqualTo(1);
        assertThat(verdict.nothingLostNothingDoubled()).isFalse();
    }

    @Test
    void anotherReceiptForTheSameKeyIsMissingToo() {
        assertThat(Verdict.of(List.of(ACKNOWLEDGED), List.of(new Verdict.Row(KEY, ID, "87654321")), List.of(ACT)).missing()).isEqualTo(1);
    }

    @Test
    void oneKeyTwiceIsDoubled() {
        Verdict.Row again = new Verdict.Row(KEY, new UUID(3, 3), "12345678");
        assertThat(Verdict.of(List.of(ACKNOWLEDGED), List.of(ROW, again), List.of(ACT, new Verdict.Act(again.id(), "marker-1"))).doubled()).isEqualTo(1);
    }

    @Test
    void oneValueTwiceIsDoubled() {
        assertThat(Verdict.of(List.of(ACKNOWLEDGED), List.of(ROW), List.of(ACT, ACT)).doubled()).isEqualTo(1);
    }

    @Test
    void aSubmissionWithoutItsValueIsHalfWritten() {
        assertThat(Verdict.of(List.of(ACKNOWLEDGED), List.of(ROW), List.of()).halfWritten()).isEqualTo(1);
        assertThat(Verdict.of(List.of(), List.of(), List.of(ACT)).halfWritten()).isEqualTo(1);
    }

    @Test
    void theUnknownMayBeThereOrNot() {
        assertThat(Verdict.of(List.of(UNKNOWN), List.of(), List.of())).extracting(Verdict::nothingLostNothingDoubled, Verdict::unknownGone).containsExactly(true, 1);
        assertThat(Verdict.of(List.of(UNKNOWN), List.of(ROW), List.of(ACT))).extracting(Verdict::nothingLostNothingDoubled, Verdict::unknownThere)
                .containsExactly(true, 1);
    }

    @Test
    void whatNobodySentIsUnexpected() {
        assertThat(Verdict.of(List.of(), List.of(ROW), List.of()).unexpected()).isEqualTo(1);
    }

    @Test
    void aSeedAlwaysGivesTheSameFaults() {
        assertThat(Fault.schedule(7, 50, List.of(Target.values()))).isEqualTo(Fault.schedule(7, 50, List.of(Target.values())))
                .isNotEqualTo(Fault.schedule(8, 50, List.of(Target.values())));
    }
}
