package org.hutong.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Period;
import java.util.List;

import org.hutong.catalogue.DataElement;
import org.hutong.catalogue.FirstRank;
import org.hutong.catalogue.Mask;
import org.hutong.catalogue.Protection;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Localised;
import org.hutong.kernel.Uuid7;
import org.hutong.kernel.Value;
import org.hutong.kernel.ValueKind;
import org.hutong.resource.CurrentValue.Candidate;
import org.hutong.resource.CurrentValue.Effect;
import org.junit.jupiter.api.Test;

class CurrentValueTest {
    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");
    private static final Instant LAST_WEEK = Instant.parse("2026-11-16T00:00:00Z");
    private static final Instant LONG_AGO = Instant.parse("2021-01-01T00:00:00Z");
    private static final DataElement MARITAL = element(FirstRank.REGISTER, Period.ofYears(2));

    private static DataElement element(FirstRank first, Period validFor) {
        return new DataElement(1, ElementCode.of("person.marital"), Localised.of("婚姻状况", "Marital status"), ValueKind.CODE, "gbt2261_2_marital", null,
                Protection.RESTRICTED, first, validFor, "marital", List.of(), Mask.NONE, "", List.of(), true, false);
    }

    private static Candidate said(String value, SourceKind source, Means means, Instant at) {
        return new Candidate(new Value.Code(value), new Provenance.Act(Uuid7.next(), source, means, at));
    }

    @Test
    void the_first_statement_is_taken_whoever_makes_it() {
        assertThat(CurrentValue.effect(MARITAL, null, said("10", SourceKind.RESIDENT, Means.NEIGHBOUR, NOW), NOW)).isEqualTo(Effect.TAKE);
    }

    @Test
    void a_lower_source_does_not_overwrite_a_valid_higher_one_but_contests_it() {
        Candidate register = said("20", SourceKind.REGISTER, Means.IMPORT, LAST_WEEK);
        assertThat(CurrentValue.effect(MARITAL, register, said("40", SourceKind.RESIDENT, Means.SELF, NOW), NOW)).isEqualTo(Effect.CONTEST);
    }

    @Test
    void an_expired_higher_value_gives_way_to_a_fresh_lower_one() {
        Candidate register = said("20", SourceKind.REGISTER, Means.IMPORT, LONG_AGO);
        assertThat(CurrentValue.effect(MARITAL, register, said("40", SourceKind.RESIDENT, Means.SELF, NOW), NOW)).isEqualTo(Effect.TAKE);
    }

    @Test
    void an_expired_value_is_confirmed_by_the_person() {
        Candidate register = said("20", SourceKind.REGISTER, Means.IMPORT, LONG_AGO);
        assertThat(CurrentValue.effect(MARITAL, register, said("20", SourceKind.RESIDENT, Means.SELF, NOW), NOW)).isEqualTo(Effect.CONFIRM);
    }

    @Test
    void a_higher_source_overwrites_a_fresher_lower_one() {
        Candidate neighbour = said("20", SourceKind.RESIDENT, Means.NEIGHBOUR, NOW);
        assertThat(CurrentValue.effect(MARITAL, neighbour, said("40", SourceKind.REGISTER, Means.IMPORT, LAST_WEEK), NOW)).isEqualTo(Effect.TAKE);
    }

    @Test
    void among_equals_the_later_word_counts_and_an_older_one_is_history() {
        Candidate now = said("20", SourceKind.RESIDENT, Means.SELF, LAST_WEEK);
        assertThat(CurrentValue.effect(MARITAL, now, said("40", SourceKind.RESIDENT, Means.SELF, NOW), NOW)).isEqualTo(Effect.TAKE);
        assertThat(CurrentValue.effect(MARITAL, now, said("40", SourceKind.RESIDENT, Means.SELF, LONG_AGO), NOW)).isEqualTo(Effect.KEEP);
    }

    @Test
    void the_same_word_of_a_lower_source_changes_nothing() {
        Candidate register = said("20", SourceKind.REGISTER, Means.IMPORT, LAST_WEEK);
        assertThat(CurrentValue.effect(MARITAL, register, said("20", SourceKind.RESIDENT, Means.SELF, NOW), NOW)).isEqualTo(Effect.KEEP);
    }

    @Test
    void choosing_among_all_follows_the_same_order() {
        Candidate register = said("20", SourceKind.REGISTER, Means.IMPORT, LONG_AGO);
        Candidate person = said("40", SourceKind.RESIDENT, Means.SELF, LAST_WEEK);
        Candidate neighbour = said("30", SourceKind.RESIDENT, Means.NEIGHBOUR, NOW);
        assertThat(CurrentValue.choose(MARITAL, List.of(register, person, neighbour), NOW)).contains(person);
        DataElement forEver = element(FirstRank.REGISTER, null);
        assertThat(CurrentValue.choose(forEver, List.of(register, person, neighbour), NOW)).contains(register);
        assertThat(CurrentValue.choose(forEver, List.of(), NOW)).isEmpty();
    }

    @Test
    void a_value_expires_at_the_end_of_its_period_and_not_before() {
        Instant stated = Instant.parse("2024-11-23T00:00:00Z");
        assertThat(CurrentValue.expired(MARITAL, stated, NOW.minusSeconds(1))).isFalse();
        assertThat(CurrentValue.expired(MARITAL, stated, NOW)).isTrue();
    }

    @Test
    void the_order_of_sources_is_that_of_the_standard() {
        assertThat(Rank.of(FirstRank.RESIDENT, SourceKind.RESIDENT, Means.SELF)).isEqualTo(Rank.FIRST);
        assertThat(Rank.of(FirstRank.RESIDENT, SourceKind.RESIDENT, Means.FAMILY)).isEqualTo(Rank.FAMILY);
        assertThat(List.of(Rank.of(FirstRank.REGISTER, SourceKind.REGISTER, Means.IMPORT), Rank.of(FirstRank.REGISTER, SourceKind.OFFICER, Means.IN_PERSON),
                Rank.of(FirstRank.REGISTER, SourceKind.RESIDENT, Means.SELF), Rank.of(FirstRank.RESIDENT, SourceKind.REGISTER, Means.IMPORT),
                Rank.of(FirstRank.REGISTER, SourceKind.RESIDENT, Means.FAMILY), Rank.of(FirstRank.REGISTER, SourceKind.RESIDENT, Means.NEIGHBOUR),
                Rank.of(FirstRank.REGISTER, SourceKind.OFFICER, Means.ESTIMATE), Rank.of(FirstRank.REGISTER, SourceKind.OFFICER, Means.IMPORT)))
                .isSorted().doesNotHaveDuplicates();
    }
}
