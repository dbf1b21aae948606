package org.hutong.outreach;

import static org.hutong.schema.outreach.Tables.NOTICE_READ;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;

import org.hutong.kernel.SubjectId;
import org.jooq.DSLContext;

/** All SQL of notices: who has read which. */
final class NoticeStore {

    private NoticeStore() {
    }

    /** Names a notice. */
    record Name(UUID application, String component) {
    }

    static Set<Name> read(DSLContext dsl, SubjectId subject) {
        return dsl.select(NOTICE_READ.APPLICATION, NOTICE_READ.NOTICE).from(NOTICE_READ)
                .where(NOTICE_READ.HOME.eq(subject.home())).and(NOTICE_READ.SUBJECT.eq(subject.id()))
                .fetchSet(row -> new Name(row.value1(), row.value2()));
    }

    /** Reading twice is reading once; the first time stays. */
    static void markRead(DSLContext dsl, SubjectId subject, UUID application, String component, Instant at) {
        dsl.insertInto(NOTICE_READ, NOTICE_READ.HOME, NOTICE_READ.SUBJECT, NOTICE_READ.APPLICATION, NOTICE_READ.NOTICE, NOTICE_READ.READ_AT)
                .values(subject.home(), subject.id(), application, component, at.atOffset(ZoneOffset.UTC)).onConflictDoNothing().execute();
    }
}
