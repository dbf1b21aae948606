package org.hutong.outreach;

import static org.hutong.schema.outreach.Tables.NOTICE_READ;
import static org.hutong.schema.published.Tables.ACTED_FOR;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
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

    /** What an agent has done for a person. */
    record Act(UUID submission, UUID application, int version, UUID agent, Instant at) {
    }

    /** Newest first. */
    static List<Act> byAgents(DSLContext dsl, SubjectId subject, int most) {
        return dsl.selectFrom(ACTED_FOR).where(ACTED_FOR.HOME.eq(subject.home()), ACTED_FOR.SUBJECT.eq(subject.id()), ACTED_FOR.MEANS.eq("agent"))
                .orderBy(ACTED_FOR.SUBMITTED_AT.desc()).limit(most)
                .fetch(row -> new Act(row.getId(), row.getApplication(), row.getVersion(),
                        UUID.fromString(row.getActor().substring(row.getActor().indexOf(':') + 1)), row.getSubmittedAt().toInstant()));
    }

    /** Reading twice is reading once; the first time stays. */
    static void markRead(DSLContext dsl, SubjectId subject, UUID application, String component, Instant at) {
        dsl.insertInto(NOTICE_READ, NOTICE_READ.HOME, NOTICE_READ.SUBJECT, NOTICE_READ.APPLICATION, NOTICE_READ.NOTICE, NOTICE_READ.READ_AT)
                .values(subject.home(), subject.id(), application, component, at.atOffset(ZoneOffset.UTC)).onConflictDoNothing().execute();
    }
}
