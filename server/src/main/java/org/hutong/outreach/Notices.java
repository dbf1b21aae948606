package org.hutong.outreach;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.audience.Audiences;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.Facts;
import org.hutong.kernel.SubjectId;
import org.hutong.manifest.Applications;
import org.hutong.manifest.Manifest;
import org.hutong.manifest.PublishedManifest;
import org.hutong.resource.Held;
import org.hutong.resource.Subjects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The notices of one person: those of running applications that address the person today. Only the reading is kept. */
@Component
public class Notices {
    private final Scoped scoped;
    private final Subjects subjects;
    private final Audiences audiences;
    private final Applications applications;
    private final BusinessDay day;
    private final Clock clock;

    Notices(Scoped scoped, Subjects subjects, Audiences audiences, Applications applications, BusinessDay day, Clock clock) {
        this.scoped = scoped;
        this.subjects = subjects;
        this.audiences = audiences;
        this.applications = applications;
        this.day = day;
        this.clock = clock;
    }

    /** Newest first. */
    public List<Notice> of(Actor.Resident actor, SubjectId person) {
        return scoped.read(actor, dsl -> of(dsl, actor, person));
    }

    public int unread(Actor.Resident actor, SubjectId person) {
        return (int) of(actor, person).stream().filter(notice -> !notice.read()).count();
    }

    /** @return false when the person has no such notice */
    public boolean markRead(Actor.Resident actor, SubjectId person, UUID application, String component) {
        return scoped.write(actor, dsl -> {
            boolean addressed = of(dsl, actor, person).stream()
                    .anyMatch(notice -> notice.application().equals(application) && notice.component().equals(component));
            if (addressed) {
                NoticeStore.markRead(dsl, person, application, component, clock.instant());
            }
            return addressed;
        });
    }

    private List<Notice> of(DSLContext dsl, Actor actor, SubjectId person) {
        LocalDate today = day.today();
        Optional<Held> place = subjects.held(actor, person, Set.of());
        List<PublishedManifest> candidates = place.map(held -> applications.runningAt(subjects.places(actor, held), today)).orElse(List.of());
        Set<ElementPath> paths = new HashSet<>();
        candidates.forEach(published -> published.manifest().ofKind(NoticeKind.KIND)
                .forEach(component -> paths.addAll(audiences.of(published, component).needs())));
        if (place.isEmpty() || candidates.isEmpty()) {
            return List.of();
        }
        Facts facts = subjects.facts(actor, paths.isEmpty() ? place.get() : subjects.held(actor, person, paths).orElseThrow());
        Set<NoticeStore.Name> read = NoticeStore.read(dsl, person);
        List<Notice> notices = new ArrayList<>();
        for (PublishedManifest published : candidates) {
            for (var component : published.manifest().ofKind(NoticeKind.KIND)) {
                if (audiences.includes(audiences.of(published, component), facts, today)) {
                    notices.add(new Notice(published.application(), component.id(), Manifest.localised(component.config().path("title")),
                            Manifest.localised(component.config().path("text")), published.manifest().department(), published.publishedAt(),
                            read.contains(new NoticeStore.Name(published.application(), component.id()))));
                }
            }
        }
        notices.sort(Comparator.comparing(Notice::at).reversed());
        return notices;
    }
}
