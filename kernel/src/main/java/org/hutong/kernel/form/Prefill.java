package org.hutong.kernel.form;

import java.util.Optional;

import org.hutong.kernel.Value;

/** What is held for a question before anybody types. There is a value exactly when the state is not {@code UNKNOWN}. */
public record Prefill(QuestionState state, Optional<Value> value) {
    public static final Prefill NOTHING = new Prefill(QuestionState.UNKNOWN, Optional.empty());

    public Prefill {
        if ((state == QuestionState.UNKNOWN) == value.isPresent()) {
            throw new IllegalArgumentException("a value and state " + state + " do not go together");
        }
    }

    public static Prefill of(QuestionState state, Value value) {
        return new Prefill(state, Optional.of(value));
    }
}
