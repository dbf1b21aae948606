package org.hutong.form;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.hutong.kernel.Localised;
import tools.jackson.databind.JsonNode;

/**
 * What a person has typed into a form, carried over to the version in force.
 *
 * @param answers    by question, as typed, right or not yet
 * @param version    the version it was typed into
 * @param notCarried questions and columns of that version whose answers have no place in the version in force
 */
public record Draft(Map<String, JsonNode> answers, Instant savedAt, int version, List<NotCarried> notCarried) {

    /** A question, or a column as {@code table.column}, by the words it was asked with. */
    public record NotCarried(String question, Localised label) {
    }
}
