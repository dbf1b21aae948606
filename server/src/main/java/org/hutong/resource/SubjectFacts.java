package org.hutong.resource;

import java.util.List;
import java.util.Optional;

import org.hutong.kernel.ElementCode;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.FactValue;
import org.hutong.kernel.Facts;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;

/** What is held of a person, as criteria see it. Criteria over links are decided in SQL, where the links are. */
record SubjectFacts(Held held) implements Facts {

    @Override
    public Optional<FactValue> value(ElementCode element) {
        HeldValue value = held.values().get(new ElementPath("", element));
        return Optional.ofNullable(value).map(known ->
                new FactValue(known.value(), known.standing() != Standing.HELD_OLD, known.standing() == Standing.CONTESTED));
    }

    @Override
    public Optional<RegionCode> region(RegionRelation relation) {
        return Optional.ofNullable(switch (relation) {
            case RESIDES_IN -> held.residesIn();
            case REGISTERED_IN -> held.registeredIn();
            case WORKS_IN -> held.worksIn();
            case OWNS -> null;
        });
    }

    @Override
    public List<Facts> linked(String link) {
        return List.of();
    }
}
