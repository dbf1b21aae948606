package org.hutong.access;

import static org.hutong.schema.access.Tables.ACCOUNT;
import static org.hutong.schema.access.Tables.HANDOVER;
import static org.hutong.schema.access.Tables.POST;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hutong.kernel.Localised;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of handovers. */
@Component
class HandoverStore {
    private final DSLContext dsl;

    HandoverStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    record Stored(UUID post, UUID giverHolding, @Nullable LocalDate untilBefore, UUID successor, UUID successorHolding, LocalDate lastDay,
            boolean withdrawn) {
    }

    void insert(UUID id, Holding giving, Holding taking, LocalDate lastDay, String note, Instant now) {
        dsl.insertInto(HANDOVER).set(HANDOVER.ID, id).set(HANDOVER.POST, giving.post()).set(HANDOVER.GIVER, giving.account())
                .set(HANDOVER.GIVER_HOLDING, giving.id()).set(HANDOVER.UNTIL_BEFORE, giving.until()).set(HANDOVER.SUCCESSOR, taking.account())
                .set(HANDOVER.SUCCESSOR_HOLDING, taking.id()).set(HANDOVER.LAST_DAY, lastDay).set(HANDOVER.NOTE, note)
                .set(HANDOVER.PLANNED_AT, now.atOffset(ZoneOffset.UTC)).execute();
    }

    Optional<Stored> lock(UUID id) {
        return dsl.selectFrom(HANDOVER).where(HANDOVER.ID.eq(id)).forUpdate().fetchOptional(row -> new Stored(row.getPost(), row.getGiverHolding(),
                row.getUntilBefore(), row.getSuccessor(), row.getSuccessorHolding(), row.getLastDay(), row.getWithdrawnAt() != null));
    }

    boolean isPlanned(UUID giverHolding) {
        return dsl.fetchExists(HANDOVER, HANDOVER.GIVER_HOLDING.eq(giverHolding), HANDOVER.WITHDRAWN_AT.isNull());
    }

    /** The handover of a post whose last day has not passed. */
    Optional<PostSheet.Planned> plannedFor(UUID post, LocalDate today) {
        var giver = ACCOUNT.as("giver");
        var successor = ACCOUNT.as("successor");
        return dsl.select(HANDOVER.ID, giver.NAME, successor.NAME, HANDOVER.LAST_DAY, HANDOVER.NOTE).from(HANDOVER)
                .join(giver).on(giver.ID.eq(HANDOVER.GIVER)).join(successor).on(successor.ID.eq(HANDOVER.SUCCESSOR))
                .where(HANDOVER.POST.eq(post), HANDOVER.WITHDRAWN_AT.isNull(), HANDOVER.LAST_DAY.ge(today))
                .orderBy(HANDOVER.LAST_DAY, HANDOVER.ID).limit(1)
                .fetchOptional(row -> new PostSheet.Planned(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    boolean concerns(UUID handover, UUID holding) {
        return dsl.fetchExists(HANDOVER, HANDOVER.ID.eq(handover), HANDOVER.GIVER_HOLDING.eq(holding).or(HANDOVER.SUCCESSOR_HOLDING.eq(holding)));
    }

    List<HandoverNote> openNotes(UUID successor, LocalDate today) {
        return dsl.select(HANDOVER.ID, POST.ID, POST.TITLE_ZH, POST.TITLE_EN, ACCOUNT.NAME, HANDOVER.LAST_DAY, HANDOVER.NOTE).from(HANDOVER)
                .join(POST).on(POST.ID.eq(HANDOVER.POST), POST.ABOLISHED_AT.isNull()).join(ACCOUNT).on(ACCOUNT.ID.eq(HANDOVER.GIVER))
                .where(HANDOVER.SUCCESSOR.eq(successor), HANDOVER.WITHDRAWN_AT.isNull(), HANDOVER.TAKEN_AT.isNull())
                .orderBy(HANDOVER.LAST_DAY, HANDOVER.ID)
                .fetch(row -> new HandoverNote(row.value1(), row.value2(), Localised.of(row.value3(), row.value4()), row.value5(),
                        row.value6().plusDays(1), row.value7(), row.value6().isBefore(today)));
    }

    void withdraw(UUID id, Instant now) {
        dsl.update(HANDOVER).set(HANDOVER.WITHDRAWN_AT, now.atOffset(ZoneOffset.UTC)).where(HANDOVER.ID.eq(id)).execute();
    }

    void tickOff(UUID id, Instant now) {
        dsl.update(HANDOVER).set(HANDOVER.TAKEN_AT, now.atOffset(ZoneOffset.UTC)).where(HANDOVER.ID.eq(id), HANDOVER.TAKEN_AT.isNull()).execute();
    }
}
