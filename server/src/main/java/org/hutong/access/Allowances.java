package org.hutong.access;

import static org.hutong.schema.access.Tables.ALLOWANCE;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * How often something may be tried. Each key has one row with the time at which its allowance is full again; a try moves that time
 * on by one share and is refused when it would pass the whole period. Exact over all nodes, since the row's lock decides.
 */
@Component
class Allowances {
    private final DSLContext dsl;
    private final Secrets secrets;
    private final Clock clock;

    Allowances(DSLContext dsl, Secrets secrets, Clock clock) {
        this.dsl = dsl;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** {@code tries} in {@code period}. */
    record Limit(String kind, int tries, Duration period) {
        Duration share() {
            return period.dividedBy(tries);
        }
    }

    /** Uses one try. @return how long to wait when none is left, otherwise empty */
    Optional<Duration> take(Limit limit, String key) {
        byte[] hash = secrets.hash("allowance " + limit.kind(), key);
        OffsetDateTime now = now();
        OffsetDateTime full = now.plus(limit.period());
        var share = DSL.val(org.jooq.types.DayToSecond.valueOf(limit.share()));
        // Further ahead than any try can have put it: the clock was set back, and nobody should wait for it to catch up.
        var start = DSL.when(ALLOWANCE.FULL_AT.gt(full.plus(limit.period())), DSL.val(now)).otherwise(DSL.greatest(ALLOWANCE.FULL_AT, DSL.val(now)));
        var next = start.add(share);
        boolean taken = dsl.insertInto(ALLOWANCE)
                .set(ALLOWANCE.HOME, bucket(hash)).set(ALLOWANCE.KIND, limit.kind()).set(ALLOWANCE.KEY_HASH, hash)
                .set(ALLOWANCE.FULL_AT, now.plus(limit.share()))
                .onConflict(ALLOWANCE.HOME, ALLOWANCE.KIND, ALLOWANCE.KEY_HASH).doUpdate()
                .set(ALLOWANCE.FULL_AT, next).where(next.le(DSL.val(full)))
                .execute() == 1;
        if (taken) {
            return Optional.empty();
        }
        OffsetDateTime fullAt = dsl.select(ALLOWANCE.FULL_AT).from(ALLOWANCE)
                .where(ALLOWANCE.HOME.eq(bucket(hash)), ALLOWANCE.KIND.eq(limit.kind()), ALLOWANCE.KEY_HASH.eq(hash))
                .fetchOptional(ALLOWANCE.FULL_AT).orElse(now);
        Duration wait = Duration.between(full, fullAt.plus(limit.share()));
        return Optional.of(wait.isPositive() ? wait : Duration.ofSeconds(1));
    }

    /** Gives the whole allowance back, after a success. */
    void restore(Limit limit, String key) {
        byte[] hash = secrets.hash("allowance " + limit.kind(), key);
        dsl.deleteFrom(ALLOWANCE)
                .where(ALLOWANCE.HOME.eq(bucket(hash)), ALLOWANCE.KIND.eq(limit.kind()), ALLOWANCE.KEY_HASH.eq(hash)).execute();
    }

    /** Forgets the rows that are full again anyway. */
    int sweep() {
        return dsl.deleteFrom(ALLOWANCE).where(ALLOWANCE.FULL_AT.lt(now())).execute();
    }

    /** Where rows without a person lie: 1 to 1024, never a county. */
    static int bucket(byte[] hash) {
        return 1 + ((hash[0] & 0xFF) << 2 | (hash[1] & 0x3));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }
}
