package org.hutong.access;

import static org.hutong.schema.access.Tables.ACCOUNT;
import static org.hutong.schema.access.Tables.HOLDING;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hutong.kernel.BusinessDay;
import org.hutong.schema.access.tables.records.HoldingRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of holdings. Nothing is ever deleted: who held what when is asked long afterwards. */
@Component
class HoldingStore {
    private final DSLContext dsl;

    HoldingStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** What {@link Holding#at} says, as SQL. */
    static Condition heldAt(Instant instant) {
        var day = BusinessDay.of(instant);
        return HOLDING.SINCE.le(day).and(HOLDING.UNTIL.isNull().or(HOLDING.UNTIL.ge(day)))
                .and(HOLDING.ENDED_AT.isNull().or(HOLDING.ENDED_AT.gt(utc(instant))));
    }

    /** A holding with who holds it. */
    record Named(UUID id, UUID account, String name, String login, LocalDate since, @Nullable LocalDate until, boolean deputy) {
    }

    /** Holdings of a post that are not over, own ones before deputyships. */
    List<Named> heldFrom(UUID post, LocalDate today, Instant now) {
        return dsl.select(HOLDING.ID, ACCOUNT.ID, ACCOUNT.NAME, ACCOUNT.LOGIN, HOLDING.SINCE, HOLDING.UNTIL, HOLDING.DEPUTY)
                .from(HOLDING).join(ACCOUNT).on(ACCOUNT.ID.eq(HOLDING.ACCOUNT))
                .where(HOLDING.POST.eq(post), HOLDING.UNTIL.isNull().or(HOLDING.UNTIL.ge(today)), HOLDING.ENDED_AT.isNull().or(HOLDING.ENDED_AT.gt(utc(now))))
                .orderBy(HOLDING.DEPUTY, HOLDING.SINCE, ACCOUNT.NAME, HOLDING.ID)
                .fetch(row -> new Named(row.value1(), row.value2(), row.value3(), row.value4(), row.value5(), row.value6(), row.value7()));
    }

    Optional<Holding> find(UUID id) {
        return dsl.selectFrom(HOLDING).where(HOLDING.ID.eq(id)).fetchOptional(HoldingStore::holding);
    }

    /** Holds the row to the end of the transaction, so that a holding is handed over once. */
    Optional<Holding> lock(UUID id) {
        return dsl.selectFrom(HOLDING).where(HOLDING.ID.eq(id)).forUpdate().fetchOptional(HoldingStore::holding);
    }

    void end(UUID id, Instant now) {
        dsl.update(HOLDING).set(HOLDING.ENDED_AT, utc(now)).where(HOLDING.ID.eq(id), HOLDING.ENDED_AT.isNull()).execute();
    }

    void endAll(UUID post, Instant now) {
        dsl.update(HOLDING).set(HOLDING.ENDED_AT, utc(now))
                .where(HOLDING.POST.eq(post), HOLDING.ENDED_AT.isNull(), HOLDING.UNTIL.isNull().or(HOLDING.UNTIL.ge(BusinessDay.of(now)))).execute();
    }

    void until(UUID id, @Nullable LocalDate last) {
        dsl.update(HOLDING).set(HOLDING.UNTIL, last).where(HOLDING.ID.eq(id)).execute();
    }

    /** All holdings of a post by an account, past ones and those to come too. */
    List<Holding> of(UUID account, UUID post) {
        return dsl.selectFrom(HOLDING).where(HOLDING.ACCOUNT.eq(account), HOLDING.POST.eq(post)).orderBy(HOLDING.SINCE, HOLDING.ID)
                .fetch(HoldingStore::holding);
    }

    void insert(Holding holding) {
        dsl.insertInto(HOLDING).set(HOLDING.ID, holding.id()).set(HOLDING.ACCOUNT, holding.account()).set(HOLDING.POST, holding.post())
                .set(HOLDING.SINCE, holding.since()).set(HOLDING.UNTIL, holding.until()).set(HOLDING.DEPUTY, holding.deputy())
                .set(HOLDING.ENDED_AT, holding.endedAt() == null ? null : utc(holding.endedAt())).execute();
    }

    private static Holding holding(HoldingRecord row) {
        return new Holding(row.getId(), row.getAccount(), row.getPost(), row.getSince(), row.getUntil(), row.getDeputy(),
                row.getEndedAt() == null ? null : row.getEndedAt().toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
