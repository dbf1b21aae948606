package org.hutong.resource;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.ResidentSessions;
import org.hutong.access.Scoped;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.springframework.stereotype.Component;

/**
 * Mandates, by both sides of them. A mandate never covers giving a further one, nor reading who looked at the data; either side ends it
 * at once.
 */
@Component
public class Mandates {
    private static final ElementCode MOBILE = ElementCode.of("person.mobile");
    private static final int MOST_OPEN = 10;
    private static final int LONGEST_YEARS = 3;
    private final Scoped scoped;
    private final Subjects subjects;
    private final FieldCipher cipher;
    private final ResidentSessions sessions;
    private final Clock clock;
    private final BusinessDay day;

    Mandates(Scoped scoped, Subjects subjects, FieldCipher cipher, ResidentSessions sessions, Clock clock, BusinessDay day) {
        this.scoped = scoped;
        this.subjects = subjects;
        this.cipher = cipher;
        this.sessions = sessions;
        this.clock = clock;
        this.day = day;
    }

    // --- giving ----------------------------------------------------------------------------------------------------------------

    /** A resident lets somebody act; for the own matters only. */
    public MandateGiven give(Actor.Resident actor, NewMandate wanted) {
        return give(actor, actor.person(), wanted, null);
    }

    /** An officer records in person what somebody without a phone wants. */
    public MandateGiven record(Actor.Officer officer, SubjectId person, NewMandate wanted) {
        return give(officer, person, wanted, officer);
    }

    private MandateGiven give(Actor actor, SubjectId person, NewMandate wanted, Actor.Officer recorder) {
        LocalDate today = day.today();
        if (wanted.until().isBefore(today)) {
            return new MandateGiven.DaysWrong("day-past");
        }
        if (wanted.until().isAfter(today.plusYears(LONGEST_YEARS))) {
            return new MandateGiven.DaysWrong("mandate-too-long");
        }
        return scoped.write(actor, dsl -> {
            Optional<Held> held = subjects.held(actor, person, Set.of());
            if (held.isEmpty()) {
                return new MandateGiven.NoSuchPerson();
            }
            long open = MandateStore.of(dsl, person).stream().filter(one -> one.on(today) != Mandate.State.ENDED).count();
            if (open >= MOST_OPEN) {
                return new MandateGiven.TooMany(MOST_OPEN);
            }
            UUID id = Uuid7.next();
            byte[] phone = held.get().key().encrypt("mandate:" + id, wanted.agentPhone());
            MandateStore.insert(dsl, person, id, held.get().residesIn(), wanted, phone, cipher.blindIndex(MOBILE, wanted.agentPhone()), recorder, now());
            return new MandateGiven.Given(id);
        });
    }

    // --- both sides ------------------------------------------------------------------------------------------------------------

    /** What the resident has given, newest first. */
    public List<Mandate> given(Actor.Resident actor) {
        return scoped.read(actor, dsl -> MandateStore.of(dsl, actor.person()));
    }

    /** What others have given the resident, newest first. */
    public List<Mandate> received(Actor.Resident actor) {
        return scoped.read(actor, dsl -> MandateStore.toAgent(dsl, actor.person()));
    }

    /** What a person has given, for an officer of the place where the person lived then. Empty when there is no such person. */
    public Optional<List<Mandate>> of(Actor.Officer officer, SubjectId person) {
        return scoped.read(officer, dsl -> subjects.held(officer, person, Set.of()).map(found -> MandateStore.of(dsl, person)));
    }

    /** Names by which principals called their agents, by the agent's id; within what the actor may see. */
    public Map<UUID, String> agentNames(Actor.Resident actor, SubjectId principal) {
        return scoped.read(actor, dsl -> MandateStore.agentNames(dsl, principal));
    }

    /** Names of those who gave mandates, for their agent: a name the agent must know to say yes. */
    public Map<SubjectId, String> principalNames(List<Mandate> received) {
        return subjects.names(new Actor.Background("mandates"), received.stream().map(Mandate::principal).distinct().toList());
    }

    /** @return false when nobody has offered it to the resident, or it is over */
    public boolean accept(Actor.Resident actor, UUID id) {
        boolean accepted = scoped.write(actor, dsl -> MandateStore.toAgent(dsl, actor.person()).stream()
                .filter(one -> one.id().equals(id) && one.on(day.today()) == Mandate.State.OFFERED).findFirst()
                .map(one -> MandateStore.accept(dsl, one, now())).orElse(false));
        if (accepted) {
            sessions.represents(actor.person());
        }
        return accepted;
    }

    /** Ends it at once; an offer is declined or taken back so too. @return false when it is not the resident's, or over */
    public boolean end(Actor.Resident actor, UUID id) {
        return scoped.write(actor, dsl -> {
            List<Mandate> given = MandateStore.of(dsl, actor.person());
            List<Mandate> received = MandateStore.toAgent(dsl, actor.person());
            return open(given, id).map(one -> MandateStore.end(dsl, one, "principal", now()))
                    .or(() -> open(received, id).map(one -> MandateStore.end(dsl, one, "agent", now()))).orElse(false);
        });
    }

    /** For somebody without a phone who wants it to end. */
    public boolean end(Actor.Officer officer, SubjectId person, UUID id) {
        return scoped.write(officer, dsl -> subjects.held(officer, person, Set.of())
                .flatMap(found -> open(MandateStore.of(dsl, person), id)).map(one -> MandateStore.end(dsl, one, "officer", now())).orElse(false));
    }

    private Optional<Mandate> open(List<Mandate> some, UUID id) {
        return some.stream().filter(one -> one.id().equals(id) && one.on(day.today()) != Mandate.State.ENDED).findFirst();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
