package org.hutong.form.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.form.PersonalForm;
import org.hutong.kernel.Value;
import org.hutong.kernel.ValueJson;
import org.hutong.kernel.form.Question;
import org.hutong.resource.Displays;
import org.hutong.resource.HeldValue;
import org.hutong.resource.LinkedPeople.LinkedPerson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is known of one question, as much of it as the person may see: the own values, but encrypted ones masked; of other people no more
 * than that something is on file.
 *
 * @param state   held, heldOld, contested, derived or unknown
 * @param value   left out where it is masked
 * @param display in the reader's language
 * @param seen    the act that stated it, to be sent back with the submission
 * @param people  of a table about persons: who is on file, by the row's id
 */
record StateBody(@Schema(allowableValues = {"held", "heldOld", "contested", "derived", "unknown"}) String state, @Nullable JsonNode value,
        @Nullable String display, @Nullable String source, @Nullable String means, @Nullable Instant statedAt, @Nullable UUID seen,
        @Nullable List<PersonBody> people) {
    private static final StateBody UNKNOWN = new StateBody("unknown", null, null, null, null, null, null, null);

    /** Somebody on file: a name and a relation to the head of the household, and nothing else. */
    record PersonBody(UUID row, String name, @Nullable String relation) {
    }

    /** @param persons at least one */
    static StateBody of(List<LinkedPerson> persons, Displays displays, Locale reader) {
        List<PersonBody> bodies = persons.stream().map(person -> new PersonBody(person.link(), person.name(),
                person.relation() == null ? null : displays.toHead(person.relation(), reader))).toList();
        Value rows = new Value.Rows(persons.stream().map(person -> new Value.Row(person.link().toString(), Map.of())).toList());
        String display = String.join("、", bodies.stream().map(body -> body.relation == null ? body.name : body.name + "（" + body.relation + "）").toList());
        return new StateBody("held", ValueJson.write(rows), display, null, null, null, null, bodies);
    }

    static StateBody of(Question question, PersonalForm.Known known, Catalogue catalogue, Displays displays, Locale reader) {
        HeldValue held = known.held();
        if (held == null) {
            return UNKNOWN;
        }
        DataElement element = catalogue.element(question.element().orElseThrow().element()).orElseThrow();
        boolean shown = held.own() && !element.encrypted();
        return new StateBody(known.state().json(), shown ? ValueJson.write(held.value()) : null, displays.of(element, held, reader),
                held.source().name().toLowerCase(Locale.ROOT), held.means().name().toLowerCase(Locale.ROOT), held.statedAt(), held.act(), null);
    }
}
