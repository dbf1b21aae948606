package org.hutong.insight.web;

import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Puts answered forms where boards find them, without the answering, which has tests of its own. */
@Component
public class Answers {
    private static final Actor SYSTEM = new Actor.Background("test");
    private final Scoped scoped;

    Answers(Scoped scoped) {
        this.scoped = scoped;
    }

    /** @param asked how many questions the person had to answer */
    public void answered(String application, SubjectId person, int asked) {
        scoped.write(SYSTEM, dsl -> insert(dsl, application, person, asked));
    }

    /** In a transaction that the test holds open. */
    static int insert(DSLContext dsl, String application, SubjectId person, int asked) {
        return dsl.execute("""
                insert into form.submission (home, id, subject, application, form, version, idempotency_key, request_hash, answers, outcomes,
                  resides_in, registered_in, submitted_at, actor, means, receipt, asked, reused, derived, confirmed)
                select home, ?, id, ?, 'ask', 1, ?, ''::bytea, '{}', '{}', resides_in, registered_in, clock_timestamp(), 'test', 'SELF', '1', ?, 0, 0, 0
                from resource.person where home = ? and id = ?""",
                Uuid7.next(), UUID.fromString(application), UUID.randomUUID(), asked, person.home(), person.id());
    }
}
