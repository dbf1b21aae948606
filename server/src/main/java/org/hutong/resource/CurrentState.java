package org.hutong.resource;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.hutong.catalogue.DataElement;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Value;
import org.hutong.resource.CurrentValue.Candidate;
import org.hutong.resource.CurrentValue.Effect;

/**
 * The current values of one subject while acts of stating are applied to it, one after the other. Recording a single act and loading
 * many go through here, so that they choose alike.
 */
final class CurrentState {
    private final Provenance provenance;
    private final Function<DataElement, Value> before;
    private final Function<ElementCode, Optional<DataElement>> catalogue;
    private final Instant now;
    private final Map<DataElement, Value> changes = new LinkedHashMap<>();

    /** @param before the current value of an element that has an origin, asked for at most once per act */
    CurrentState(Provenance provenance, Function<DataElement, Value> before, Function<ElementCode, Optional<DataElement>> catalogue, Instant now) {
        this.provenance = provenance;
        this.before = before;
        this.catalogue = catalogue;
        this.now = now;
    }

    /**
     * Applies one stated value with what follows from it.
     *
     * @param effect what it did
     * @param origin the origin of the current value before, or null
     */
    record Applied(Effect effect, Provenance.Origin origin) {
    }

    Applied apply(DataElement element, Value value, Provenance.Act act) {
        Provenance.Origin origin = provenance.of(element.no());
        Candidate current = origin == null ? null : candidate(element, origin);
        Effect effect = CurrentValue.effect(element, current, new Candidate(value, act), now);
        switch (effect) {
            case TAKE -> {
                changes.put(element, value);
                provenance.put(element.no(), new Provenance.Origin(act, false, false));
                derive(element, value, act);
            }
            case CONFIRM -> provenance.put(element.no(), new Provenance.Origin(act, origin.contested(), false));
            case CONTEST -> provenance.put(element.no(), origin.contest(true));
            case KEEP -> {
            }
        }
        return new Applied(effect, origin);
    }

    private Candidate candidate(DataElement element, Provenance.Origin origin) {
        Value current = changes.containsKey(element) ? changes.get(element) : before.apply(element);
        return current == null ? null : new Candidate(current, origin.act());
    }

    private void derive(DataElement element, Value value, Provenance.Act act) {
        Derivations.from(element.code(), value).forEach((code, follows) -> catalogue.apply(code).ifPresent(target -> {
            Provenance.Origin origin = provenance.of(target.no());
            boolean stated = origin != null && !origin.derived() && !CurrentValue.expired(target, origin.act().statedAt(), now);
            if (!stated) {
                changes.put(target, follows);
                provenance.put(target.no(), new Provenance.Origin(act, false, true));
            }
        }));
    }

    /** The new current values, by element. */
    Map<DataElement, Value> changes() {
        return changes;
    }
}
