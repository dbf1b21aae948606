package org.hutong.kernel.form;

import java.util.List;

/** Everything that is wrong with a form's definition, at least one fault. */
public record FormFaults(List<FormFault> faults) implements FormOrFaults {
    public FormFaults {
        faults = List.copyOf(faults);
    }
}
