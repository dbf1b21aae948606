package org.hutong.resource;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Somebody of whom another member of the household has said that he or she lives there no more. It counts from that day on, so that nobody is asked
 * for who is gone; the person is told, and one word of the person takes it back. By whom it was said is not told: they have to go on living
 * with each other.
 */
@Component
public class Departures {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** So long it is asked. */
    private static final int DAYS = 90;
    /** A link that has ended is in nobody's scope but the own; whose it is, is part of each statement. */
    private static final Actor DESK = new Actor.Background("departures");

    private final Scoped scoped;
    private final Clock clock;

    Departures(Scoped scoped, Clock clock) {
        this.scoped = scoped;
        this.clock = clock;
    }

    /** A membership that ended by the word of another. */
    public record Departure(UUID link, Instant saidAt) {
    }

    /** What others have said of the resident and the resident has not answered; not where the resident lives with others by now. */
    public List<Departure> of(Actor.Resident resident) {
        return scoped.read(DESK, dsl -> of(dsl, resident));
    }

    private List<Departure> of(DSLContext dsl, Actor.Resident resident) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        SubjectId person = resident.person();
        return dsl.fetch("""
                select l.id, said.stated_at from resource.link l
                cross join lateral (select a.stated_at, a.actor, a.origin from resource.assertion a
                    where a.home = l.home and a.subject = l.id and a.origin like 'still:%' order by a.recorded_at desc, a.id desc limit 1) said
                where l.home = ? and l.from_id = ? and l.kind = 'member' and l.until >= ? and l.until < ?
                  and said.origin in ('still:moved', 'still:left') and said.actor <> ?
                  and not exists (select 1 from resource.link o where o.home = l.home and o.from_id = l.from_id and o.kind = l.kind
                      and o.qualifier is not distinct from l.qualifier and o.id <> l.id and (o.until is null or o.until >= ?))
                order by said.stated_at""", person.home(), person.id(), today.minusDays(DAYS), today, resident.label(), today)
                .map(row -> new Departure(row.get(0, UUID.class), row.get(1, Instant.class)));
    }

    /**
     * The person's own word, after which nobody asks again.
     *
     * @param still lives there after all
     * @return false when nothing of the kind was said
     */
    public boolean answer(Actor.Resident resident, UUID link, boolean still) {
        return scoped.write(DESK, dsl -> {
            if (of(dsl, resident).stream().noneMatch(one -> one.link().equals(link))) {
                return false;
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            SubjectId subject = new SubjectId(resident.person().home(), link);
            SubjectStore.append(dsl, new SubjectStore.AssertionRow(subject, Uuid7.next(), "member", SourceKind.RESIDENT, Means.SELF, resident.label(), null, null,
                    still ? "still:here" : "still:moved", now, now, null, JsonNodeFactory.instance.objectNode()));
            if (still) {
                SubjectStore.reopenLink(dsl, subject);
            }
            return true;
        });
    }
}
