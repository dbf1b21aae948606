package org.hutong.file;

import static org.hutong.schema.file.Tables.ATTACHMENT;
import static org.hutong.schema.file.Tables.PIECE;
import static org.hutong.schema.file.Tables.SLOT;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.hutong.kernel.SubjectId;
import org.hutong.kernel.form.Accept;
import org.hutong.schema.file.tables.records.AttachmentRecord;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** All SQL of attachments. */
final class AttachmentStore {
    /** Small enough that a piece is no burden to write-ahead log and replication, large enough that a photo is one or two. */
    private static final int PIECE_BYTES = 256 * 1024;

    private AttachmentStore() {
    }

    /** What a person has used of the allowance. */
    record Used(int today, long bytes) {
    }

    static Used used(DSLContext dsl, SubjectId subject, LocalDate day) {
        return dsl.select(DSL.coalesce(DSL.max(DSL.when(ATTACHMENT.DAY.eq(day), ATTACHMENT.NTH)), (short) 0), DSL.coalesce(DSL.sum(ATTACHMENT.BYTES), java.math.BigDecimal.ZERO))
                .from(ATTACHMENT).where(ATTACHMENT.HOME.eq(subject.home()), ATTACHMENT.SUBJECT.eq(subject.id()))
                .fetchSingle(row -> new Used(row.value1(), row.value2().longValue()));
    }

    /** @return false when another upload took the same number of the day; nothing was written then */
    static boolean insert(DSLContext dsl, Attachment one, LocalDate day, int nth, boolean byOfficer, byte[] content, SubjectSeals.Seal seal) {
        int pieces = Math.ceilDiv(content.length, PIECE_BYTES);
        boolean written = dsl.insertInto(ATTACHMENT)
                .set(ATTACHMENT.HOME, one.subject().home()).set(ATTACHMENT.ID, one.id()).set(ATTACHMENT.SUBJECT, one.subject().id())
                .set(ATTACHMENT.DAY, day).set(ATTACHMENT.NTH, (short) nth).set(ATTACHMENT.ACCEPT, one.accept().json())
                .set(ATTACHMENT.APPLICATION, one.application()).set(ATTACHMENT.PLACE, one.place()).set(ATTACHMENT.ELEMENT, one.element())
                .set(ATTACHMENT.MEDIA_TYPE, one.mediaType()).set(ATTACHMENT.BYTES, one.bytes()).set(ATTACHMENT.WIDTH, one.width())
                .set(ATTACHMENT.HEIGHT, one.height()).set(ATTACHMENT.PIECES, (short) pieces).set(ATTACHMENT.MADE_AT, at(one.madeAt()))
                .set(ATTACHMENT.MADE_BY, one.madeBy()).set(ATTACHMENT.BY_OFFICER, byOfficer)
                .set(ATTACHMENT.EXPIRES_AT, one.expiresAt() == null ? null : at(one.expiresAt()))
                .onConflict(ATTACHMENT.HOME, ATTACHMENT.SUBJECT, ATTACHMENT.DAY, ATTACHMENT.NTH).doNothing().execute() == 1;
        if (!written) {
            return false;
        }
        var insert = dsl.insertInto(PIECE, PIECE.HOME, PIECE.ATTACHMENT, PIECE.NO, PIECE.SUBJECT, PIECE.SEALED);
        for (int no = 0; no < pieces; no++) {
            byte[] plain = Arrays.copyOfRange(content, no * PIECE_BYTES, Math.min(content.length, (no + 1) * PIECE_BYTES));
            insert = insert.values(one.subject().home(), one.id(), (short) no, one.subject().id(), seal.seal(label(one.id(), no, pieces), plain));
        }
        insert.execute();
        return true;
    }

    static Optional<Attachment> find(DSLContext dsl, SubjectId subject, UUID id, Instant now) {
        return find(dsl, subject, List.of(id), now).stream().findFirst();
    }

