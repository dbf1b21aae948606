package org.hutong.task;

import static org.hutong.schema.task.Tables.JOB;
import static org.hutong.schema.task.Tables.PLAN;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** All SQL of what is planned and when it was; holds no residents' data, so that it needs no actor. */
@Component
class PlanStore {
    private final DSLContext dsl;

    PlanStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The first time counts. */
    void begin(UUID application, String component, LocalDate day) {
        dsl.insertInto(PLAN, PLAN.APPLICATION, PLAN.COMPONENT, PLAN.SINCE).values(application, component, day).onConflictDoNothing().execute();
    }

    /** The day a component was first published. */
    Optional<LocalDate> since(UUID application, String component) {
        return dsl.select(PLAN.SINCE).from(PLAN).where(PLAN.APPLICATION.eq(application), PLAN.COMPONENT.eq(component)).fetchOptional(PLAN.SINCE);
    }

    /** @return false when another node has this run */
    boolean claim(String job, Instant slot) {
        return dsl.insertInto(JOB, JOB.JOB_, JOB.SLOT).values(job, slot.atOffset(ZoneOffset.UTC)).onConflictDoNothing().execute() == 1;
    }

    void forgetBefore(String job, Instant slot) {
        dsl.deleteFrom(JOB).where(JOB.JOB_.eq(job), JOB.SLOT.lt(slot.atOffset(ZoneOffset.UTC))).execute();
    }
}
