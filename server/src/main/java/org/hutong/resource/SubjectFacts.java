package org.hutong.resource;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.hutong.kernel.ElementCode;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.FactValue;
import org.hutong.kernel.Facts;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;

/** What is held of a person, as criteria see it. */
final class SubjectFacts implements Facts {
    private final Held held;
    private final LinkedFacts.Surroundings around;
    private final Map<String, List<Facts>> linked = new HashMap<>();

    SubjectFacts(Held held, LinkedFacts.Surroundings around) {
        this.held = held;
        this.around = around;
    }

    @Override
    public Optional<FactValue> value(ElementCode element) {
        return Optional.ofNullable(held.values().get(new ElementPath("", element))).map(value -> around.fact(element, value));
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
    public List<Facts> linked(String link, LocalDate day) {
        return linked.computeIfAbsent(day + link, key -> around.linked("person", held.person(), link, day));
    }
}
