package org.hutong.kernel.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hutong.kernel.Value;

/**
 * A form as it stands for one resident.
 *
 * @param questions every question, in the order of the pages
 * @param strays    typed answers to no question of the form, as from a draft of an older version
 */
public record FormState(Map<String, QuestionView> questions, Set<String> strays) {
    public FormState {
        questions = Collections.unmodifiableMap(new LinkedHashMap<>(questions));
    }

    /** Whether nothing stops a submission. */
    public boolean valid() {
        return questions.values().stream().allMatch(view -> view.faults().isEmpty());
    }

    /** The answers of relevant questions, by question, in the order of the pages. */
    public Map<String, Value> effective() {
        Map<String, Value> answers = new LinkedHashMap<>();
        questions.forEach((id, view) -> view.effective().ifPresent(value -> answers.put(id, value)));
        return answers;
    }

    /** The relevant questions that the resident has to answer or confirm. */
    public List<Question> toAsk() {
        return questions.values().stream().filter(QuestionView::asked).map(QuestionView::question).toList();
    }
}
