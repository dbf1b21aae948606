package org.hutong.catalogue;

import java.time.Period;

import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Localised;
import org.hutong.kernel.ValueKind;

/** A data element that a steward adds at run time. */
public record NewElement(ElementCode code, Localised name, ValueKind kind, String codeList, Localised unit, Protection protection,
        FirstRank firstRank, Period validFor) {
}
