package org.hutong.form;

import static org.hutong.schema.form.Tables.PAPER;
import static org.hutong.schema.form.Tables.PAPER_SCAN;
import static org.hutong.schema.form.Tables.SUBMISSION;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.hutong.form.Papers.Scan;
import org.hutong.form.Papers.Paper;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** All SQL of paper forms. */
final class PaperStore {
    private PaperStore() {
    }

    static void insert(DSLContext dsl, Map<String, Paper> byCode, Instant at, String by) {
        var insert = dsl.insertInto(PAPER, PAPER.HOME, PAPER.CODE_HASH, PAPER.SUBJECT_HOME, PAPER.SUBJECT, PAPER.APPLICATION, PAPER.FORM, PAPER.VERSION,
                PAPER.PRINTED_AT, PAPER.PRINTED_BY);
        for (Map.Entry<String, Paper> one : byCode.entrySet()) {
            byte[] hash = hash(one.getKey());
            Paper sheet = one.getValue();
            insert = insert.values(bucket(hash), hash, sheet.person().home(), sheet.person().id(), sheet.application(), sheet.form(), sheet.version(),
                    at.atOffset(ZoneOffset.UTC), by);
        }
        insert.execute();
    }

    static Optional<Paper> find(DSLContext dsl, String code) {
        byte[] hash = hash(code);
        return dsl.selectFrom(PAPER).where(PAPER.HOME.eq(bucket(hash)), PAPER.CODE_HASH.eq(hash))
                .fetchOptional(row -> new Paper(new SubjectId(row.getSubjectHome(), row.getSubject()), row.getApplication(), row.getForm(), row.getVersion()));
    }

    static void insertScan(DSLContext dsl, UUID id, Scan scan, @Nullable RegionCode residesIn, @Nullable RegionCode registeredIn) {
        dsl.insertInto(PAPER_SCAN).set(PAPER_SCAN.HOME, scan.person().home()).set(PAPER_SCAN.ID, id).set(PAPER_SCAN.SUBJECT, scan.person().id())
                .set(PAPER_SCAN.APPLICATION, scan.application()).set(PAPER_SCAN.FORM, scan.form()).set(PAPER_SCAN.ATTACHMENT, scan.file())
                .set(PAPER_SCAN.RESIDES_IN, residesIn == null ? null : residesIn.number())
                .set(PAPER_SCAN.REGISTERED_IN, registeredIn == null ? null : registeredIn.number())
                .set(PAPER_SCAN.SCANNED_AT, scan.at().atOffset(ZoneOffset.UTC)).set(PAPER_SCAN.SCANNED_BY, scan.by()).execute();
    }

    /** Those to an application that lie in a range of regions, newest first. */
    static List<Scan> page(DSLContext dsl, UUID application, RegionCode within, int offset, int most) {
        return dsl.select(PAPER_SCAN.asterisk(), DSL.field(DSL.exists(DSL.selectOne().from(SUBMISSION).where(SUBMISSION.HOME.eq(PAPER_SCAN.HOME),
                        SUBMISSION.SUBJECT.eq(PAPER_SCAN.SUBJECT), SUBMISSION.APPLICATION.eq(PAPER_SCAN.APPLICATION), SUBMISSION.FORM.eq(PAPER_SCAN.FORM)))).as("entered"))
                .from(PAPER_SCAN).where(PAPER_SCAN.APPLICATION.eq(application))
                .and(PAPER_SCAN.RESIDES_IN.between(within.first(), within.last()).or(PAPER_SCAN.REGISTERED_IN.between(within.first(), within.last())))
                .orderBy(PAPER_SCAN.ID.desc()).offset(offset).limit(most)
                .fetch(row -> new Scan(new SubjectId(row.get(PAPER_SCAN.HOME), row.get(PAPER_SCAN.SUBJECT)), row.get(PAPER_SCAN.APPLICATION),
                        row.get(PAPER_SCAN.FORM), row.get(PAPER_SCAN.ATTACHMENT), row.get(PAPER_SCAN.SCANNED_AT).toInstant(), row.get(PAPER_SCAN.SCANNED_BY),
                        row.get("entered", Boolean.class)));
    }

    private static byte[] hash(String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rows that are found by a digest are spread by it: 1 to 1024, never a county. */
    private static int bucket(byte[] hash) {
        return 1 + ((hash[0] & 0xFF) << 2 | (hash[1] & 0x3));
    }
}
