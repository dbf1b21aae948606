package org.hutong.insight;

import static org.hutong.schema.published.Tables.FORM_SUBMISSION;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.hutong.audience.Audience;
import org.hutong.audience.Audiences;
import org.hutong.insight.Figures.Sum;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.RegionRelation;
import org.hutong.manifest.Applications;
import org.hutong.manifest.Asked;
import org.hutong.manifest.Component;
import org.hutong.manifest.ComponentEvent;
import org.hutong.manifest.PublishedManifest;
import org.hutong.resource.PersonQuery;
import org.hutong.resource.PersonTally;
import org.hutong.resource.PersonTally.Done;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The figures of an application by region. Who is left and who has answered is counted by where people live now, at least a second and twenty times as
 * long as the counting took after the last time, so that a large town is not counted all day. What was answered since is folded in by every
 * reading ({@link Counted}), so answers are never behind. A count that takes its time goes on beside the readers.
 */
@org.springframework.stereotype.Component
class Progress {
    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);
    private static final long SHORTEST = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST = Duration.ofMinutes(5).toNanos();
    private static final int COST_FACTOR = 20;
    private static final AtomicLong NONE = new AtomicLong();
    /** A reader waits for a count as short as this. */
    private static final long CHEAP = Duration.ofMillis(50).toNanos();

    private record Key(UUID application, int version, RegionRelation by) {
    }

    /** What the figures of an application are about: the form of its board, its audience, and the relation by which people count. */
    record Subject(PublishedManifest published, String form, Audience audience, RegionRelation by) {
    }

    private final Applications applications;
    private final Audiences audiences;
    private final PersonTally people;
    private final BusinessDay day;
    private final Map<UUID, AtomicLong> answers = new ConcurrentHashMap<>();
    private final Set<Key> counting = ConcurrentHashMap.newKeySet();
    private final Cache<Key, Counted> counted = Caffeine.newBuilder().maximumSize(2_000).expireAfterWrite(Duration.ofMinutes(10)).build();

    Progress(Applications applications, Audiences audiences, PersonTally people, BusinessDay day) {
        this.applications = applications;
        this.audiences = audiences;
        this.people = people;
        this.day = day;
    }

    /** Empty when the application asks nothing of anybody. */
    Optional<Subject> subject(PublishedManifest published) {
        var manifest = published.manifest();
        Optional<Component> board = manifest.ofKind(BoardKind.KIND).stream().findFirst();
        return board.map(one -> one.text("form")).flatMap(manifest::component)
                .or(() -> manifest.components().stream().filter(one -> one.kind().equals(BoardKind.FORM)).findFirst())
                .flatMap(form -> audiences.find(manifest, form.text("audience")).map(audience -> {
                    RegionRelation by = board.flatMap(one -> RegionRelation.find(one.text("relation"))).orElse(audience.relation());
                    return new Subject(published, form.id(), audience, by);
                }));
    }

    Figures figures(Subject subject) {
        Key key = new Key(subject.published.application(), subject.published.version(), subject.by);
        Counted last = counted.get(key, missing -> count(subject));
        long age = last.age(System.nanoTime());
        if (age > keep(last) || !last.isOf(day.today())) {
            if (last.tookNanos() <= CHEAP || age > keep(last) + LONGEST || !last.isOf(day.today())) {
                counted.asMap().remove(key, last);
                last = counted.get(key, missing -> count(subject));
            } else if (counting.add(key)) {
                Thread.ofVirtual().name("board").start(() -> countAgain(key, subject));
            }
        }
        long taken = answers.getOrDefault(key.application, NONE).get();
        return last.read(taken, System.nanoTime(), snapshot -> people.since(snapshot, subject.by, subject.audience.region(), day.today(), done(subject)));
    }

    /** Before whoever answered is told so. */
    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void answered(ComponentEvent event) {
        if (!event.component().isEmpty()) {
            answers.computeIfAbsent(event.application(), application -> new AtomicLong()).incrementAndGet();
        }
    }

    private void countAgain(Key key, Subject subject) {
        try {
            counted.put(key, count(subject));
        } catch (RuntimeException failed) {
            LOG.warn("the board of {} was not counted again: {}", key.application, failed.toString());
        } finally {
            counting.remove(key);
        }
    }

    private static long keep(Counted last) {
        return Math.clamp(last.tookNanos() * COST_FACTOR, SHORTEST, LONGEST);
    }

    /** What shows that somebody has answered the form. */
    static Done done(Subject subject) {
        return new Done(FORM_SUBMISSION, FORM_SUBMISSION.HOME.eq(PersonQuery.HOME).and(FORM_SUBMISSION.SUBJECT.eq(PersonQuery.ID))
                .and(FORM_SUBMISSION.APPLICATION.eq(subject.published.application())).and(FORM_SUBMISSION.FORM.eq(subject.form)),
                FORM_SUBMISSION.ASKED.eq((short) 0), FORM_SUBMISSION.XACT, switch (subject.by) {
                    case RESIDES_IN -> FORM_SUBMISSION.RESIDES_IN;
                    case REGISTERED_IN -> FORM_SUBMISSION.REGISTERED_IN;
                    case WORKS_IN, OWNS -> null;
                });
    }

    private Counted count(Subject subject) {
        long began = System.nanoTime();
        Set<ElementPath> asked = applications.asked(subject.published.manifest()).getOrDefault(subject.form, java.util.List.of()).stream()
                .map(Asked::element).filter(java.util.Objects::nonNull).collect(Collectors.toSet());
        Figures figures = new Figures();
        LocalDate today = day.today();
        PersonTally.Counted now = people.byRegion(subject.audience.criterion(), subject.audience.relation(), subject.audience.region(), today,
                subject.by, asked, done(subject));
        now.byRegion().forEach((region, tally) ->
                figures.add(region, new Sum(tally.left() + tally.done(), tally.done(), tally.notAsked(), tally.contested())));
        return new Counted(figures, now.snapshot(), today, began, System.nanoTime() - began);
    }
}
