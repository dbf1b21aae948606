package org.hutong.resource;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.LongStream;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.kernel.Criterion;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;
import org.hutong.resource.StandingStore.Known;
import org.hutong.resource.StandingStore.Person;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
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
     * @param population   people of the audience
     * @param withoutPhone how many of them have no phone on file
     * @param looked       how many of them were looked at
     * @param byPath       counts among those looked at
     */
    public record Picture(long population, long withoutPhone, long looked, Map<ElementPath, Count> byPath) {
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
            Condition addressed = people.condition(criterion, relation, region, day);
            int withoutPhone = dsl.fetchCount(PersonQuery.PERSON, addressed.and(DSL.not(PersonQuery.withPhone())));
            List<Person> looked = StandingStore.people(dsl, addressed, relation, region, population, MOST);
            return new Picture(population, withoutPhone, looked.size(), count(dsl, looked, paths, day));
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

        private final Instant now = clock.instant();
        private final List<Slot> slots = new ArrayList<>();
        /** By number of an element: its place in the two arrays below, or -1. */
        private final int[] places = new int[1 << Short.SIZE];
        private long[] freshAfter = {};
        /** Of the subject at hand: how what is stored stands. */
        private int[] stored;

        /** An element at its place, and those that it may follow from. */
        private record Watched(int place, ElementCode code, Watched[] sources) {
        }

        private record Slot(ElementPath path, boolean workedOut, Watched element, long[] counts) {
        }

        Tally(List<ElementPath> paths) {
            Arrays.fill(places, -1);
            for (ElementPath path : paths) {
                catalogue.element(path.element()).ifPresent(element -> slots.add(new Slot(path, element.virtual(), watch(element, 2), new long[5])));
            }
            stored = new int[freshAfter.length];
        }

        private Watched watch(DataElement element, int further) {
            int place = places[element.no()];
            if (place < 0) {
                place = freshAfter.length;
                places[element.no()] = place;
                freshAfter = Arrays.copyOf(freshAfter, place + 1);
                freshAfter[place] = Standings.freshAfter(element, now);
            }
            Watched[] sources = further == 0 ? new Watched[0] : element.derivedFrom().stream().map(catalogue::element).flatMap(Optional::stream)
                    .filter(source -> !source.virtual()).map(source -> watch(source, further - 1)).toArray(Watched[]::new);
            return new Watched(place, element.code(), sources);
        }

        void add(Known subject) {
            Arrays.fill(stored, UNKNOWN);
            Provenance.scan(subject.provenance(), this);
            for (Slot slot : slots) {
                slot.counts[slot.workedOut ? workedOut(slot.element, subject) : standing(slot.element, subject)]++;
            }
        }

        @Override
        public void origin(int element, long statedAt, boolean contested, boolean derived) {
            int place = places[element];
            if (place >= 0) {
                stored[place] = (contested ? Standing.CONTESTED : statedAt <= freshAfter[place] ? Standing.HELD_OLD
                        : derived ? Standing.DERIVED : Standing.HELD).ordinal();
            }
        }

        /** What is always worked out follows from whatever is known of its source. */
        private int workedOut(Watched element, Known subject) {
            for (Watched source : element.sources) {
                if (standing(source, subject) != UNKNOWN) {
                    return Standing.DERIVED.ordinal();
                }
            }
            return UNKNOWN;
        }

        /** What was stated, unless it is old or missing and the element follows from another that is settled. */
        private int standing(Watched element, Known subject) {
            int stated = stored[element.place];
            if (isSettled(stated)) {
                return stated;
            }
            for (Watched source : element.sources) {
                if (isSettled(stored[source.place]) && Derivations.follows(source.code, subject.grid(), subject.region())) {
                    return Standing.DERIVED.ordinal();
                }
            }
            return stated;
        }

        private static boolean isSettled(int standing) {
            return standing != UNKNOWN && standing != Standing.HELD_OLD.ordinal();
        }

        Map<ElementPath, Count> counts(long looked) {
            Map<ElementPath, Count> counts = new HashMap<>();
            for (Slot slot : slots) {
                counts.put(slot.path, new Count(slot.counts[Standing.HELD.ordinal()], slot.counts[Standing.HELD_OLD.ordinal()],
                        slot.counts[Standing.CONTESTED.ordinal()], slot.counts[Standing.DERIVED.ordinal()],
                        looked - LongStream.of(slot.counts).sum() + slot.counts[UNKNOWN]));
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
