package org.hutong.resource;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.kernel.Criterion;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;
import org.hutong.resource.StandingStore.Person;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * How well some elements are known of many people at once: counts, nobody by name. Works as the system, since a guardian or a household
 * may lie outside the region of the officer who asks; whether that officer may ask for the region is decided before.
 */
@Component
public class Standings {
    /** Up to so many people are looked at one by one; of more, whole places are drawn until there are about so many. */
    static final int MOST = 20_000;
    private static final Actor COUNTER = new Actor.Background("standings");

    private final Scoped scoped;
    private final Catalogue catalogue;
    private final PersonQuery people;
    private final Clock clock;

    Standings(Scoped scoped, Catalogue catalogue, PersonQuery people, Clock clock) {
        this.scoped = scoped;
        this.catalogue = catalogue;
        this.people = people;
        this.clock = clock;
    }

    /**
     * @param population people of the audience
     * @param looked     how many of them were looked at
     * @param byPath     counts among those looked at
     */
    public record Picture(long population, long looked, Map<ElementPath, Count> byPath) {
    }

    /** How one element stands, in people; together they are all that were looked at. */
    public record Count(long held, long heldOld, long contested, long derived, long unknown) {
    }

    /**
     * Counts the standings of the elements at the ends of some paths over the people of an audience.
     *
     * @param paths paths whose elements the catalogue knows
     */
    public Picture of(Criterion criterion, RegionRelation relation, RegionCode region, LocalDate day, Set<ElementPath> paths) {
        return scoped.read(COUNTER, dsl -> {
            long population = people.count(COUNTER, criterion, relation, region, day);
            List<Person> looked = StandingStore.people(dsl, people.condition(criterion, relation, region, day), relation, region, population, MOST);
            return new Picture(population, looked.size(), count(dsl, looked, paths));
        });
    }

    private Map<ElementPath, Count> count(DSLContext dsl, List<Person> looked, Set<ElementPath> paths) {
        Map<Way, List<ElementPath>> ways = new LinkedHashMap<>();
        for (ElementPath path : new TreeMap<>(index(paths)).values()) {
            Way.to(catalogue, path).ifPresent(way -> ways.computeIfAbsent(way, one -> new ArrayList<>()).add(path));
        }
        Map<ElementPath, Count> counts = new HashMap<>();
        paths.forEach(path -> counts.put(path, new Count(0, 0, 0, 0, looked.size())));
        ways.forEach((way, ends) -> {
            Tally tally = new Tally(ends);
            if (way.isSelf()) {
                looked.forEach(person -> tally.add(person.provenance()));
            } else {
                StandingStore.ends(dsl, looked, way).values().forEach(tally::add);
            }
            counts.putAll(tally.counts(looked.size()));
        });
        return counts;
    }

    private static Map<String, ElementPath> index(Set<ElementPath> paths) {
        Map<String, ElementPath> index = new HashMap<>();
        paths.forEach(path -> index.put(path.toString(), path));
        return index;
    }

    /** Counts over the provenance columns of one kind of subject. */
    private final class Tally implements Provenance.Visitor {
        private static final int HELD = 0;
        private static final int HELD_OLD = 1;
        private static final int CONTESTED = 2;
        private static final int DERIVED = 3;

        private final Map<Integer, List<Slot>> byNumber = new HashMap<>();
        private final List<Slot> slots = new ArrayList<>();

        /** One path: which element number answers it, from when a statement of it is fresh. */
        private record Slot(ElementPath path, boolean derived, long freshAfter, long[] counts) {
        }

        Tally(List<ElementPath> paths) {
            Instant now = clock.instant();
            for (ElementPath path : paths) {
                catalogue.element(path.element()).ifPresent(element -> {
                    DataElement stored = element.virtual() ? source(element) : element;
                    Slot slot = new Slot(path, element.virtual(), element.virtual() ? Long.MIN_VALUE : freshAfter(stored, now), new long[4]);
                    slots.add(slot);
                    byNumber.computeIfAbsent(stored.no(), number -> new ArrayList<>()).add(slot);
                });
            }
        }

        void add(byte[] provenance) {
            Provenance.scan(provenance, this);
        }

        @Override
        public void origin(int element, long statedAt, boolean contested, boolean derived) {
            for (Slot slot : byNumber.getOrDefault(element, List.of())) {
                slot.counts[slot.derived ? DERIVED : contested ? CONTESTED : statedAt <= slot.freshAfter ? HELD_OLD : derived ? DERIVED : HELD]++;
            }
        }

        Map<ElementPath, Count> counts(long looked) {
            Map<ElementPath, Count> counts = new HashMap<>();
            for (Slot slot : slots) {
                long[] of = slot.counts;
                counts.put(slot.path, new Count(of[HELD], of[HELD_OLD], of[CONTESTED], of[DERIVED], looked - of[0] - of[1] - of[2] - of[3]));
            }
            return counts;
        }

        private DataElement source(DataElement virtual) {
            return virtual.derivedFrom().stream().map(catalogue::element).flatMap(java.util.Optional::stream).findFirst().orElse(virtual);
        }
    }

    /** The newest second of stating that is past its validity at an instant: one search per element instead of a calendar sum per value. */
    static long freshAfter(DataElement element, Instant now) {
        if (element.validFor() == null) {
            return Long.MIN_VALUE;
        }
        long expired = 0;
        long fresh = now.getEpochSecond() + 1;
        while (fresh - expired > 1) {
            long middle = expired + (fresh - expired) / 2;
            if (CurrentValue.expired(element, Instant.ofEpochSecond(middle), now)) {
                expired = middle;
            } else {
                fresh = middle;
            }
        }
        return expired;
    }
}
