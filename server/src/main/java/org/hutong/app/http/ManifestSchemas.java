package org.hutong.app.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;

/**
 * The manifest's own schema, {@code spec/manifest.schema.json}, as schemas of the API document: {@code Manifest}, {@code ManifestForm},
 * {@code ManifestCriterion} and so on. What it says by {@code if} and {@code then} is said by {@code oneOf} here, which generators of clients
 * understand.
 */
final class ManifestSchemas {
    private static final String SOURCE = "/spec/manifest.schema.json";
    private static final String PREFIX = "Manifest";

    private ManifestSchemas() {
    }

    static Map<String, Schema<?>> read() {
        ObjectNode source = source();
        ObjectNode definitions = (ObjectNode) source.remove("$defs");
        source.remove("$schema");
        source.remove("$id");
        kindsAsChoice(definitions);
        Map<String, Schema<?>> schemas = new LinkedHashMap<>();
        schemas.put(PREFIX, schema(source));
        definitions.properties().forEach(one -> schemas.put(name(one.getKey()), schema((ObjectNode) one.getValue())));
        return schemas;
    }

    private static ObjectNode source() {
        try (InputStream in = ManifestSchemas.class.getResourceAsStream(SOURCE)) {
            return (ObjectNode) Json31.mapper().readTree(in);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** {@code component} names the shape of each kind; the shape leaves {@code id} and {@code kind} to it. */
    private static void kindsAsChoice(ObjectNode definitions) {
        ObjectNode component = (ObjectNode) definitions.get("component");
        ArrayNode choice = Json31.mapper().createArrayNode();
        for (JsonNode branch : component.withArray("allOf")) {
            JsonNode shape = branch.path("then");
            String pointer = shape.path("$ref").asText();
            ObjectNode properties = (ObjectNode) definitions.path(pointer.substring(pointer.lastIndexOf('/') + 1)).get("properties");
            properties.set("id", component.path("properties").path("id"));
            properties.set("kind", branch.path("if").path("properties").path("kind"));
            choice.add(shape);
        }
        ObjectNode named = Json31.mapper().createObjectNode();
        named.set("description", component.get("description"));
        named.set("oneOf", choice);
        definitions.set("component", named);
    }

    private static Schema<?> schema(ObjectNode json) {
        rewrite(json);
        return Json31.mapper().convertValue(json, JsonSchema.class);
    }

    private static void rewrite(JsonNode node) {
        if (node instanceof ObjectNode object) {
            JsonNode target = object.get("$ref");
            if (target != null && target.isTextual()) {
                object.put("$ref", "#/components/schemas/" + name(target.asText().substring("#/$defs/".length())));
            }
            if (object.has("oneOf")) {
                object.remove("type");
            }
            if (object.get("properties") instanceof ObjectNode properties) {
                properties.properties().forEach(one -> {
                    if (one.getValue().isBoolean()) {
                        one.setValue(Json31.mapper().createObjectNode().put("$ref", "#/components/schemas/Json"));
                    }
                });
            }
        }
        node.forEach(child -> {
            if (!(child.isObject() && child.path("$ref").asText().startsWith("#/components/"))) {
                rewrite(child);
            }
        });
    }

    private static String name(String definition) {
        return PREFIX + Character.toUpperCase(definition.charAt(0)) + definition.substring(1);
    }
}
