package org.hutong.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.hutong.app.testing.Browser;
import tools.jackson.databind.JsonNode;

/** What tests of the catalogue do again and again: an element or a list of one's own, and a change of it. */
final class Definitions {
    private Definitions() {
    }

    /** A new element of persons; answers its code. */
    static String element(Browser steward, String kind, String protection) {
        String code = "person.test" + System.nanoTime();
        assertThat(steward.post("/api/catalogue/elements", Map.of("code", code, "name", Map.of("zh", "试验项", "en", "Trial"), "kind", kind, "protection",
                protection, "firstRank", "resident", "validFor", "P1Y")).status()).isEqualTo(201);
        return code;
    }

    static String at(String code) {
        return "/api/catalogue/elements/" + code;
    }

    /** The request that changes nothing of an element as it stands; change it and send it. */
    static Map<String, Object> unchanged(Browser officer, String code) {
        JsonNode now = officer.get(at(code)).json();
        Map<String, Object> body = new HashMap<>(Map.of("version", now.get("version").asInt(), "name", now.get("name"), "protection",
                now.get("protection").asString(), "firstRank", now.get("firstRank").asString(), "standard", now.get("standard").asString(), "seenAs",
                now.get("seenAs"), "reason", "试试"));
        for (String property : List.of("question", "about", "unit", "validFor")) {
            if (now.hasNonNull(property)) {
                body.put(property, now.get(property));
            }
        }
        return body;
    }

    static Map<String, Object> item(String code, String zh, boolean retired) {
        return Map.of("code", code, "name", Map.of("zh", zh, "en", "Code " + code), "retired", retired);
    }

    static Map<String, Object> list(String code, List<Map<String, Object>> items) {
        return Map.of("code", code, "name", Map.of("zh", "颜色", "en", "Colour"), "standard", "GB/T 1", "items", items, "reason", "要用");
    }

    static String fault(Browser.Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(422);
        return reply.json().get("errors").get(0).get("path").asString() + " " + reply.json().get("errors").get(0).get("code").asString();
    }
}
