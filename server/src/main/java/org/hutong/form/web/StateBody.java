package org.hutong.form.web;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.form.PersonalForm;
import org.hutong.kernel.ValueJson;
import org.hutong.kernel.form.Question;
import org.hutong.resource.Displays;
import org.hutong.resource.HeldValue;
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
 */
record StateBody(@Schema(allowableValues = {"held", "heldOld", "contested", "derived", "unknown"}) String state, @Nullable JsonNode value,
        @Nullable String display, @Nullable String source, @Nullable String means, @Nullable Instant statedAt, @Nullable UUID seen) {
    private static final StateBody UNKNOWN = new StateBody("unknown", null, null, null, null, null, null);

    static StateBody of(Question question, PersonalForm.Known known, Catalogue catalogue, Displays displays, Locale reader) {
        HeldValue held = known.held();
        if (held == null) {
            return UNKNOWN;
        }
        DataElement element = catalogue.element(question.element().orElseThrow().element()).orElseThrow();
        boolean shown = held.own() && !element.encrypted();
        return new StateBody(known.state().json(), shown ? ValueJson.write(held.value()) : null, displays.of(element, held, reader),
                held.source().name().toLowerCase(Locale.ROOT), held.means().name().toLowerCase(Locale.ROOT), held.statedAt(), held.act());
    }
}
