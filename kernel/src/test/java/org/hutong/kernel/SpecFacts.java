package org.hutong.kernel;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;

/** The {@code given} of a case of {@code spec/criteria.json}. */
public record SpecFacts(JsonNode elements, JsonNode given) implements Facts {

    @Override
    public Optional<FactValue> value(ElementCode element) {
        JsonNode held = given.path("values").get(element.code());
        if (held == null) {
            return Optional.empty();
        }
        ValueKind kind = ValueKind.of(elements.path(element.code()).path("kind").stringValue());
        JsonNode value = held.isObject() ? held.get("value") : held;
        return Optional.of(new FactValue(ValueJson.stored(kind, value), held.path("fresh").asBoolean(true), held.path("contested").asBoolean(false)));
    }

    @Override
    public Optional<RegionCode> region(RegionRelation relation) {
        return Optional.ofNullable(given.path("regions").get(relation.json())).map(code -> RegionCode.of(code.stringValue()));
    }

    @Override
    public List<Facts> linked(String link, LocalDate day) {
        return StreamSupport.stream(given.path("links").path(link).spliterator(), false).filter(linked -> holds(linked, day))
                .<Facts>map(linked -> new SpecFacts(elements, linked)).toList();
    }

    private static boolean holds(JsonNode link, LocalDate day) {
        return !(link.has("since") && LocalDate.parse(link.path("since").stringValue()).isAfter(day))
                && !(link.has("until") && LocalDate.parse(link.path("until").stringValue()).isBefore(day));
    }

    @Override
    public Optional<Value> answer(String question) {
        return Optional.ofNullable(given.path("answers").get(question))
                .map(answer -> ValueJson.stored(ValueKind.of(answer.path("kind").stringValue()), answer.get("value")));
    }
}
