package org.hutong.kernel;

import java.util.List;

/** Everything that is wrong with a criterion, at least one fault. */
public record CriterionFaults(List<CriterionFault> faults) implements CriterionOrFaults {
    public CriterionFaults {
        faults = List.copyOf(faults);
    }
}
