package org.hutong.mydata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hutong.access.AccessJournal;
import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.Localised;
import org.hutong.kernel.SubjectId;
import org.hutong.manifest.Applications;
import org.hutong.manifest.Asked;
import org.hutong.manifest.PublishedManifest;
import org.hutong.resource.Held;
import org.hutong.resource.Subjects;
import org.springframework.stereotype.Component;

/** What is held of a person, for that person: every value with its origin and with who used it for what. */
@Component
public class MyData {
    private static final int MOST_SUBMISSIONS = 500;
    private static final int MOST_LOOKS = 1_000;
    private static final int MOST_USES = 20;
    /** What an organisation is like is no data of a person. */
    private static final Set<String> NOT_OF_A_PERSON = Set.of("organisation");
    /** A value that was only left out was not used. */
    private static final Set<String> USED = Set.of("reused", "derived", "confirmed");

    private final Scoped scoped;
    private final Subjects subjects;
    private final Catalogue catalogue;
    private final Applications applications;
    private final AccessJournal journal;
    private final Topics topics = Topics.shipped();

    MyData(Scoped scoped, Subjects subjects, Catalogue catalogue, Applications applications, AccessJournal journal) {
        this.scoped = scoped;
        this.subjects = subjects;
        this.catalogue = catalogue;
        this.applications = applications;
        this.journal = journal;
    }

    /** Everything held of a person, by topic, and who used it unless an agent reads; empty when nothing is or there is no such person within the actor's scope. */
    public List<HeldElement.Group> of(Actor.Resident actor, SubjectId person) {
        Set<ElementPath> paths = catalogue.elements().stream()
                .filter(element -> !NOT_OF_A_PERSON.contains(element.code().resourceType()))
                .map(element -> new ElementPath("", element.code())).collect(Collectors.toSet());
        return scoped.read(actor, dsl -> {
            Optional<Held> found = subjects.held(actor, person, paths);
            if (found.isEmpty()) {
                return List.of();
            }
            Held held = found.get();
            Set<UUID> acts = held.values().values().stream().map(value -> value.act()).collect(Collectors.toSet());
            Map<UUID, Localised> through = titles(subjects.applications(actor, person, acts));
            Map<String, List<Use>> uses = actor.isAgentOf(person) ? Map.of()
                    : uses(UseStore.of(dsl, person, MOST_SUBMISSIONS), journal.of(actor, person, MOST_LOOKS));
            return groups(held, through, uses);
        });
    }

    private List<HeldElement.Group> groups(Held held, Map<UUID, Localised> through, Map<String, List<Use>> uses) {
        Map<Localised, List<HeldElement>> byTopic = new LinkedHashMap<>();
        topics.all().forEach(topic -> byTopic.put(topic.name(), new ArrayList<>()));
        held.values().entrySet().stream().sorted(Comparator.comparingInt(entry -> element(entry.getKey()).no())).forEach(entry -> {
            DataElement element = element(entry.getKey());
            byTopic.get(topics.of(element.code()).name()).add(new HeldElement(element, entry.getValue(), through.get(entry.getValue().act()),
                    uses.getOrDefault(element.code().code(), List.of())));
        });
        return byTopic.entrySet().stream().filter(topic -> !topic.getValue().isEmpty())
                .map(topic -> new HeldElement.Group(topic.getKey(), topic.getValue())).toList();
    }

    private DataElement element(ElementPath path) {
        return catalogue.element(path.element()).orElseThrow();
    }

    /** By element code, newest first. */
    private Map<String, List<Use>> uses(List<UseStore.Submitted> submissions, List<AccessJournal.Look> looks) {
        Map<String, List<Use>> uses = new HashMap<>();
        Map<UUID, Localised> names = new HashMap<>();
        for (UseStore.Submitted submitted : submissions) {
            applications.version(submitted.application(), submitted.version()).ifPresent(published -> {
                Use use = new Use(published.manifest().department(), false, published.manifest().title(), submitted.at(), published.manifest().purpose().text());
                used(published, submitted).forEach(element -> uses.computeIfAbsent(element, code -> new ArrayList<>()).add(use));
            });
        }
        for (AccessJournal.Look look : looks) {
            Localised application = look.application() == null ? null : names.computeIfAbsent(UUID.fromString(look.application()), this::title);
            Use use = new Use(look.department() == null ? "" : look.department(), look.actorKind().equals("resident"), application, look.at(), look.purpose());
            look.what().forEach(element -> uses.computeIfAbsent(element, code -> new ArrayList<>()).add(use));
        }
        uses.replaceAll((element, some) -> some.stream().sorted(Comparator.comparing(Use::at).reversed()).limit(MOST_USES).toList());
        return uses;
    }

    /** The person's own elements that a submission took from what is held. */
    private List<String> used(PublishedManifest published, UseStore.Submitted submitted) {
        List<String> elements = new ArrayList<>();
        for (Asked asked : applications.asked(published.manifest()).getOrDefault(submitted.form(), List.of())) {
            String outcome = submitted.outcomes().path(asked.question()).asString("");
            String word = outcome.contains(":") ? outcome.substring(0, outcome.indexOf(':')) : outcome;
            if (asked.element() != null && asked.element().link().isEmpty() && USED.contains(word)) {
                elements.add(asked.element().element().code());
            }
        }
        return elements;
    }

    private Map<UUID, Localised> titles(Map<UUID, UUID> applicationByAct) {
        Map<UUID, Localised> byApplication = new HashMap<>();
        Map<UUID, Localised> byAct = new HashMap<>();
        applicationByAct.forEach((act, application) -> byAct.put(act, byApplication.computeIfAbsent(application, this::title)));
        return byAct;
    }

    private Localised title(UUID application) {
        return applications.running(application).or(() -> applications.version(application, 1)).map(one -> one.manifest().title())
                .orElse(Localised.of("", ""));
    }
}
