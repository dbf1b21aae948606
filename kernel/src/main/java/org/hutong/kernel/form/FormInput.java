package org.hutong.kernel.form;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.hutong.kernel.Facts;

import tools.jackson.databind.JsonNode;

/**
 * Everything that a form is evaluated from.
 *
 * @param typed     what the resident typed, by question, as JSON; a JSON null says "not answered" even where a value is held
 * @param confirmed the questions whose held values the resident confirmed
 * @param notKnown  required questions that whoever speaks has no answer to, as an officer who fills in for somebody says
 * @param prefill   what is held, by question; a question left out is unknown
 * @param facts     what is held about the resident, for rules that name elements, regions or links
 * @param day       the evaluation day in the business zone
 */
public record FormInput(Map<String, JsonNode> typed, Set<String> confirmed, Set<String> notKnown, Map<String, Prefill> prefill, Facts facts,
        LocalDate day, CodeLists codeLists) {
    public FormInput {
        typed = Collections.unmodifiableMap(new LinkedHashMap<>(typed));
        confirmed = Set.copyOf(confirmed);
        notKnown = Set.copyOf(notKnown);
        prefill = Map.copyOf(prefill);
    }
}
