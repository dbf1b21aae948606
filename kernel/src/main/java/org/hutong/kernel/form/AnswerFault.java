package org.hutong.kernel.form;

import java.util.List;

/**
 * What is wrong with the answer to a question, or with its absence. The texts for people are kept where they are shown; the text of
 * {@code answer-constraint} is the message of the constraint whose index is the first argument.
 *
 * @param code one of the codes of {@code spec/forms.md} or {@code spec/values.md}
 */
public record AnswerFault(String code, List<String> args) {
    public AnswerFault {
        args = List.copyOf(args);
    }
}
