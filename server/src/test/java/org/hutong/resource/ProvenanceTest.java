package org.hutong.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;

import org.hutong.kernel.Uuid7;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
    private static final Provenance.Act REGISTER = new Provenance.Act(Uuid7.next(), SourceKind.REGISTER, Means.IMPORT, Instant.parse("2020-03-01T00:00:00Z"));
    private static final Provenance.Act SELF = new Provenance.Act(Uuid7.next(), SourceKind.RESIDENT, Means.SELF, Instant.parse("2026-11-23T06:21:19Z"));

    @Test
    void a_subject_without_values_has_no_provenance() {
        assertThat(Provenance.decode(new byte[0]).all()).isEmpty();
        assertThat(Provenance.decode(null).of(1)).isNull();
    }

    @Test
    void what_was_written_is_read_again() {
        Provenance provenance = Provenance.empty();
        provenance.put(7, new Provenance.Origin(REGISTER, false, false));
        provenance.put(300, new Provenance.Origin(SELF, true, false));
        provenance.put(8, new Provenance.Origin(REGISTER, false, true));
        Provenance read = Provenance.decode(provenance.encode());
        assertThat(read.all()).isEqualTo(provenance.all());
        assertThat(read.of(300).contested()).isTrue();
        assertThat(read.of(8).derived()).isTrue();
    }

    @Test
    void an_act_is_stored_once_however_many_values_it_carries() {
        Provenance provenance = Provenance.empty();
        for (int element = 1; element <= 30; element++) {
            provenance.put(element, new Provenance.Origin(REGISTER, false, false));
        }
        assertThat(provenance.encode()).hasSize(2 + 22 + 30 * 4);
    }

    @Test
    void an_act_nothing_refers_to_is_dropped() {
        Provenance provenance = Provenance.empty();
        provenance.put(1, new Provenance.Origin(REGISTER, false, false));
        provenance.put(1, new Provenance.Origin(SELF, false, false));
        assertThat(provenance.encode()).hasSize(2 + 22 + 4);
    }

    @Test
    void damage_is_noticed() {
        assertThatThrownBy(() -> Provenance.decode(new byte[] {9, 0})).isInstanceOf(IllegalStateException.class);
    }
}
