package org.hutong.form;

import static org.hutong.schema.form.Tables.DRAFT;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hutong.access.Reading;
import org.hutong.kernel.SubjectId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** All SQL of drafts. */
final class DraftStore {

    private DraftStore() {
    }

    /** A draft as it lies in the database: sealed. */
    record SealedDraft(UUID application, String form, int version, byte[] sealed, Instant savedAt) {
    }

    /** Puts the draft in place of the one before. */
    static void save(DSLContext dsl, SubjectId subject, SealedDraft draft) {
        var savedAt = draft.savedAt().atOffset(ZoneOffset.UTC);
        dsl.insertInto(DRAFT, DRAFT.HOME, DRAFT.SUBJECT, DRAFT.APPLICATION, DRAFT.FORM, DRAFT.VERSION, DRAFT.SEALED, DRAFT.SAVED_AT)
                .values(subject.home(), subject.id(), draft.application(), draft.form(), draft.version(), draft.sealed(), savedAt)
                .onConflict(DRAFT.HOME, DRAFT.SUBJECT, DRAFT.APPLICATION, DRAFT.FORM).doUpdate()
                .set(DRAFT.VERSION, draft.version()).set(DRAFT.SEALED, draft.sealed()).set(DRAFT.SAVED_AT, savedAt)
                .execute();
    }

    /** Holds the row until the end of the transaction, so that two tabs save one after the other. */
    static Optional<SealedDraft> lock(DSLContext dsl, SubjectId subject, UUID application, String form) {
        return dsl.selectFrom(DRAFT).where(one(subject, application, form)).forUpdate().fetchOptional(DraftStore::draft);
    }

    /**
     * What a person has left at a form.
     *
     * @param draft    null when nothing was typed
     * @param answered whether there is a submission
     */
    record Traces(@Nullable SealedDraft draft, boolean answered) {
    }

    static Reading<Traces> traces(SubjectId subject, UUID application, String form) {
        return Reading.of("""
                select exists (select 1 from form.submission where home = ? and subject = ? and application = ? and form = ?),
                  d.version, d.sealed, d.saved_at
                from (select 1) one left join form.draft d on d.home = ? and d.subject = ? and d.application = ? and d.form = ?
                """, List.of(subject.home(), subject.id(), application, form, subject.home(), subject.id(), application, form), row -> {
            row.next();
            byte[] sealed = row.getBytes(3);
            return new Traces(sealed == null ? null : new SealedDraft(application, form, row.getInt(2), sealed,
                    row.getObject(4, OffsetDateTime.class).toInstant()), row.getBoolean(1));
        });
    }

    static int delete(DSLContext dsl, SubjectId subject, UUID application, String form) {
        return dsl.deleteFrom(DRAFT).where(one(subject, application, form)).execute();
    }

    /** The forms in which a person has begun to type. */
    static Set<FormName> begun(DSLContext dsl, SubjectId subject) {
        return dsl.select(DRAFT.APPLICATION, DRAFT.FORM).from(DRAFT).where(DRAFT.HOME.eq(subject.home())).and(DRAFT.SUBJECT.eq(subject.id()))
                .fetchSet(row -> new FormName(row.value1(), row.value2()));
    }

    private static Condition one(SubjectId subject, UUID application, String form) {
        return DRAFT.HOME.eq(subject.home()).and(DRAFT.SUBJECT.eq(subject.id())).and(DRAFT.APPLICATION.eq(application)).and(DRAFT.FORM.eq(form));
    }

    private static SealedDraft draft(org.hutong.schema.form.tables.records.DraftRecord row) {
        return new SealedDraft(row.getApplication(), row.getForm(), row.getVersion(), row.getSealed(), row.getSavedAt().toInstant());
    }
}
