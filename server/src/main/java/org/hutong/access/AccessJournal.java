package org.hutong.access;

import static org.hutong.schema.access.Tables.JOURNAL;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import org.hutong.kernel.Localised;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who looked at whose data, and why. Append-only: the server's database role may add and read entries, not change them.
 *
 * <p>An entry is written in the caller's {@link Scoped#write} transaction, or in one of its own when none is running; a page that shows
 * a person's data is shown only after the entry is there.
 */
@Component
public class AccessJournal {
    private final Scoped scoped;
    private final Clock clock;

    AccessJournal(Scoped scoped, Clock clock) {
        this.scoped = scoped;
        this.clock = clock;
    }

    /** One look, as the person whose data it was reads it. */
    public record Look(Instant at, String actorKind, @Nullable String department, List<String> what, Localised purpose,
            @Nullable String application) {
    }

    /**
     * Records a look at one person's data.
     *
     * @param what        codes of the data elements shown, never values
     * @param purpose     in words that the person understands
     * @param application id of the application that gives the purpose, null when it is none
     */
    public void looked(Actor actor, SubjectId subject, Collection<String> what, Localised purpose, @Nullable String application) {
        looked(actor, List.of(subject), what, purpose, application);
    }

    /** Records a look at a page of several persons. */
    public void looked(Actor actor, Collection<SubjectId> subjects, Collection<String> what, Localised purpose, @Nullable String application) {
        if (subjects.isEmpty()) {
            return;
        }
        OffsetDateTime now = clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        String[] elements = what.toArray(String[]::new);
        scoped.write(actor, dsl -> {
            var insert = dsl.insertInto(JOURNAL, JOURNAL.HOME, JOURNAL.SUBJECT, JOURNAL.AT, JOURNAL.ID, JOURNAL.ACTOR_KIND, JOURNAL.ACTOR,
                    JOURNAL.ACCOUNT, JOURNAL.POST, JOURNAL.POST_REGION, JOURNAL.DEPARTMENT, JOURNAL.WHAT, JOURNAL.PURPOSE_ZH, JOURNAL.PURPOSE_EN,
                    JOURNAL.APPLICATION);
            for (SubjectId subject : subjects) {
                Actor.Officer officer = actor instanceof Actor.Officer one ? one : null;
                insert = insert.values(subject.home(), subject.id(), now, Uuid7.next(), kind(actor), actor.label(),
                        officer == null ? null : officer.account(), officer == null ? null : officer.post(),
                        officer == null ? null : officer.region().number(), officer == null ? null : officer.department(), elements,
                        purpose.zh(), purpose.en() == null ? "" : purpose.en(), application);
            }
            return insert.execute();
        });
    }

    /** The newest looks at one person's data, newest first. The actor has to be that person, a guardian, or an officer over the looker. */
    public List<Look> of(Actor actor, SubjectId subject, int most) {
        return scoped.read(actor, dsl -> dsl.selectFrom(JOURNAL)
                .where(JOURNAL.HOME.eq(subject.home()), JOURNAL.SUBJECT.eq(subject.id()))
                .orderBy(JOURNAL.AT.desc(), JOURNAL.ID.desc()).limit(most)
                .fetch(row -> new Look(row.getAt().toInstant(), row.getActorKind(), row.getDepartment(), Arrays.asList(row.getWhat()),
                        Localised.of(row.getPurposeZh(), row.getPurposeEn()), row.getApplication())));
    }

    private static String kind(Actor actor) {
        return switch (actor) {
            case Actor.Officer ignored -> "officer";
            case Actor.Resident ignored -> "resident";
            case Actor.Background ignored -> "background";
        };
    }
}
