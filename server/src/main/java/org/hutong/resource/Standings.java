package org.hutong.resource;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.hutong.resource.StandingStore.Known;
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
            return new Picture(population, looked.size(), count(dsl, looked, paths, day));
        });
    }

    private Map<ElementPath, Count> count(DSLContext dsl, List<Person> looked, Set<ElementPath> paths, LocalDate day) {
        Map<Way, List<ElementPath>> ways = new LinkedHashMap<>();
        for (ElementPath path : new TreeMap<>(index(paths)).values()) {
            Way.to(catalogue, path).ifPresent(way -> ways.computeIfAbsent(way, one -> new ArrayList<>()).add(path));
        }
        Map<ElementPath, Count> counts = new HashMap<>();
        paths.forEach(path -> counts.put(path, new Count(0, 0, 0, 0, looked.size())));
        ways.forEach((way, ends) -> {
            Tally tally = new Tally(ends);
            if (way.isSelf()) {
                looked.forEach(person -> tally.add(person.known()));
            } else {
                StandingStore.ends(dsl, looked, way, day).values().forEach(tally::add);
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

    /** Counts over one kind of subject; says of each element what {@link Subjects} would, without reading what is encrypted. */
    private final class Tally implements Provenance.Visitor {
        private static final int UNKNOWN = 4;

        private final List<Slot> slots = new ArrayList<>();
        private final Map<Integer, Long> freshAfter = new HashMap<>();
        /** Of the subject at hand, by number of the element: how what is stored stands. */
        private final Map<Integer, Integer> stored = new HashMap<>();

        private record Slot(ElementPath path, DataElement element, List<DataElement> sources, long[] counts) {
        }

        Tally(List<ElementPath> paths) {
            Instant now = clock.instant();
            for (ElementPath path : paths) {
                catalogue.element(path.element()).ifPresent(element -> {
                    List<DataElement> sources = sources(element);
                    slots.add(new Slot(path, element, sources, new long[5]));
                    watch(element, now);
                    sources.forEach(source -> {
                        watch(source, now);
                        sources(source).forEach(further -> watch(further, now));
                    });
                });
            }
        }

        private void watch(DataElement element, Instant now) {
            freshAfter.computeIfAbsent(element.no(), number -> Standings.freshAfter(element, now));
        }

        private List<DataElement> sources(DataElement element) {
            return element.derivedFrom().stream().map(catalogue::element).flatMap(Optional::stream).filter(source -> !source.virtual()).toList();
        }

        void add(Known subject) {
            stored.clear();
            Provenance.scan(subject.provenance(), this);
            slots.forEach(slot -> slot.counts[slot.element.virtual() ? workedOut(slot, subject) : standing(slot.element, slot.sources, subject)]++);
        }

        @Override
        public void origin(int element, long statedAt, boolean contested, boolean derived) {
            Long fresh = freshAfter.get(element);
            if (fresh != null) {
                stored.put(element, (contested ? Standing.CONTESTED : statedAt <= fresh ? Standing.HELD_OLD : derived ? Standing.DERIVED : Standing.HELD).ordinal());
            }
        }

        /** What is always worked out follows from whatever is known of its source. */
        private int workedOut(Slot slot, Known subject) {
            return slot.sources.stream().anyMatch(source -> standing(source, sources(source), subject) != UNKNOWN) ? Standing.DERIVED.ordinal() : UNKNOWN;
        }

        /** What was stated, unless it is old or missing and the element follows from another that is settled. */
        private int standing(DataElement element, List<DataElement> sources, Known subject) {
            int stated = stored.getOrDefault(element.no(), UNKNOWN);
            if (isSettled(stated)) {
                return stated;
            }
            boolean follows = sources.stream().anyMatch(source -> isSettled(stored.getOrDefault(source.no(), UNKNOWN))
                    && Derivations.follows(source.code(), subject.grid(), subject.region()));
            return follows ? Standing.DERIVED.ordinal() : stated;
        }

        private static boolean isSettled(int standing) {
            return standing != UNKNOWN && standing != Standing.HELD_OLD.ordinal();
        }

        Map<ElementPath, Count> counts(long looked) {
            Map<ElementPath, Count> counts = new HashMap<>();
            for (Slot slot : slots) {
                long held = slot.counts[Standing.HELD.ordinal()];
                long old = slot.counts[Standing.HELD_OLD.ordinal()];
                long contested = slot.counts[Standing.CONTESTED.ordinal()];
                long derived = slot.counts[Standing.DERIVED.ordinal()];
                counts.put(slot.path, new Count(held, old, contested, derived, looked - held - old - contested - derived));
            }
            return counts;
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
