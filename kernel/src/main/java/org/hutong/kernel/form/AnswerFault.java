package org.hutong.kernel.form;

import java.util.List;
import java.util.Optional;

/**
 * What is wrong with the answer to a question, or with its absence. The texts for people are kept where they are shown; the text of
 * {@code answer-constraint} is the message of the constraint whose index is the first argument.
 *
 * @param code one of the codes of {@code spec/forms.md} or {@code spec/values.md}
 * @param cell where in a table; empty for the question itself
 */
public record AnswerFault(String code, List<String> args, Optional<Cell> cell) {
    public AnswerFault {
        args = List.copyOf(args);
    }

    /** One cell of a table: the row by its id, the column by its question's id. */
    public record Cell(String row, String column) {
    }

    static AnswerFault of(String code, Object... args) {
        return new AnswerFault(code, java.util.Arrays.stream(args).map(String::valueOf).toList(), Optional.empty());
    }

    AnswerFault in(Cell place) {
        return new AnswerFault(code, args, Optional.of(place));
    }
}
