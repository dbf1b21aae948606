package org.hutong.insight;

import static org.hutong.schema.published.Tables.FORM_SUBMISSION;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import org.hutong.audience.Audience;
import org.hutong.audience.Audiences;
import org.hutong.insight.Figures.Sum;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.RegionRelation;
import org.hutong.manifest.Applications;
import org.hutong.manifest.Asked;
import org.hutong.manifest.Component;
import org.hutong.manifest.PublishedManifest;
import org.hutong.resource.PersonQuery;
import org.hutong.resource.PersonTally;
import org.hutong.resource.PersonTally.Done;

/**
 * The figures of an application by region. Who is left and who has answered is counted by where people live now, at least a second and twenty times as
 * long as the counting took after the last time, so that a large town is not counted all day. What was answered since is added to every
 * reading, so answers are never behind.
 */
@org.springframework.stereotype.Component
class Progress {
    private static final long SHORTEST = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST = Duration.ofMinutes(5).toNanos();
    private static final int COST_FACTOR = 20;

    private record Key(UUID application, int version, RegionRelation by) {
    }

    private record Counted(Figures figures, String snapshot, long keepNanos) {
    }

    /** What the figures of an application are about: the form of its board, its audience, and the relation by which people count. */
    record Subject(PublishedManifest published, String form, Audience audience, RegionRelation by) {
    }

    private final Applications applications;
    private final Audiences audiences;
    private final PersonTally people;
    private final BusinessDay day;
    private final Cache<Key, Counted> counted = Caffeine.newBuilder().maximumSize(2_000)
            .expireAfter(Expiry.<Key, Counted>writing((key, value) -> Duration.ofNanos(value.keepNanos))).build();

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
        Figures figures = new Figures();
        figures.addAll(last.figures);
        people.since(last.snapshot, subject.by, subject.audience.region(), day.today(), done(subject)).forEach((region, since) -> {
            Sum before = last.figures.at(region);
            long newcomers = Math.max(0, since.done() - (before.total() - before.done()));
            figures.add(region, new Sum(newcomers, since.done(), since.notAsked(), 0));
        });
        return figures;
    }

    /** What shows that somebody has answered the form. */
    static Done done(Subject subject) {
        return new Done(FORM_SUBMISSION, FORM_SUBMISSION.HOME.eq(PersonQuery.HOME).and(FORM_SUBMISSION.SUBJECT.eq(PersonQuery.ID))
                .and(FORM_SUBMISSION.APPLICATION.eq(subject.published.application())).and(FORM_SUBMISSION.FORM.eq(subject.form)),
                FORM_SUBMISSION.ASKED.eq((short) 0), FORM_SUBMISSION.XACT);
    }

    private Counted count(Subject subject) {
        long began = System.nanoTime();
        Set<ElementPath> asked = applications.asked(subject.published.manifest()).getOrDefault(subject.form, java.util.List.of()).stream()
                .map(Asked::element).filter(java.util.Objects::nonNull).collect(Collectors.toSet());
        Figures figures = new Figures();
        PersonTally.Counted now = people.byRegion(subject.audience.criterion(), subject.audience.relation(), subject.audience.region(), day.today(),
                subject.by, asked, done(subject));
        now.byRegion().forEach((region, tally) ->
                figures.add(region, new Sum(tally.left() + tally.done(), tally.done(), tally.notAsked(), tally.contested())));
        long took = System.nanoTime() - began;
        return new Counted(figures, now.snapshot(), Math.clamp(took * COST_FACTOR, SHORTEST, LONGEST));
    }
}
