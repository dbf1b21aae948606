package org.hutong.task;

import static org.hutong.schema.task.Tables.TASK_;
import static org.hutong.schema.task.Tables.VISIT;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.resource.Doors;
import org.hutong.schema.task.tables.records.TaskRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** All SQL of tasks. */
final class TaskStore {

    private TaskStore() {
    }

    /** Adds those whose person has no task for the form yet; nothing else is touched. */
    static int insert(DSLContext dsl, List<Task> tasks) {
        if (tasks.isEmpty()) {
            return 0;
        }
        var insert = dsl.insertInto(TASK_).columns(TASK_.HOME, TASK_.ID, TASK_.SUBJECT, TASK_.APPLICATION, TASK_.FORM, TASK_.DEPARTMENT,
                TASK_.REASON, TASK_.LIVES_IN, TASK_.REGION, TASK_.LIST, TASK_.ASKED_AT, TASK_.MADE_AT);
        for (Task one : tasks) {
            insert = insert.values(one.id().home(), one.id().id(), one.person().id(), one.application(), one.form(), one.department(), one.reason().code(),
                    one.livesIn().number(), one.region().number(), one.list().code(), at(one.askedAt()), at(one.madeAt()));
        }
        return insert.onConflictDoNothing().execute();
    }

    static Optional<Task> find(DSLContext dsl, TaskId id) {
        return dsl.selectFrom(TASK_).where(is(id)).fetchOptional(TaskStore::task);
    }

    /** Holds the row until the end of the transaction. */
    static Optional<Task> lock(DSLContext dsl, TaskId id) {
        return dsl.selectFrom(TASK_).where(is(id)).forUpdate().fetchOptional(TaskStore::task);
    }

    /** A person's task for a form, held until the end of the transaction. */
    static Optional<Task> lock(DSLContext dsl, SubjectId person, UUID application, String form) {
        return dsl.selectFrom(TASK_).where(to(person, application, form)).forUpdate().fetchOptional(TaskStore::task);
    }

    /** A person's, open or ended. */
    static List<Task> of(DSLContext dsl, SubjectId person) {
        return dsl.selectFrom(TASK_).where(TASK_.HOME.eq(person.home()), TASK_.SUBJECT.eq(person.id())).fetch(TaskStore::task);
    }

    /** Writes what may change: how it stands, who is in charge. */
    static void update(DSLContext dsl, Task one) {
        dsl.update(TASK_).set(TASK_.LIST, one.list().code()).set(TASK_.CALLS, (short) one.calls()).set(TASK_.NOBODY_THERE, (short) one.nobodyThere())
                .set(TASK_.NOT_BEFORE, at(one.notBefore())).set(TASK_.ASKED_AT, at(one.askedAt())).set(TASK_.REASON, one.reason().code())
                .set(TASK_.ENDED_AT, at(one.endedAt())).set(TASK_.OUTCOME, one.outcome()).where(is(one.id())).execute();
    }

    static void hand(DSLContext dsl, TaskId id, RegionCode region) {
        dsl.update(TASK_).set(TASK_.REGION, region.number()).set(TASK_.HANDED, true).where(is(id)).execute();
    }

    /** Open tasks of the posts in charge of a region, oldest first. */
    static List<Task> open(DSLContext dsl, RegionCode region, String department, int most) {
        return dsl.selectFrom(TASK_).where(TASK_.REGION.eq(region.number()), TASK_.DEPARTMENT.eq(department), TASK_.ENDED_AT.isNull())
                .orderBy(TASK_.MADE_AT, TASK_.HOME, TASK_.ID).limit(most).fetch(TaskStore::task);
    }

