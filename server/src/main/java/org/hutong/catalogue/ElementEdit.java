package org.hutong.catalogue;

import java.time.Period;
import java.util.List;

import org.hutong.kernel.Localised;
import org.jspecify.annotations.Nullable;

/**
 * A data element as a steward wants it from now on: everything of it that may change.
 *
 * @param question how a form asks for it, or null where the name says it
 * @param about    what is meant and what is not, or null
 * @param unit     of numbers, or null
 * @param lowered  the steward means to lower the protection
 * @param validFor null for ever
 * @param seenAs   all wordings found on forms
 */
public record ElementEdit(Localised name, @Nullable Localised question, @Nullable Localised about, @Nullable Localised unit, Protection protection, boolean lowered,
        FirstRank firstRank, @Nullable Period validFor, String standard, List<String> seenAs) {
}
