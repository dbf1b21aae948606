package org.hutong.audience;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hutong.catalogue.Catalogue;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.RegionCode;
import org.hutong.manifest.Applications;
import org.hutong.manifest.Asked;
import org.hutong.manifest.Manifest;
import org.hutong.manifest.PublishedManifest;
import org.hutong.resource.Standings;
import org.hutong.resource.Standings.Count;
import org.hutong.resource.Standings.Picture;
import org.springframework.stereotype.Component;

/** Tells an officer, before anybody is asked, what is known already and who else is asking. */
@Component
class OnceOnlyCheck {
    private final Applications applications;
    private final Audiences audiences;
    private final Standings standings;
    private final Catalogue catalogue;
    private final BusinessDay day;

    OnceOnlyCheck(Applications applications, Audiences audiences, Standings standings, Catalogue catalogue, BusinessDay day) {
        this.applications = applications;
        this.audiences = audiences;
        this.standings = standings;
        this.catalogue = catalogue;
        this.day = day;
    }

    /**
     * @param application left out of those who ask the same
     * @param manifest    of an application whose audiences have passed their checks and that has a region
     */
    OnceOnly of(UUID application, Manifest manifest) {
        Map<String, List<Asked>> asked = applications.asked(manifest);
        Map<Audience, Set<ElementPath>> wanted = new LinkedHashMap<>();
        Map<String, Audience> audienceOf = new LinkedHashMap<>();
        asked.forEach((component, questions) -> manifest.component(component).flatMap(one -> audiences.find(manifest, one.text("audience")))
                .ifPresent(audience -> {
                    audienceOf.put(component, audience);
                    Set<ElementPath> paths = wanted.computeIfAbsent(audience, one -> new LinkedHashSet<>());
                    questions.stream().map(Asked::element).filter(this::isKnown).forEach(paths::add);
                }));
        LocalDate today = day.today();
        Map<Audience, Picture> pictures = new LinkedHashMap<>();
        wanted.forEach((audience, paths) -> pictures.put(audience,
                standings.of(audience.criterion(), audience.relation(), audience.region(), today, paths)));
        Map<ElementPath, List<OnceOnly.Asker>> askers = askers(application, manifest.region(),
                wanted.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
        List<OnceOnly.Question> questions = new ArrayList<>();
        audienceOf.forEach((component, audience) -> asked.get(component).forEach(question ->
                questions.add(question(component, question, pictures.get(audience), askers))));
        long population = pictures.values().stream().mapToLong(Picture::population).max().orElse(0);
        long looked = pictures.values().stream().mapToLong(Picture::looked).max().orElse(0);
        long withoutPhone = pictures.values().stream().mapToLong(Picture::withoutPhone).max().orElse(0);
        return OnceOnly.of(population, withoutPhone, looked, questions);
    }

    private boolean isKnown(ElementPath path) {
        return path != null && catalogue.element(path.element()).isPresent();
    }

    private static OnceOnly.Question question(String component, Asked asked, Picture picture, Map<ElementPath, List<OnceOnly.Asker>> askers) {
        long people = picture.population();
        Count count = asked.element() == null || asked.everyTime() ? null : picture.byPath().get(asked.element());
        if (count == null) {
            return new OnceOnly.Question(component, asked.question(), asked.label(), asked.element() == null ? null : asked.element().plain(),
                    asked.everyTime(), 0, 0, 0, 0, people, List.of());
        }
        long held = project(count.held(), picture);
        long old = project(count.heldOld(), picture);
        long contested = project(count.contested(), picture);
        long derived = project(count.derived(), picture);
        return new OnceOnly.Question(component, asked.question(), asked.label(), asked.element().plain(), false, held, old, contested, derived,
                Math.max(0, people - held - old - contested - derived), askers.getOrDefault(asked.element(), List.of()));
    }

    /** From those looked at to all; exact when all were looked at. */
    private static long project(long count, Picture picture) {
        return picture.looked() == 0 ? 0 : Math.round((double) count * picture.population() / picture.looked());
    }

    /** Only applications that reach people here count: those of a region above or below. */
    private Map<ElementPath, List<OnceOnly.Asker>> askers(UUID application, RegionCode region, Set<ElementPath> elements) {
        Map<ElementPath, List<OnceOnly.Asker>> askers = new LinkedHashMap<>();
        LocalDate today = day.today();
        applications.asking(elements).forEach((element, published) -> askers.put(element, published.stream()
                .filter(other -> !other.application().equals(application))
                .filter(other -> meets(other, region) && !isOver(other, today))
                .map(other -> new OnceOnly.Asker(other.application(), other.manifest().title()))
                .toList()));
        return askers;
    }

    private static boolean meets(PublishedManifest other, RegionCode region) {
        RegionCode its = other.manifest().region();
        return its.contains(region) || region.contains(its);
    }

    private static boolean isOver(PublishedManifest other, LocalDate today) {
        return other.manifest().closes() != null && other.manifest().closes().isBefore(today);
    }
}
