package org.hutong.resource;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * What an officer has decided about an objection. A decision overwrites nothing: it is stated like anything else, and what stands against it is
 * taken back by name, so that the order of ranks chooses it and the history shows why.
 */
@Component
public class Decided {
    static final String ACCEPTED = "accepted";
    static final String REFUSED = "refused";
    private final Scoped scoped;
    private final Assertions assertions;
    private final Catalogue catalogue;
    private final FieldCipher cipher;
    private final Clock clock;

    Decided(Scoped scoped, Assertions assertions, Catalogue catalogue, FieldCipher cipher, Clock clock) {
        this.scoped = scoped;
        this.assertions = assertions;
        this.catalogue = catalogue;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** Makes a stated value the current one, whatever stands against it. @return false when there is no such person in the actor's scope */
    public boolean accept(Actor actor, Statement statement) {
        return scoped.write(actor, dsl -> {
            if (assertions.record(actor, statement) instanceof Recording.NoSuchPerson) {
                return false;
            }
            statement.values().forEach((path, value) -> prevail(dsl, actor, statement.person(), element(path.element()), value));
            return true;
        });
    }

    private void prevail(DSLContext dsl, Actor actor, SubjectId person, DataElement element, Value value) {
        Set<ElementCode> said = new HashSet<>(element.derivedFrom());
        said.add(element.code());
        int acts = SubjectStore.history(dsl, person).size();
        SubjectRow row = row(dsl, person, element);
        while (!value.equals(row.value(element, cipher))) {
            if (acts-- == 0) {
                throw new IllegalStateException("nothing is left to take back against " + element.code());
            }
            assertions.retract(actor, person, row.provenance.of(element.no()).act().id(), said);
            row = row(dsl, person, element);
        }
        SubjectStore.closeCorrections(dsl, person, element.no(), ACCEPTED, clock.instant());
    }

    /** Takes back what was stated under an origin, if anything was; objections that it opened are refused. */
    public void refuse(Actor actor, SubjectId person, String origin, List<ElementCode> elements) {
        scoped.write(actor, dsl -> {
            Instant now = clock.instant();
            SubjectStore.history(dsl, person).stream().filter(act -> origin.equals(act.origin()) && act.retracts() == null)
                    .forEach(act -> elements.stream().map(this::element).filter(element -> act.said().has(Integer.toString(element.no()))).forEach(element -> {
                        assertions.retract(actor, person, act.id(), Set.of(element.code()));
                        SubjectStore.closeCorrections(dsl, person, element.no(), REFUSED, now);
                    }));
            return true;
        });
    }

    private SubjectRow row(DSLContext dsl, SubjectId person, DataElement element) {
        return Optional.ofNullable(SubjectStore.load(dsl, "person", Set.of(person), List.of(element), true).get(person))
                .orElseThrow(() -> new IllegalStateException("the person left the scope of who decides"));
    }

    private DataElement element(ElementCode code) {
        return catalogue.element(code).orElseThrow();
    }

    /** A statement by an officer who stood at the door. */
    public static Statement atTheDoor(SubjectId person, java.util.UUID application, String origin, Instant at, Map<ElementPath, Value> values) {
        return new Statement(person, SourceKind.OFFICER, Means.IN_PERSON, application, null, origin, at, values, null);
    }
}
