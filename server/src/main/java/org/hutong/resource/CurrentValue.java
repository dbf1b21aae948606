package org.hutong.resource;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.hutong.catalogue.DataElement;
import org.hutong.kernel.Value;

/**
 * The choice of the current value: not retracted before all; unexpired beats expired; then rank of the source for that element; then
 * time. A statement of lower rank that contradicts an unexpired value of higher rank opens a correction.
 */
final class CurrentValue {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private CurrentValue() {
    }

    /** A value with its origin, as a candidate for being current. */
    record Candidate(Value value, Provenance.Act act) {
    }

    /** What a new statement does to the current value. */
    enum Effect {
        /** It becomes the current value. */
        TAKE,
        /** Same value, stated anew by a source of at least the same rank: the current value is as fresh as the statement. */
        CONFIRM,
        /** It contradicts an unexpired value of higher rank. */
        CONTEST,
        /** It stays in the history only. */
        KEEP
    }

    static Effect effect(DataElement element, Candidate current, Candidate said, Instant now) {
        if (current == null) {
            return Effect.TAKE;
        }
        boolean wins = order(element, now).compare(said, current) > 0;
        if (current.value.equals(said.value)) {
            return wins ? Effect.CONFIRM : Effect.KEEP;
        }
        if (wins) {
            return Effect.TAKE;
        }
        boolean lowerRank = rank(element, said) > rank(element, current);
        return lowerRank && !expired(element, current.act.statedAt(), now) ? Effect.CONTEST : Effect.KEEP;
    }

    /** The best of all that was stated and not retracted. */
    static Optional<Candidate> choose(DataElement element, List<Candidate> candidates, Instant now) {
        return candidates.stream().max(order(element, now));
    }

    static boolean expired(DataElement element, Instant statedAt, Instant now) {
        return element.validFor() != null && expired(element.validFor(), statedAt, now);
    }

    static boolean expired(Period validFor, Instant statedAt, Instant now) {
        return !statedAt.atZone(ZONE).plus(validFor).toInstant().isAfter(now);
    }

    private static Comparator<Candidate> order(DataElement element, Instant now) {
        return Comparator.<Candidate, Boolean>comparing(candidate -> !expired(element, candidate.act.statedAt(), now))
                .thenComparing(candidate -> -rank(element, candidate))
                .thenComparing(candidate -> candidate.act.statedAt())
                .thenComparing(candidate -> candidate.act.id());
    }

    private static int rank(DataElement element, Candidate candidate) {
        return Rank.of(element.firstRank(), candidate.act.source(), candidate.act.means());
    }
}
