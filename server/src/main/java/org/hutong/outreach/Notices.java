package org.hutong.outreach;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.audience.Audiences;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.Facts;
import org.hutong.kernel.Localised;
import org.hutong.kernel.SubjectId;
import org.hutong.manifest.Applications;
import org.hutong.manifest.Manifest;
import org.hutong.manifest.PublishedManifest;
import org.hutong.resource.Held;
import org.hutong.resource.Mandates;
import org.hutong.resource.Subjects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * The notices of one person: those of running applications that address the person today, and what an agent has done for the person. Only
 * the reading is kept.
 */
@Component
public class Notices {
    private static final int MOST_ACTS = 100;
    private final Scoped scoped;
    private final Subjects subjects;
    private final Audiences audiences;
    private final Applications applications;
    private final Mandates mandates;
    private final BusinessDay day;
    private final Clock clock;

    Notices(Scoped scoped, Subjects subjects, Audiences audiences, Applications applications, Mandates mandates, BusinessDay day, Clock clock) {
        this.scoped = scoped;
        this.subjects = subjects;
        this.audiences = audiences;
        this.applications = applications;
        this.mandates = mandates;
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

    private List<Notice> of(DSLContext dsl, Actor.Resident actor, SubjectId person) {
        Set<NoticeStore.Name> read = NoticeStore.read(dsl, person);
        List<Notice> notices = new ArrayList<>(published(actor, person, read));
        if (person.equals(actor.person())) {
            Map<UUID, String> agents = mandates.agentNames(actor, person);
            NoticeStore.byAgents(dsl, person, MOST_ACTS).stream().map(act -> told(act, agents, read)).forEach(notices::add);
        }
        notices.sort(Comparator.comparing(Notice::at).reversed());
        return notices;
    }

    private Notice told(NoticeStore.Act act, Map<UUID, String> agents, Set<NoticeStore.Name> read) {
        Optional<PublishedManifest> published = applications.version(act.application(), act.version());
        Localised title = published.map(one -> one.manifest().title()).orElse(Localised.of("", ""));
        String agent = agents.getOrDefault(act.agent(), "");
        String component = "by_" + act.submission().toString().replace("-", "");
        return new Notice(act.application(), component, Localised.of(agent + "替您办了一件事", agent + " acted for you"),
                Localised.of("由" + agent + "代办：已替您提交“" + title.zh() + "”。填了什么，请看“我的 › 我填过的”。不想让他再代办，可以在“我的 › 代办”里随时结束。",
                        "Done by " + agent + " for you: “" + title.in(Locale.ENGLISH) + "” was submitted. What was said is under Me › My submissions; you can end the"
                                + " mandate at any time under Me › Agents."),
                published.map(one -> one.manifest().department()).orElse(""), act.at(), read.contains(new NoticeStore.Name(act.application(), component)));
    }

    private List<Notice> published(Actor actor, SubjectId person, Set<NoticeStore.Name> read) {
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
        return notices;
    }
}
