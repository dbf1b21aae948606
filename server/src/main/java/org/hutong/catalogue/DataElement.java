package org.hutong.catalogue;

import java.time.Period;
import java.util.List;

import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Localised;
import org.hutong.kernel.ValueKind;

/**
 * 数据元: one standard field.
 *
 * @param no          small stable number, used where many values are stored side by side
 * @param codeList    code of the closed value domain, or null
 * @param unit        of numbers, or null; see {@link org.hutong.kernel.Units}
 * @param validFor    how long a statement counts as fresh, or null for ever
 * @param column      column of the resource type's table, or null when the element is always derived
 * @param derivedFrom elements that it follows from, or empty
 * @param standard    the standard it is taken from, or empty
 * @param seenAs      wordings found on forms
 */
public record DataElement(int no, ElementCode code, Localised name, ValueKind kind, String codeList, Localised unit, Protection protection,
        FirstRank firstRank, Period validFor, String column, List<ElementCode> derivedFrom, Mask mask, String standard, List<String> seenAs,
        boolean builtIn, boolean retired) {

    /** Elements are keys of many maps; their number says enough. */
    @Override
    public int hashCode() {
        return no;
    }

    public boolean encrypted() {
        return protection == Protection.ENCRYPTED;
    }

    /** Never stored: always worked out from another element. */
    public boolean virtual() {
        return column == null;
    }

    DataElement numbered(int number) {
        return new DataElement(number, code, name, kind, codeList, unit, protection, firstRank, validFor, column, derivedFrom, mask, standard, seenAs,
                builtIn, retired);
    }
}
