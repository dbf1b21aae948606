package org.hutong.kernel.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param faults    what stops a submission; of a table also what is wrong with its cells
 * @param rows      of a table: the rows that count, in their order
 */
public record QuestionView(Question question, boolean relevant, QuestionState state, Optional<Value> effective, boolean typed,
        boolean confirmed, List<AnswerFault> faults, List<Row> rows) {
    public QuestionView {
        faults = List.copyOf(faults);
        rows = List.copyOf(rows);
    }

    /**
     * One row: its cells by column, in the order of the columns, those that are not relevant among them.
     *
     * @param held it is about somebody on file
     */
    public record Row(String id, boolean held, Map<String, QuestionView> cells) {
        public Row {
            cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        }

        /** Somebody on file of whom the person says that he or she is not there any more. */
        public boolean gone() {
            QuestionView still = cells.get(Question.Table.STILL);
            return held && still.effective().filter(value -> value instanceof Value.Code(String code) && Question.Table.GONE.contains(code)).isPresent();
        }
    }

    /** Whether the form has to ask the resident, to answer or to confirm. */
    public boolean asked() {
        return relevant && state.asks() && !question.calculated();
    }
}
