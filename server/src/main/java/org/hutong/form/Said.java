package org.hutong.form;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

/**
 * What a person sends to be submitted.
 *
 * @param version   of the form that was filled
 * @param answers   by question; a JSON null says "not answered"
 * @param confirmed questions whose held values were said to be still right
 * @param seen      by question, the act whose value the person had before the eyes
 * @param verified  questions whose answer an officer has seen proven in person; empty from residents
 * @param notKnown  required questions that the person has no answer to, said by the officer who fills in; empty from residents
 */
public record Said(int version, Map<String, JsonNode> answers, Set<String> confirmed, Map<String, UUID> seen, Set<String> verified,
        Set<String> notKnown) {

    /** The same text for the same content, whatever the order it was sent in. */
    String canonical() {
        return version + "\n" + new TreeMap<>(answers) + "\n" + new TreeSet<>(confirmed) + "\n" + new TreeMap<>(seen)
                + (verified.isEmpty() ? "" : "\n" + new TreeSet<>(verified)) + (notKnown.isEmpty() ? "" : "\nnot known " + new TreeSet<>(notKnown));
    }
}
