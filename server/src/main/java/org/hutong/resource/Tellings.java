package org.hutong.resource;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.LinkKind;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What was said of somebody whom links join to others: still there, moved or died. What an officer decides about it holds for the links: those
 * that ended by a word that was wrong begin again.
 */
@Component
public class Tellings {
    private static final String HERE = "here";
    private static final String CONFIRMED = "confirmed";
    private static final ElementCode RELATION = ElementCode.of("member.relationToHead");
    private static final String SAID = """
            select l.home, l.id, l.kind, a.origin, a.submission, a.application, a.means, a.recorded_at
            from resource.link l join resource.assertion a on a.home = l.home and a.subject = l.id
            where (l.home = ? and l.from_id = ? and l.kind <> all (?) or l.to_home = ? and l.to_id = ? and l.kind = any (?)) and a.origin like 'still:%' and a.recorded_at >= ?::timestamptz
            order by a.recorded_at, a.id""";
    private static final String REOPEN = """
            update resource.link l set until = null where l.home = ? and l.id = ? and l.until is not null
              and not exists (select 1 from resource.link o where o.home = l.home and o.from_id = l.from_id and o.kind = l.kind
                  and o.qualifier is not distinct from l.qualifier and o.id <> l.id and o.until is null)""";

    private final Scoped scoped;
    private final Catalogue catalogue;
    private final Clock clock;

    Tellings(Scoped scoped, Catalogue catalogue, Clock clock) {
        this.scoped = scoped;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * One word about somebody.
     *
     * @param still      {@code here}, {@code moved}, {@code left}, {@code died}; {@code confirmed} is an officer's
     * @param submission the form in which it was said; null when the person said it, or an officer decided
     */
    public record Telling(SubjectId link, String kind, String still, @Nullable UUID submission, @Nullable UUID application, Means means, Instant at) {
        public boolean saysDied() {
            return still.equals("died");
        }

        public boolean saysMoved() {
            return still.equals("moved") || still.equals("left");
        }

        /** The person is there, or an officer has decided: what was said before is over. */
        public boolean settles() {
            return submission == null && (still.equals(HERE) || still.equals(CONFIRMED));
        }
    }

    /** What was said of a person since some moment, oldest first, within the actor's scope. */
    public List<Telling> since(Actor actor, SubjectId person, Instant since) {
        return scoped.read(actor, dsl -> said(dsl, person, since));
    }

    /** A word on a link to a household is about who belongs to it; one on a link between two persons is about the one that it leads to. */
    private List<Telling> said(DSLContext dsl, SubjectId person, Instant since) {
        String[] between = catalogue.linkKinds().stream().filter(kind -> kind.from().equals("person") && kind.to().equals("person")).map(LinkKind::code).toArray(String[]::new);
        return dsl.fetch(SAID, person.home(), person.id(), between, person.home(), person.id(), between, since.atOffset(ZoneOffset.UTC))
                .map(row -> new Telling(new SubjectId(row.get(0, Integer.class), row.get(1, UUID.class)), row.get(2, String.class),
                        row.get(3, String.class).substring("still:".length()), row.get(4, UUID.class), row.get(5, UUID.class), Means.of(row.get(6, Integer.class)),
                        row.get(7, OffsetDateTime.class).toInstant()));
    }

    /**
     * Does to the links what was decided about a death: true, they end with it; not true, nothing is contested any more. Who has died lives with
     * nobody, whether anybody said so in a form or not.
     *
     * @param died the day of death; null when it is not so
     */
    public void settleDeath(Actor actor, SubjectId person, Instant since, @Nullable LocalDate died) {
        scoped.write(actor, dsl -> {
            pending(dsl, person, since, true).values().forEach(told -> {
                if (told.kind.equals("member")) {
                    SubjectStore.closeCorrections(dsl, told.link, catalogue.element(RELATION).orElseThrow().no(), died == null ? Decided.REFUSED : Decided.ACCEPTED, clock.instant());
                }
                if (died != null) {
                    SubjectStore.endLink(dsl, told.link, died);
                }
                append(dsl, actor, told, died != null);
            });
            if (died != null) {
                dsl.execute("update resource.link set until = greatest(since, ?::date) where home = ? and from_id = ? and kind = 'member' and qualifier = 'living' and until is null",
                        died, person.home(), person.id());
            }
            return true;
        });
    }

    /** Does to the links what was decided about a move: those that ended with it stay so, or begin again unless the person belongs elsewhere by now. */
    public void settleMove(Actor actor, SubjectId person, Instant since, boolean moved) {
        scoped.write(actor, dsl -> {
            pending(dsl, person, since, false).values().forEach(told -> {
                if (!moved) {
                    dsl.execute(REOPEN, told.link.home(), told.link.id());
                }
                append(dsl, actor, told, moved);
            });
            return true;
        });
    }

    /** What was said and not decided yet, by link. */
    private Map<SubjectId, Telling> pending(DSLContext dsl, SubjectId person, Instant since, boolean died) {
        Map<SubjectId, Telling> pending = new LinkedHashMap<>();
        for (Telling told : said(dsl, person, since)) {
            if (told.settles()) {
                pending.remove(told.link);
            } else if (told.submission != null && (died ? told.saysDied() : told.saysMoved())) {
                pending.put(told.link, told);
            }
        }
        return pending;
    }

    private void append(DSLContext dsl, Actor actor, Telling told, boolean so) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SubjectStore.append(dsl, new SubjectStore.AssertionRow(told.link, Uuid7.next(), told.kind, SourceKind.OFFICER, Means.IN_PERSON, actor.label(), told.application, null,
                "still:" + (so ? CONFIRMED : HERE), now, now, null, JsonNodeFactory.instance.objectNode()));
    }
}
