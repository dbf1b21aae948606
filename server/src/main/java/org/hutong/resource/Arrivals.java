package org.hutong.resource;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.hutong.access.AccessJournal;
import org.hutong.access.Actor;
import org.hutong.access.Role;
import org.hutong.access.Scoped;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Newcomers who tell their community that they live there now, and what an officer of the place makes of it.
 *
 * <p>Where somebody lives is the person's own word (for an address it comes first), about a file that the person alone began: it is stated at
 * once, so that the forms of the place reach a tenant on the first evening. An officer looks into it all the same: accepted, the person is a newcomer no
 * more; refused, what was stated is taken back and the person may say it anew.
 */
@Component
public class Arrivals {
    public static final int MOST = 200;
    private static final Localised TO_MEET = Localised.of("核实新来的居民", "To meet people who are new here");
    private static final ElementPath REGION = ElementPath.of("person.region");
    private static final ElementPath ADDRESS = ElementPath.of("person.address");
    private static final ElementPath SINCE = ElementPath.of("person.addressSince");
    private static final List<ElementCode> STATED = List.of(REGION.element(), ADDRESS.element(), SINCE.element());
    /** Whoever is refused leaves the scope of who refuses; that the officer may decide is looked at before. */
    private static final Actor DECIDER = new Actor.Background("arrival-decider");

    private final Scoped scoped;
    private final Assertions assertions;
    private final Decided decided;
    private final Doors doors;
    private final AccessJournal journal;
    private final BusinessDay day;
    private final Clock clock;

    Arrivals(Scoped scoped, Assertions assertions, Decided decided, Doors doors, AccessJournal journal, BusinessDay day, Clock clock) {
        this.scoped = scoped;
        this.assertions = assertions;
        this.decided = decided;
        this.doors = doors;
        this.journal = journal;
        this.day = day;
        this.clock = clock;
    }

    /** An arrival with the door as the officer sees it. */
    public record Met(Arrival arrival, Doors.Door door) {
    }

    /** What became of a decision. */
    public enum Decision {
        DONE, NOT_FOUND, CLOSED
    }

    /** What the resident said last, whatever became of it. */
    public Optional<Arrival> of(Actor.Resident resident) {
        return scoped.read(resident, dsl -> ArrivalStore.newest(dsl, resident.person()));
    }

    /**
     * "I live here now."
     *
     * @param region  a community or grid of the tree
     * @param address in words
     * @param since   null when not said
     * @return empty for somebody who is on file: who has moved says so through a form
     */
    public Optional<Arrival> say(Actor.Resident resident, RegionCode region, String address, @Nullable LocalDate since) {
        if (!resident.newcomer()) {
            return Optional.empty();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return scoped.write(resident, dsl -> {
            if (ArrivalStore.newest(dsl, resident.person()).filter(before -> Arrival.ACCEPTED.equals(before.outcome())).isPresent()) {
                return Optional.empty();
            }
            Arrival arrival = ArrivalStore.say(dsl, resident.person(), region, now);
            Map<ElementPath, Value> values = new TreeMap<>(Map.of(REGION, new Value.Region(region), ADDRESS, new Value.Text(address)));
            if (since != null) {
                values.put(SINCE, new Value.Day(since));
            }
            assertions.record(resident, new Statement(resident.person(), SourceKind.RESIDENT, Means.SELF, null, null, arrival.origin(), now, values, null));
            return Optional.of(arrival);
        });
    }

    /** Who waits in the officer's region, oldest first. Looking is journalled. */
    public List<Met> waiting(Actor.Officer officer) {
        return scoped.write(officer, dsl -> {
            List<Arrival> arrivals = ArrivalStore.waiting(dsl, officer.region(), MOST);
            Map<SubjectId, Doors.Door> found = doors.of(officer, arrivals.stream().map(Arrival::person).toList(), day.today());
            journal.looked(officer, List.copyOf(found.keySet()), Doors.SHOWS, TO_MEET, null);
            return arrivals.stream().filter(one -> found.containsKey(one.person())).map(one -> new Met(one, found.get(one.person()))).toList();
        });
    }

    int count(Actor.Officer officer) {
        return scoped.read(officer, dsl -> ArrivalStore.count(dsl, officer.region()));
    }

    /** Decides about what waits of a person. */
    public Decision decide(Actor.Officer officer, SubjectId person, boolean accept) {
        if (!officer.is(Role.OFFICER) || scoped.read(officer, dsl -> ArrivalStore.newest(dsl, person)).isEmpty()) {
            return Decision.NOT_FOUND;
        }
        return scoped.write(DECIDER, dsl -> ArrivalStore.lock(dsl, person).filter(one -> officer.region().contains(one.region()))
                .map(one -> decide(dsl, officer, one, accept)).orElse(Decision.NOT_FOUND));
    }

    private Decision decide(DSLContext dsl, Actor.Officer officer, Arrival one, boolean accept) {
        if (!one.waits()) {
            return Decision.CLOSED;
        }
        if (accept) {
            ArrivalStore.seen(dsl, one.person());
        } else {
            decided.refuse(DECIDER, one.person(), one.origin(), STATED);
        }
        ArrivalStore.close(dsl, one, accept ? Arrival.ACCEPTED : Arrival.REFUSED, officer.account(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        return Decision.DONE;
    }
}
