package org.hutong.kernel.form;

import java.util.Arrays;
import java.util.Optional;

/** How much a question is answered by what is held. */
public enum QuestionState {
    /** Held and valid: shown, one tap to correct, not asked. */
    HELD("held"),
    /** Held, but past its period of validity: shown, to be confirmed. */
    HELD_OLD("heldOld"),
    /** Objected to and not yet decided: not asked again meanwhile. */
    CONTESTED("contested"),
    /** Follows from other values: not asked. */
    DERIVED("derived"),
    /** Asked. */
    UNKNOWN("unknown");

    private final String json;

    QuestionState(String json) {
        this.json = json;
    }

    /** The name in the API. */
    public String json() {
        return json;
    }

    /** The resident has something to do: answer or confirm. */
    public boolean asks() {
        return this == UNKNOWN || this == HELD_OLD;
    }

    public static Optional<QuestionState> find(String json) {
        return Arrays.stream(values()).filter(state -> state.json.equals(json)).findFirst();
    }
}
