package org.hutong.task;

import static org.hutong.schema.published.Tables.FORM_SUBMISSION;
import static org.hutong.schema.task.Tables.REPORT;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.resource.Means;
import org.hutong.schema.task.tables.records.ReportRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** All SQL of reports. */
final class ReportStore {

    private ReportStore() {
    }

    /** @return false when the same of the same person waits already */
    static boolean insert(DSLContext dsl, Report one) {
        return dsl.insertInto(REPORT).set(REPORT.HOME, one.id().home()).set(REPORT.ID, one.id().id()).set(REPORT.SUBJECT, one.person().id())
                .set(REPORT.TASK, one.task()).set(REPORT.APPLICATION, one.application()).set(REPORT.KIND, one.kind().code())
                .set(REPORT.LIVES_IN, one.livesIn().number()).set(REPORT.TO_REGION, one.toRegion() == null ? null : one.toRegion().number())
                .set(REPORT.TO_ADDRESS, one.toAddress()).set(REPORT.ACCOUNT, one.account()).set(REPORT.REPORTED_AT, at(one.reportedAt())).set(told(one.told()))
                .onConflictDoNothing().execute() == 1;
    }

    private static Map<Field<?>, Object> told(Report.@Nullable Told told) {
        Map<Field<?>, Object> columns = new HashMap<>();
        if (told != null) {
            columns.put(REPORT.SUBMISSION, told.submission());
            columns.put(REPORT.MEANS, (short) told.means().number());
            columns.put(REPORT.TOLD_HOME, told.by() == null ? null : told.by().home());
            columns.put(REPORT.TOLD_BY, told.by() == null ? null : told.by().id());
        }
        return columns;
    }

    /** Adds where to, to a move that waits and does not say it. */
    static void learn(DSLContext dsl, SubjectId person, MovedTo to) {
        dsl.update(REPORT).set(REPORT.TO_REGION, to.region() == null ? null : to.region().number()).set(REPORT.TO_ADDRESS, to.address())
                .where(REPORT.HOME.eq(person.home()), REPORT.SUBJECT.eq(person.id()), REPORT.KIND.eq(Report.Kind.MOVED.code()), REPORT.CLOSED_AT.isNull(),
                        REPORT.TO_REGION.isNull(), REPORT.TO_ADDRESS.eq("")).execute();
    }

    static void close(DSLContext dsl, Report one, String outcome, @Nullable UUID account, Instant now) {
        dsl.update(REPORT).set(REPORT.CLOSED_AT, at(now)).set(REPORT.OUTCOME, outcome).set(REPORT.DECIDED_BY, account).where(is(one.id())).execute();
    }

    static Optional<Report> find(DSLContext dsl, TaskId id) {
        return dsl.selectFrom(REPORT).where(is(id)).fetchOptional(ReportStore::report);
    }

    static Optional<Report> lock(DSLContext dsl, TaskId id) {
        return dsl.selectFrom(REPORT).where(is(id)).forUpdate().fetchOptional(ReportStore::report);
    }

    /** Those that came of a task's visits, held until the end of the transaction. */
    static List<Report> of(DSLContext dsl, TaskId task) {
        return dsl.selectFrom(REPORT).where(REPORT.HOME.eq(task.home()), REPORT.TASK.eq(task.id())).orderBy(REPORT.REPORTED_AT).forUpdate().fetch(ReportStore::report);
    }

    /** What was told in forms and waits. */
    static List<Report> ofForms(DSLContext dsl) {
        return dsl.selectFrom(REPORT).where(REPORT.CLOSED_AT.isNull(), REPORT.SUBMISSION.isNotNull()).orderBy(REPORT.REPORTED_AT).fetch(ReportStore::report);
    }

    /** Whose answers some submissions are, as far as they are of these homes and the actor sees them. */
    static Map<UUID, SubjectId> tellers(DSLContext dsl, Collection<Integer> homes, Collection<UUID> submissions) {
        return dsl.select(FORM_SUBMISSION.ID, FORM_SUBMISSION.HOME, FORM_SUBMISSION.SUBJECT).from(FORM_SUBMISSION)
                .where(FORM_SUBMISSION.HOME.in(homes), FORM_SUBMISSION.ID.in(submissions)).fetchMap(row -> row.value1(), row -> new SubjectId(row.value2(), row.value3()));
    }

    /** What waits from a region or for it, oldest first. */
    static List<Report> waiting(DSLContext dsl, RegionCode region, int most) {
        return dsl.selectFrom(REPORT).where(within(region)).orderBy(REPORT.REPORTED_AT, REPORT.ID).limit(most).fetch(ReportStore::report);
    }

    static int count(DSLContext dsl, RegionCode region) {
        return dsl.fetchCount(REPORT, within(region));
    }

    private static Condition within(RegionCode region) {
        return REPORT.CLOSED_AT.isNull().and(REPORT.LIVES_IN.between(region.first(), region.last()).or(REPORT.TO_REGION.between(region.first(), region.last())));
    }

    private static Condition is(TaskId id) {
        return REPORT.HOME.eq(id.home()).and(REPORT.ID.eq(id.id()));
    }

    private static Report report(ReportRecord row) {
        return new Report(new TaskId(row.getHome(), row.getId()), new SubjectId(row.getHome(), row.getSubject()), row.getTask(),
                row.getSubmission() == null ? null : new Report.Told(row.getSubmission(),
                        row.getToldBy() == null ? null : new SubjectId(row.getToldHome(), row.getToldBy()), Means.of(row.getMeans())),
                row.getApplication(),
                Report.Kind.valueOf(row.getKind().toUpperCase(Locale.ROOT)), new RegionCode(row.getLivesIn()),
                row.getToRegion() == null ? null : new RegionCode(row.getToRegion()), row.getToAddress(), row.getAccount(), row.getReportedAt().toInstant(),
                row.getClosedAt() == null ? null : row.getClosedAt().toInstant(), row.getOutcome(), row.getDecidedBy());
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