    /** How many open tasks those posts have, by list and whether help was asked for. */
    static Counts counts(DSLContext dsl, RegionCode region, String department, Instant now) {
        Condition mine = TASK_.REGION.eq(region.number()).and(TASK_.DEPARTMENT.eq(department)).and(TASK_.ENDED_AT.isNull());
        Condition due = TASK_.NOT_BEFORE.isNull().or(TASK_.NOT_BEFORE.le(at(now)));
        return dsl.select(DSL.count().filterWhere(TASK_.LIST.eq(Outcome.Reach.PHONE.code()).and(due)), DSL.count().filterWhere(TASK_.LIST.eq(Outcome.Reach.DOOR.code())),
                        DSL.count().filterWhere(TASK_.ASKED_AT.isNotNull()), DSL.count().filterWhere(DSL.not(due)))
                .from(TASK_).where(mine).fetchSingle(row -> new Counts(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    // --- lists of the office ---------------------------------------------------------------------------------------------------

    static List<Task> page(DSLContext dsl, TaskFilter filter, int from, int most) {
        return dsl.selectFrom(TASK_).where(where(filter)).orderBy(TASK_.REGION, TASK_.MADE_AT, TASK_.HOME, TASK_.ID).offset(from).limit(most).fetch(TaskStore::task);
    }

    /** By outcome; open ones under the empty text. */
    static Map<String, Integer> outcomes(DSLContext dsl, TaskFilter filter) {
        return dsl.select(DSL.coalesce(TASK_.OUTCOME, ""), DSL.count()).from(TASK_).where(where(filter)).groupBy(TASK_.OUTCOME).fetchMap(row -> row.value1(), row -> row.value2());
    }

    /** Open ones by the list they are on. */
    static Map<String, Integer> lists(DSLContext dsl, TaskFilter filter) {
        return dsl.select(TASK_.LIST, DSL.count()).from(TASK_).where(where(filter)).and(TASK_.ENDED_AT.isNull()).groupBy(TASK_.LIST).fetchMap(row -> row.value1(), row -> row.value2());
    }

    /** By application, most open ones first. */
    static List<TasksOf> applications(DSLContext dsl, TaskFilter filter, int most) {
        Field<Integer> open = DSL.count().filterWhere(TASK_.ENDED_AT.isNull());
        return dsl.select(TASK_.APPLICATION, TASK_.DEPARTMENT, open).from(TASK_).where(where(filter)).groupBy(TASK_.APPLICATION, TASK_.DEPARTMENT)
                .orderBy(open.desc(), TASK_.APPLICATION).limit(most).fetch(row -> new TasksOf(row.value1(), row.value2(), row.value3()));
    }

    private static Condition where(TaskFilter filter) {
        Condition where = TASK_.REGION.between(filter.region().first(), filter.region().last());
        if (filter.department() != null) {
            where = where.and(TASK_.DEPARTMENT.eq(filter.department()));
        }
        if (filter.application() != null) {
            where = where.and(TASK_.APPLICATION.eq(filter.application()));
        }
        if (filter.list() != null) {
            where = where.and(TASK_.LIST.eq(filter.list().code()));
        }
        if (filter.open() != null) {
            where = where.and(filter.open() ? TASK_.ENDED_AT.isNull() : TASK_.ENDED_AT.isNotNull());
        }
        if (filter.person() != null) {
            where = where.and(Doors.meant(TASK_.HOME, TASK_.SUBJECT, filter.person()));
        }
        return filter.outcome() == null ? where : where.and(TASK_.OUTCOME.eq(filter.outcome()));
    }

    // --- attempts --------------------------------------------------------------------------------------------------------------

    /** @return false when the key was used before */
    static boolean insert(DSLContext dsl, Visit one) {
        return dsl.insertInto(VISIT).set(VISIT.HOME, one.task().home()).set(VISIT.ID, one.id()).set(VISIT.TASK, one.task().id())
                .set(VISIT.IDEMPOTENCY_KEY, one.key()).set(VISIT.REGION, one.region().number()).set(VISIT.ACCOUNT, one.account()).set(VISIT.POST, one.post())
                .set(VISIT.DONE_AT, at(one.doneAt())).set(VISIT.RECEIVED_AT, at(one.receivedAt())).set(VISIT.MEANS, one.means()).set(VISIT.OUTCOME, one.outcome())
                .set(VISIT.NOTE, one.note()).set(VISIT.CALL_AGAIN_AT, at(one.callAgainAt())).set(before(one.before())).set(VISIT.UNDOES, one.undoes())
                .onConflictDoNothing().execute() == 1;
    }

    private static Map<Field<?>, Object> before(Visit.@Nullable Standing standing) {
        Map<Field<?>, Object> columns = new HashMap<>();
        if (standing != null) {
            columns.put(VISIT.BEFORE_LIST, standing.list().code());
            columns.put(VISIT.BEFORE_CALLS, (short) standing.calls());
            columns.put(VISIT.BEFORE_NOBODY_THERE, (short) standing.nobodyThere());
            columns.put(VISIT.BEFORE_NOT_BEFORE, at(standing.notBefore()));
        }
        return columns;
    }

    /** The last attempt that moved a task on and was not taken back. */
    static Optional<Visit> lastMoving(DSLContext dsl, TaskId task) {
        var undoing = VISIT.as("undoing");
        return dsl.selectFrom(VISIT).where(VISIT.HOME.eq(task.home()), VISIT.TASK.eq(task.id()), VISIT.BEFORE_LIST.isNotNull())
                .andNotExists(DSL.selectOne().from(undoing).where(undoing.HOME.eq(VISIT.HOME), undoing.TASK.eq(VISIT.TASK), undoing.UNDOES.eq(VISIT.ID)))
                .orderBy(VISIT.RECEIVED_AT.desc(), VISIT.ID.desc()).limit(1).fetchOptional(TaskStore::visit);
    }

    /** Whether an attempt was taken back. */
    static boolean isUndone(DSLContext dsl, Visit visit) {
        return dsl.fetchExists(VISIT, VISIT.HOME.eq(visit.task().home()), VISIT.TASK.eq(visit.task().id()), VISIT.UNDOES.eq(visit.id()));
    }

    static Optional<Visit> byKey(DSLContext dsl, int home, UUID key) {
        return dsl.selectFrom(VISIT).where(VISIT.HOME.eq(home), VISIT.IDEMPOTENCY_KEY.eq(key)).fetchOptional(TaskStore::visit);
    }

    /** Oldest first. */
    static List<Visit> visits(DSLContext dsl, TaskId task) {
        return dsl.selectFrom(VISIT).where(VISIT.HOME.eq(task.home()), VISIT.TASK.eq(task.id())).orderBy(VISIT.RECEIVED_AT, VISIT.ID).fetch(TaskStore::visit);
    }

    // --- planning --------------------------------------------------------------------------------------------------------------

    /** Ends the open tasks of people who have answered. @param person one of them, or null for all */
    static int endAnswered(DSLContext dsl, UUID application, String form, @Nullable SubjectId person, Instant now) {
        var submission = org.hutong.schema.published.Tables.FORM_SUBMISSION;
        return dsl.update(TASK_).set(TASK_.ENDED_AT, at(now)).set(TASK_.OUTCOME, Task.ANSWERED)
                .where(openTo(application, form), person == null ? DSL.noCondition() : TASK_.HOME.eq(person.home()).and(TASK_.SUBJECT.eq(person.id())),
                        DSL.exists(DSL.selectOne().from(submission).where(submission.HOME.eq(TASK_.HOME), submission.SUBJECT.eq(TASK_.SUBJECT),
                                submission.APPLICATION.eq(TASK_.APPLICATION), submission.FORM.eq(TASK_.FORM))))
                .execute();
    }

    /** Ends the open tasks of a form; of an application where the form is null. */
    static int end(DSLContext dsl, UUID application, @Nullable String form, String outcome, Instant now) {
        return dsl.update(TASK_).set(TASK_.ENDED_AT, at(now)).set(TASK_.OUTCOME, outcome)
                .where(TASK_.APPLICATION.eq(application), form == null ? DSL.noCondition() : TASK_.FORM.eq(form), TASK_.ENDED_AT.isNull()).execute();
    }

    /** Ends the open tasks of people for whom a condition over {@code resource.person} does not hold. */
    static int endUnless(DSLContext dsl, UUID application, String form, Condition person, org.jooq.Table<?> persons, Condition samePerson, Instant now) {
        return dsl.update(TASK_).set(TASK_.ENDED_AT, at(now)).set(TASK_.OUTCOME, Task.NOT_ADDRESSED)
                .where(openTo(application, form), DSL.notExists(DSL.selectOne().from(persons).where(samePerson, person))).execute();
    }

    /** Where open tasks lie and who is in charge of them; those that an officer handed over only where that region is named as empty. */
    static List<Lying> lying(DSLContext dsl, UUID application, String form) {
        return dsl.selectDistinct(TASK_.LIVES_IN, TASK_.REGION, TASK_.HANDED).from(TASK_).where(openTo(application, form))
                .fetch(row -> new Lying(new RegionCode(row.value1()), new RegionCode(row.value2()), row.value3()));
    }

    /** @param handed chosen by an officer */
    record Lying(RegionCode livesIn, RegionCode region, boolean handed) {
    }

    static void charge(DSLContext dsl, UUID application, String form, Lying before, RegionCode region) {
        dsl.update(TASK_).set(TASK_.REGION, region.number()).set(TASK_.HANDED, false).where(openTo(application, form), TASK_.LIVES_IN.eq(before.livesIn.number()),
                TASK_.REGION.eq(before.region.number()), TASK_.HANDED.eq(before.handed)).execute();
    }

    /** Follows people who have moved house. @param residesIn the field of {@code resource.person} */
    static int follow(DSLContext dsl, UUID application, String form, org.jooq.Table<?> persons, Condition samePerson, org.jooq.Field<Long> residesIn) {
        return dsl.update(TASK_).set(TASK_.LIVES_IN, residesIn).set(TASK_.HANDED, false).from(persons)
                .where(openTo(application, form), samePerson, residesIn.isNotNull(), residesIn.ne(TASK_.LIVES_IN)).execute();
    }

    /** Somebody lives elsewhere now: what had ended with the move is to be done there, and planning finds who is in charge. */
    static void movedTo(DSLContext dsl, SubjectId person, RegionCode region) {
        reopen(dsl, person, Outcome.MOVED.code());
        dsl.update(TASK_).set(TASK_.LIVES_IN, region.number()).set(TASK_.REGION, region.number()).set(TASK_.HANDED, false)
                .where(TASK_.HOME.eq(person.home()), TASK_.SUBJECT.eq(person.id()), TASK_.ENDED_AT.isNull()).execute();
    }

    /** Opens what had ended with an outcome; planning ends again what is over. */
    static void reopen(DSLContext dsl, SubjectId person, String outcome) {
        dsl.update(TASK_).setNull(TASK_.ENDED_AT).setNull(TASK_.OUTCOME)
                .where(TASK_.HOME.eq(person.home()), TASK_.SUBJECT.eq(person.id()), TASK_.OUTCOME.eq(outcome)).execute();
    }

    /** Opens again what ended because the person was not invited any more; planning ends what is to end for another reason. */
    static void reopenUninvited(DSLContext dsl, SubjectId person, Instant since) {
        dsl.update(TASK_).setNull(TASK_.ENDED_AT).setNull(TASK_.OUTCOME)
                .where(TASK_.HOME.eq(person.home()), TASK_.SUBJECT.eq(person.id()), TASK_.OUTCOME.eq(Task.NOT_ADDRESSED), TASK_.ENDED_AT.ge(at(since))).execute();
    }

    /** The applications that have open tasks. */
    static List<UUID> applications(DSLContext dsl) {
        return dsl.selectDistinct(TASK_.APPLICATION).from(TASK_).where(TASK_.ENDED_AT.isNull()).fetch(TASK_.APPLICATION);
    }

    static Condition has(org.jooq.Field<Integer> home, org.jooq.Field<UUID> person, UUID application, String form) {
        return DSL.exists(DSL.selectOne().from(TASK_).where(TASK_.HOME.eq(home), TASK_.SUBJECT.eq(person), TASK_.APPLICATION.eq(application), TASK_.FORM.eq(form)));
    }

    /** Somebody said at a door that this person has died, and nobody has taken it back. */
    static Condition isReportedDead(org.jooq.Field<Integer> home, org.jooq.Field<UUID> person) {
        return DSL.exists(DSL.selectOne().from(TASK_).where(TASK_.HOME.eq(home), TASK_.SUBJECT.eq(person), TASK_.OUTCOME.eq(Outcome.DEAD.code())));
    }

    private static Condition openTo(UUID application, String form) {
        return TASK_.APPLICATION.eq(application).and(TASK_.FORM.eq(form)).and(TASK_.ENDED_AT.isNull());
    }

    private static Condition is(TaskId id) {
        return TASK_.HOME.eq(id.home()).and(TASK_.ID.eq(id.id()));
    }

    static Condition sameAs(org.jooq.Field<Integer> home, org.jooq.Field<UUID> person) {
        return TASK_.HOME.eq(home).and(TASK_.SUBJECT.eq(person));
    }

    private static Condition to(SubjectId person, UUID application, String form) {
        return TASK_.HOME.eq(person.home()).and(TASK_.SUBJECT.eq(person.id())).and(TASK_.APPLICATION.eq(application)).and(TASK_.FORM.eq(form));
    }

    private static Task task(TaskRecord row) {
        return new Task(new TaskId(row.getHome(), row.getId()), new SubjectId(row.getHome(), row.getSubject()), row.getApplication(), row.getForm(),
                row.getDepartment(), Reason.find(row.getReason()).orElseThrow(), new RegionCode(row.getLivesIn()), new RegionCode(row.getRegion()),
                Outcome.Reach.find(row.getList()).orElseThrow(), row.getCalls(), row.getNobodyThere(), instant(row.getNotBefore()), instant(row.getAskedAt()),
                row.getMadeAt().toInstant(), instant(row.getEndedAt()), row.getOutcome());
    }

    private static Visit visit(org.hutong.schema.task.tables.records.VisitRecord row) {
        return new Visit(row.getId(), new TaskId(row.getHome(), row.getTask()), row.getIdempotencyKey(), new RegionCode(row.getRegion()), row.getAccount(),
                row.getPost(), row.getDoneAt().toInstant(), row.getReceivedAt().toInstant(), row.getMeans(), row.getOutcome(), row.getNote(),
                instant(row.getCallAgainAt()), row.getBeforeList() == null ? null : new Visit.Standing(Outcome.Reach.find(row.getBeforeList()).orElseThrow(),
                        row.getBeforeCalls(), row.getBeforeNobodyThere(), instant(row.getBeforeNotBefore())), row.getUndoes());
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
