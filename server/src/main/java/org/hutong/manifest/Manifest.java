package org.hutong.manifest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import tools.jackson.databind.JsonNode;

/**
 * An application as described by JSON of the right shape ({@code spec/manifest.schema.json}).
 *
 * @param template   what it was made from, or the empty string
 * @param department who is responsible
 * @param region     where it runs; null in a template
 * @param opens      first day, or null
 * @param closes     last day, or null
 * @param json       the JSON it was read from
 */
public record Manifest(String template, Localised title, Localised summary, String department, Purpose purpose, RegionCode region,
        LocalDate opens, LocalDate closes, List<Component> components, JsonNode json) {

    /** Reads JSON that {@code ManifestShape} has found to be of the right shape. */
    public static Manifest read(JsonNode json) {
        List<Component> components = new ArrayList<>();
        for (JsonNode component : json.path("components")) {
            components.add(new Component(component.path("id").asString(""), component.path("kind").asString(""), components.size(), component));
        }
        JsonNode purpose = json.path("purpose");
        String region = json.path("region").asString("");
        return new Manifest(json.path("template").asString(""), localised(json.path("title")), localised(json.path("summary")),
                json.path("department").asString(""), new Purpose(localised(purpose), purpose.path("basis").asString("")),
                region.isEmpty() ? null : RegionCode.of(region), day(json.path("opens")), day(json.path("closes")), List.copyOf(components), json);
    }

    /** Reads {@code {"zh":..,"en":..}}; what is missing is empty. */
    public static Localised localised(JsonNode json) {
        return Localised.of(json.path("zh").asString(""), json.path("en").asString(""));
    }

    private static LocalDate day(JsonNode json) {
        return json.isString() ? LocalDate.parse(json.asString()) : null;
    }

    public Optional<Component> component(String id) {
        return components.stream().filter(component -> component.id().equals(id)).findFirst();
    }

    public List<Component> ofKind(String kind) {
        return components.stream().filter(component -> component.kind().equals(kind)).toList();
    }

    /** Whether the day lies between the first and the last day, both inclusive. */
    public boolean isOpenOn(LocalDate day) {
        return (opens == null || !day.isBefore(opens)) && (closes == null || !day.isAfter(closes));
    }
}
