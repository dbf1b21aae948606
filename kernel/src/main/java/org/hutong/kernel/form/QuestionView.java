package org.hutong.kernel.form;

import java.util.List;
import java.util.Optional;

import org.hutong.kernel.Value;

/**
 * One question as it stands.
 *
 * @param relevant  shown, validated, submitted; when false nothing else holds
 * @param state     how much is held; {@code UNKNOWN} for a question that never reuses
 * @param effective the answer that logic, submission and write-back see; empty when not answered or not relevant
 * @param typed     the resident answered it, be it with "not answered", rather than leave what is held
 * @param confirmed the resident confirmed the held value and typed nothing
 * @param faults    what stops a submission
 */
public record QuestionView(Question question, boolean relevant, QuestionState state, Optional<Value> effective, boolean typed,
        boolean confirmed, List<AnswerFault> faults) {
    public QuestionView {
        faults = List.copyOf(faults);
    }

    /** Whether the form has to ask the resident, to answer or to confirm. */
    public boolean asked() {
        return relevant && state.asks();
    }
}
