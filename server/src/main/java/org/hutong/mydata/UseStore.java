package org.hutong.mydata;

import static org.hutong.schema.published.Tables.FORM_USE;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.hutong.kernel.SubjectId;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of what forms publish about the use of values. */
final class UseStore {

    private UseStore() {
    }

    /** What one submission did with the values of its questions: {@code reused:act}, {@code derived}, {@code confirmed}. */
    record Submitted(UUID application, String form, int version, Instant at, JsonNode outcomes) {
    }

    /** Newest first. */
    static List<Submitted> of(DSLContext dsl, SubjectId subject, int most) {
        return dsl.selectFrom(FORM_USE).where(FORM_USE.HOME.eq(subject.home())).and(FORM_USE.SUBJECT.eq(subject.id()))
                .orderBy(FORM_USE.SUBMITTED_AT.desc()).limit(most)
                .fetch(row -> new Submitted(row.getApplication(), row.getForm(), row.getVersion(), row.getSubmittedAt().toInstant(),
                        JsonMapper.shared().readTree(row.getOutcomes().data())));
    }
}