    /** Those of a person that are not over. */
    static List<Attachment> find(DSLContext dsl, SubjectId subject, Collection<UUID> ids, Instant now) {
        return dsl.selectFrom(ATTACHMENT)
                .where(ATTACHMENT.HOME.eq(subject.home()), ATTACHMENT.ID.in(ids), ATTACHMENT.SUBJECT.eq(subject.id()))
                .and(ATTACHMENT.EXPIRES_AT.isNull().or(ATTACHMENT.EXPIRES_AT.gt(at(now))))
                .fetch(AttachmentStore::attachment);
    }

    /** The content, put together and opened. @throws IllegalStateException when a piece is missing or does not open */
    static byte[] content(DSLContext dsl, Attachment one, SubjectSeals.Seal seal) {
        List<byte[]> pieces = new ArrayList<>(dsl.select(PIECE.SEALED).from(PIECE)
                .where(PIECE.HOME.eq(one.subject().home()), PIECE.ATTACHMENT.eq(one.id())).orderBy(PIECE.NO).fetch(PIECE.SEALED));
        ByteArrayOutputStream out = new ByteArrayOutputStream(one.bytes());
        for (int no = 0; no < pieces.size(); no++) {
            out.writeBytes(seal.open(label(one.id(), no, pieces.size()), pieces.get(no)));
        }
        if (out.size() != one.bytes()) {
            throw new IllegalStateException("pieces of attachment " + one.id() + " are missing");
        }
        return out.toByteArray();
    }

    /** Keeps uploads for good. @return how many there were */
    static int keep(DSLContext dsl, SubjectId subject, Collection<UUID> ids) {
        return dsl.update(ATTACHMENT).setNull(ATTACHMENT.EXPIRES_AT)
                .where(ATTACHMENT.HOME.eq(subject.home()), ATTACHMENT.ID.in(ids), ATTACHMENT.SUBJECT.eq(subject.id())).execute();
    }

    /** Lets uploads live at least so long. */
    static int prolong(DSLContext dsl, SubjectId subject, Collection<UUID> ids, Instant until) {
        return dsl.update(ATTACHMENT).set(ATTACHMENT.EXPIRES_AT, at(until))
                .where(ATTACHMENT.HOME.eq(subject.home()), ATTACHMENT.ID.in(ids), ATTACHMENT.SUBJECT.eq(subject.id()))
                .and(ATTACHMENT.EXPIRES_AT.lt(at(until))).execute();
    }

    /** Removes what is over, with its pieces. */
    static int removeExpired(DSLContext dsl, Instant now) {
        return dsl.deleteFrom(ATTACHMENT).where(ATTACHMENT.EXPIRES_AT.le(at(now))).execute();
    }

    /** @return false when a node has taken this slot before */
    static boolean takeSlot(DSLContext dsl, String job, Instant slot) {
        dsl.deleteFrom(SLOT).where(SLOT.JOB.eq(job), SLOT.SLOT_.lt(at(slot.minusSeconds(86_400)))).execute();
        return dsl.insertInto(SLOT).set(SLOT.JOB, job).set(SLOT.SLOT_, at(slot)).onConflict(SLOT.JOB, SLOT.SLOT_).doNothing().execute() == 1;
    }

    private static String label(UUID id, int no, int of) {
        return "file:" + id + "/" + no + "/" + of;
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Attachment attachment(AttachmentRecord row) {
        return new Attachment(row.getId(), new SubjectId(row.getHome(), row.getSubject()), Accept.valueOf(row.getAccept().toUpperCase(Locale.ROOT)),
                row.getApplication(), row.getPlace(), row.getElement(), row.getMediaType(), row.getBytes(), row.getWidth(), row.getHeight(),
                row.getMadeAt().toInstant(), row.getMadeBy(), row.getExpiresAt() == null ? null : row.getExpiresAt().toInstant());
    }
}
