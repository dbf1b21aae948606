package org.hutong.form;

import static org.hutong.schema.form.Tables.SUBMISSION;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.hutong.resource.Means;
import org.hutong.schema.form.tables.records.SubmissionRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** All SQL of submissions. */
final class SubmissionStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Workers of what follows a submission share the work by bucket. */
    private static final int BUCKETS = 64;

    private static final String INSERT = """
            with said as (
              insert into form.submission (home, id, subject, application, form, version, idempotency_key, request_hash, answers, outcomes,
                resides_in, registered_in, submitted_at, actor, means, receipt, asked, reused, derived, confirmed)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::bigint, ?::bigint, ?::timestamptz, ?, ?, ?, ?, ?, ?, ?)
              on conflict do nothing
              returning home, id, subject, application, form, submitted_at
            ), typed as (
              delete from form.draft d using said s
              where d.home = s.home and d.subject = s.subject and d.application = s.application and d.form = s.form
            )
            insert into form.outbox (home, id, bucket, event, subject, application, form, submission, made_at)
            select home, ?, ?, 'submitted', subject, application, form, id, submitted_at from said
            """;

    private SubmissionStore() {
    }

    /**
     * Keeps a submission, ends its draft and tells the outbox, in one round trip.
     *
     * @return false when the key was used before or the person has answered this form before; nothing was written then
     */
    static boolean insert(DSLContext dsl, Submission one) {
        return dsl.execute(INSERT, one.subject().home(), one.id(), one.subject().id(), one.application(), one.form(), one.version(), one.key(),
                one.requestHash(), answers(one.answers()), outcomes(one.outcomes()), number(one.residesIn()), number(one.registeredIn()),
                one.submittedAt().atOffset(ZoneOffset.UTC), one.actor(), one.means().name().toLowerCase(Locale.ROOT), one.receipt(),
                (short) one.counts().asked(), (short) one.counts().reused(), (short) one.counts().derived(), (short) one.counts().confirmed(),
                Uuid7.next(), (short) Math.floorMod(one.subject().id().hashCode(), BUCKETS)) == 1;
    }

    /** By the key it was sent with. */
    static Optional<Submission> byKey(DSLContext dsl, SubjectId subject, UUID key) {
        return dsl.selectFrom(SUBMISSION).where(SUBMISSION.HOME.eq(subject.home())).and(SUBMISSION.SUBJECT.eq(subject.id()))
                .and(SUBMISSION.IDEMPOTENCY_KEY.eq(key)).fetchOptional(SubmissionStore::submission);
    }

    /** What the person has answered to a form. */
    static Optional<Submission> to(DSLContext dsl, SubjectId subject, UUID application, String form) {
        return dsl.selectFrom(SUBMISSION).where(SUBMISSION.HOME.eq(subject.home())).and(SUBMISSION.SUBJECT.eq(subject.id()))
                .and(SUBMISSION.APPLICATION.eq(application)).and(SUBMISSION.FORM.eq(form)).fetchOptional(SubmissionStore::submission);
    }

    /** What some persons have answered to a form. */
    static Map<SubjectId, Submission> to(DSLContext dsl, Collection<SubjectId> subjects, UUID application, String form) {
        var keys = subjects.stream().map(subject -> DSL.row(subject.home(), subject.id())).toList();
        return dsl.selectFrom(SUBMISSION).where(DSL.row(SUBMISSION.HOME, SUBMISSION.SUBJECT).in(keys)).and(SUBMISSION.APPLICATION.eq(application))
                .and(SUBMISSION.FORM.eq(form)).fetch(SubmissionStore::submission).stream()
                .collect(Collectors.toMap(Submission::subject, submission -> submission));
    }

    /** One of a person's, by its id. */
    static Optional<Submission> find(DSLContext dsl, SubjectId subject, UUID id) {
        return dsl.selectFrom(SUBMISSION).where(SUBMISSION.HOME.eq(subject.home())).and(SUBMISSION.ID.eq(id))
                .and(SUBMISSION.SUBJECT.eq(subject.id())).fetchOptional(SubmissionStore::submission);
    }

    /** One to an application, of those that lie in a range of regions. */
    static Optional<Submission> find(DSLContext dsl, UUID application, RegionCode within, UUID id) {
        return dsl.selectFrom(SUBMISSION).where(SUBMISSION.ID.eq(id)).and(SUBMISSION.APPLICATION.eq(application)).and(within(within))
                .fetchOptional(SubmissionStore::submission);
    }

    private static Condition within(RegionCode region) {
        return SUBMISSION.RESIDES_IN.between(region.first(), region.last()).or(SUBMISSION.REGISTERED_IN.between(region.first(), region.last()));
    }

    /** The forms that a person has answered. */
    static Set<FormName> answered(DSLContext dsl, SubjectId subject) {
        return dsl.select(SUBMISSION.APPLICATION, SUBMISSION.FORM).from(SUBMISSION)
                .where(SUBMISSION.HOME.eq(subject.home())).and(SUBMISSION.SUBJECT.eq(subject.id()))
                .fetchSet(row -> new FormName(row.value1(), row.value2()));
    }

    /** A person's, newest first. */
    static List<Submission> of(DSLContext dsl, SubjectId subject) {
        return dsl.selectFrom(SUBMISSION).where(SUBMISSION.HOME.eq(subject.home())).and(SUBMISSION.SUBJECT.eq(subject.id()))
                .orderBy(SUBMISSION.ID.desc()).fetch(SubmissionStore::submission);
    }

    /** Those to an application that lie in a range of regions, newest first. */
    static List<Submission> page(DSLContext dsl, UUID application, RegionCode within, int offset, int most) {
        return dsl.selectFrom(SUBMISSION).where(SUBMISSION.APPLICATION.eq(application))
                .and(within(within))
                .orderBy(SUBMISSION.ID.desc()).offset(offset).limit(most).fetch(SubmissionStore::submission);
    }

    /**
     * Those to one form that lie in a range of regions, newest first.
     *
     * @param before only what is older than this one; null from the newest
     */
    static List<Submission> page(DSLContext dsl, UUID application, String form, RegionCode within, @Nullable UUID before, int most) {
        return dsl.selectFrom(SUBMISSION).where(SUBMISSION.APPLICATION.eq(application)).and(SUBMISSION.FORM.eq(form))
                .and(within(within))
                .and(before == null ? DSL.noCondition() : SUBMISSION.ID.lt(before))
                .orderBy(SUBMISSION.ID.desc()).limit(most).fetch(SubmissionStore::submission);
    }

    private static Submission submission(SubmissionRecord row) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        JSON.readTree(row.getAnswers().data()).properties().forEach(answer -> answers.put(answer.getKey(), answer.getValue()));
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        JSON.readTree(row.getOutcomes().data()).properties()
                .forEach(outcome -> outcomes.put(outcome.getKey(), Outcome.read(outcome.getValue().asString())));
        return new Submission(row.getId(), new SubjectId(row.getHome(), row.getSubject()), row.getApplication(), row.getForm(),
                row.getVersion(), row.getIdempotencyKey(), row.getRequestHash(), answers, outcomes, region(row.getResidesIn()),
                region(row.getRegisteredIn()), row.getSubmittedAt().toInstant(), row.getActor(),
                Means.valueOf(row.getMeans().toUpperCase(Locale.ROOT)), row.getReceipt(),
                new Counts(row.getAsked(), row.getReused(), row.getDerived(), row.getConfirmed()));
    }

    private static JSONB answers(Map<String, JsonNode> answers) {
        ObjectNode json = JSON.createObjectNode();
        answers.forEach(json::set);
        return JSONB.valueOf(json.toString());
    }

    private static JSONB outcomes(Map<String, Outcome> outcomes) {
        ObjectNode json = JSON.createObjectNode();
        outcomes.forEach((question, outcome) -> json.put(question, outcome.written()));
        return JSONB.valueOf(json.toString());
    }

    private static Long number(RegionCode region) {
        return region == null ? null : region.number();
    }

    private static RegionCode region(Long number) {
        return number == null ? null : new RegionCode(number);
    }
}
