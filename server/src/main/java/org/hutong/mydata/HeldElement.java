package org.hutong.mydata;

import java.util.List;

import org.hutong.catalogue.DataElement;
import org.hutong.kernel.Localised;
import org.hutong.resource.HeldValue;
import org.jspecify.annotations.Nullable;

/**
 * One value that is held of a person.
 *
 * @param application through which it was stated, or null
 * @param usedBy      newest first
 */
public record HeldElement(DataElement element, HeldValue value, @Nullable Localised application, List<Use> usedBy) {

    /** Values under one heading. */
    public record Group(Localised name, List<HeldElement> elements) {
    }
}
