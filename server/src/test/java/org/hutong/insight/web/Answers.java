package org.hutong.insight.web;

import java.time.Instant;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.hutong.manifest.ComponentEvent;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts answered forms where boards find them, without the answering, which has tests of its own. */
@Component
public class Answers {
    private static final Actor SYSTEM = new Actor.Background("test");
    private final Scoped scoped;
    private final ApplicationEventPublisher events;

    Answers(Scoped scoped, ApplicationEventPublisher events) {
        this.scoped = scoped;
        this.events = events;
    }

    /** @param asked how many questions the person had to answer */
    public void answered(String application, SubjectId person, int asked) {
        scoped.write(SYSTEM, dsl -> insert(dsl, application, person, asked));
    }

    /** Answered, and written by a transaction with a number of another cluster. */
    public void restored(String application, SubjectId person, String xact) {
        scoped.write(SYSTEM, dsl -> insert(dsl, application, person, 1, xact));
    }

    /** In a transaction that the test holds open. */
    int insert(DSLContext dsl, String application, SubjectId person, int asked) {
        return insert(dsl, application, person, asked, null);
    }

    private int insert(DSLContext dsl, String application, SubjectId person, int asked, @Nullable String xact) {
        events.publishEvent(new ComponentEvent(UUID.fromString(application), 1, "ask", "form", "submitted", person, Instant.EPOCH));
        return dsl.execute("""
                insert into form.submission (home, id, subject, application, form, version, idempotency_key, request_hash, answers, outcomes,
                  resides_in, registered_in, submitted_at, actor, means, receipt, asked, reused, derived, confirmed, xact)
                select home, ?, id, ?, 'ask', 1, ?, ''::bytea, '{}', '{}', resides_in, registered_in, clock_timestamp(), 'test', 'SELF', '1', ?, 0, 0, 0, coalesce(?::text::xid8, pg_current_xact_id())
                from resource.person where home = ? and id = ?""",
                Uuid7.next(), UUID.fromString(application), UUID.randomUUID(), asked, xact, person.home(), person.id());
    }
}
