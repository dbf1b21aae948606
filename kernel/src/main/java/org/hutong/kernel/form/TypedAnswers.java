package org.hutong.kernel.form;

import java.util.List;
import java.util.Optional;

import org.hutong.kernel.Criteria;
import org.hutong.kernel.Criterion.Op;
import org.hutong.kernel.Truth;
import org.hutong.kernel.Value;
import org.hutong.kernel.ValueFault;
import org.hutong.kernel.ValueJson;

import tools.jackson.databind.JsonNode;

/** Reads what was typed for a question or into a cell, and holds it against the question's limits. */
record TypedAnswers(CodeLists codeLists) {

    /** @return empty when not answered, and when it is no value of the kind */
    Optional<Value> read(Question question, JsonNode json, List<AnswerFault> faults) {
        if (json == null || json.isNull()) {
            return Optional.empty();
        }
        switch (ValueJson.read(question.kind(), json)) {
            case ValueFault(String code, List<String> args) -> {
                faults.add(new AnswerFault(code, args, Optional.empty()));
                return Optional.empty();
            }
            case Value value -> {
                limits(question, value, faults);
                return Optional.of(value);
            }
        }
    }

    private void limits(Question question, Value value, List<AnswerFault> faults) {
        question.min().filter(min -> Criteria.compare(value, Op.AT_LEAST, min) == Truth.FALSE)
                .ifPresent(min -> faults.add(AnswerFault.of("answer-min", ValueJson.write(min).asString())));
        question.max().filter(max -> Criteria.compare(value, Op.AT_MOST, max) == Truth.FALSE)
                .ifPresent(max -> faults.add(AnswerFault.of("answer-max", ValueJson.write(max).asString())));
        switch (value) {
            case Value.Text(String text) -> {
                if (question.maxLength().isPresent() && text.codePointCount(0, text.length()) > question.maxLength().getAsInt()) {
                    faults.add(AnswerFault.of("answer-length", question.maxLength().getAsInt()));
                }
                if (question.pattern().isPresent() && !question.pattern().get().matches(text)) {
                    faults.add(AnswerFault.of("answer-pattern"));
                }
            }
            case Value.Code(String code) -> option(question, code, faults);
            case Value.Codes(List<String> codes) -> codes.forEach(code -> option(question, code, faults));
            default -> { }
        }
    }

    private void option(Question question, String code, List<AnswerFault> faults) {
        boolean known = question.codeList().map(list -> codeLists.has(list, code))
                .orElse(question.options().isEmpty() || question.options().stream().anyMatch(option -> option.code().equals(code)));
        if (!known) {
            faults.add(AnswerFault.of("answer-option", code));
        }
    }
}
