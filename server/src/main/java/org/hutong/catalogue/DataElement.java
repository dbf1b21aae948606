package org.hutong.catalogue;

import java.time.Period;
import java.util.List;
import java.util.Set;

import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Localised;
import org.hutong.kernel.ValueKind;
import org.jspecify.annotations.Nullable;

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
 * @param retired     no longer offered; what is held stays readable
 * @param question    how a form asks for it, or null where the name says it
 * @param about       what is meant and what is not, for officers, or null
 * @param version     raised by every change; from 1
 */
public record DataElement(int no, ElementCode code, Localised name, ValueKind kind, String codeList, Localised unit, Protection protection,
        FirstRank firstRank, Period validFor, String column, List<ElementCode> derivedFrom, Mask mask, String standard, List<String> seenAs,
        boolean builtIn, boolean retired, @Nullable Localised question, @Nullable Localised about, int version) {

    /** In its first version, asked for by its name. */
    public DataElement(int no, ElementCode code, Localised name, ValueKind kind, String codeList, Localised unit, Protection protection, FirstRank firstRank,
            Period validFor, String column, List<ElementCode> derivedFrom, Mask mask, String standard, List<String> seenAs, boolean builtIn, boolean retired) {
        this(no, code, name, kind, codeList, unit, protection, firstRank, validFor, column, derivedFrom, mask, standard, seenAs, builtIn, retired, null, null, 1);
    }

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

    /** As a steward wants it, in the next version. */
    DataElement as(ElementEdit edit) {
        Mask masked = mask == Mask.of(kind, protection) ? Mask.of(kind, edit.protection()) : mask;
        return new DataElement(no, code, edit.name(), kind, codeList, edit.unit(), edit.protection(), edit.firstRank(), edit.validFor(), column, derivedFrom,
                masked, edit.standard(), edit.seenAs(), builtIn, retired, edit.question(), edit.about(), version + 1);
    }

    /** As a newer Hutong ships it, but for what a steward has changed; in the version it has here. */
    DataElement shippedAs(DataElement newer, Set<String> kept) {
        boolean guarded = kept.contains("protection");
        return new DataElement(no, code, kept.contains("name") ? name : newer.name, newer.kind, newer.codeList, kept.contains("unit") ? unit : newer.unit,
                guarded ? protection : newer.protection, kept.contains("firstRank") ? firstRank : newer.firstRank,
                kept.contains("validFor") ? validFor : newer.validFor, newer.column, newer.derivedFrom, guarded ? mask : newer.mask,
                kept.contains("standard") ? standard : newer.standard, kept.contains("seenAs") ? seenAs : newer.seenAs, true, retired,
                kept.contains("question") ? question : newer.question, kept.contains("about") ? about : newer.about, version);
    }

    DataElement inVersion(int next) {
        return new DataElement(no, code, name, kind, codeList, unit, protection, firstRank, validFor, column, derivedFrom, mask, standard, seenAs, builtIn,
                retired, question, about, next);
    }

    DataElement retired(boolean now) {
        return new DataElement(no, code, name, kind, codeList, unit, protection, firstRank, validFor, column, derivedFrom, mask, standard, seenAs, builtIn, now,
                question, about, version + 1);
    }

    DataElement numbered(int number) {
        return new DataElement(number, code, name, kind, codeList, unit, protection, firstRank, validFor, column, derivedFrom, mask, standard, seenAs,
                builtIn, retired, question, about, version);
    }
}
