package org.hutong.access;

import static org.hutong.schema.access.Tables.HOLDING;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.hutong.kernel.BusinessDay;
import org.hutong.schema.access.tables.records.HoldingRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
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
