package org.hutong.resource;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.hutong.kernel.Age;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.IdNumber;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.Value;

/**
 * What follows from a value, so that it is not asked: an ID number gives sex and birth date (GB 11643; never an address), the grid gives
 * the place of living, which gives the street, the birth date gives the age.
 */
final class Derivations {
    private static final ElementCode ID_NUMBER = ElementCode.of("person.idNumber");
    private static final ElementCode GRID = ElementCode.of("person.grid");
    private static final ElementCode REGION = ElementCode.of("person.region");
    private static final int STREET = 4;

    private Derivations() {
    }

    /** The stored elements that follow from one stated value. */
    static Map<ElementCode, Value> from(ElementCode element, Value value) {
        Map<ElementCode, Value> derived = new LinkedHashMap<>();
        if (element.equals(ID_NUMBER) && value instanceof Value.Text number) {
            derived.put(ElementCode.of("person.sex"), new Value.Code(IdNumber.sex(number.text())));
            derived.put(Age.BIRTH_DATE, Value.PartialDay.of(IdNumber.birthDate(number.text())));
        }
        if (element.equals(GRID) && value instanceof Value.Region grid && grid.code().level() >= STREET) {
            derived.put(ElementCode.of("person.region"), grid);
            derived.put(ElementCode.of("person.street"), new Value.Region(grid.code().at(STREET)));
        }
        if (element.equals(REGION) && value instanceof Value.Region region && region.code().level() >= STREET) {
            derived.put(ElementCode.of("person.street"), new Value.Region(region.code().at(STREET)));
        }
        return derived;
    }

    /**
     * Whether something follows from a person's source element that is held: always from an ID number, from a place only when it is a street or lies
     * in one.
     *
     * @param grid   number of the grid lived in, or null
     * @param region number of the place lived in, or null
     */
    static boolean follows(ElementCode source, Long grid, Long region) {
        Long place = source.equals(GRID) ? grid : region;
        return !source.equals(GRID) && !source.equals(REGION) || place != null && new RegionCode(place).level() >= STREET;
    }

    /** Age in whole years; empty when an incomplete birth date leaves it open. */
    static Optional<Value> age(Value.PartialDay birth, LocalDate day) {
        int oldest = Age.on(day, birth.first());
        return oldest == Age.on(day, birth.last()) ? Optional.of(new Value.Int(oldest)) : Optional.empty();
    }
}
