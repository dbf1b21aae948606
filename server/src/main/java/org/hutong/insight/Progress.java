package org.hutong.insight;

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
import org.hutong.resource.PersonTally;

/**
 * The figures of an application by region. Answers are never behind; whom it addresses changes slowly and is counted anew after at least
 * a second and twenty times as long as the counting took, so that a large town is not counted all day.
 */
@org.springframework.stereotype.Component
class Progress {
    private static final long SHORTEST = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST = Duration.ofMinutes(5).toNanos();
    private static final int COST_FACTOR = 20;

    private record Key(UUID application, int version, RegionRelation by) {
    }

    private record Counted(Figures figures, long keepNanos) {
    }

    /** What the figures of an application are about: the form of its board, its audience, and the relation by which people count. */
    record Subject(PublishedManifest published, String form, Audience audience, RegionRelation by) {
    }

    private final Applications applications;
    private final Audiences audiences;
    private final PersonTally people;
    private final SubmissionFold submissions;
    private final BusinessDay day;
    private final Cache<Key, Counted> counted = Caffeine.newBuilder().maximumSize(2_000)
            .expireAfter(Expiry.<Key, Counted>writing((key, value) -> Duration.ofNanos(value.keepNanos))).build();

    Progress(Applications applications, Audiences audiences, PersonTally people, SubmissionFold submissions, BusinessDay day) {
        this.applications = applications;
        this.audiences = audiences;
        this.people = people;
        this.submissions = submissions;
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
        Figures figures = new Figures();
        figures.addAll(addressed(subject));
        figures.addAll(submissions.answered(subject.published.application(), subject.form, subject.by));
        return figures;
    }

    private Figures addressed(Subject subject) {
        Key key = new Key(subject.published.application(), subject.published.version(), subject.by);
        return counted.get(key, missing -> count(subject)).figures;
    }

    private Counted count(Subject subject) {
        long began = System.nanoTime();
        Set<ElementPath> asked = applications.asked(subject.published.manifest()).getOrDefault(subject.form, java.util.List.of()).stream()
                .map(Asked::element).filter(java.util.Objects::nonNull).collect(Collectors.toSet());
        Figures figures = new Figures();
        people.byRegion(subject.audience.criterion(), subject.audience.relation(), subject.audience.region(), day.today(), subject.by, asked)
                .forEach((region, tally) -> figures.add(region, new Sum(tally.people(), 0, 0, tally.contested())));
        long took = System.nanoTime() - began;
        return new Counted(figures, Math.clamp(took * COST_FACTOR, SHORTEST, LONGEST));
    }
}
