package org.hutong.kernel.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.hutong.kernel.Criteria;
import org.hutong.kernel.Criterion;
import org.hutong.kernel.Criterion.Op;
import org.hutong.kernel.CriterionFaults;
import org.hutong.kernel.CriterionJson;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.FactValue;
import org.hutong.kernel.Facts;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;
import org.hutong.kernel.Truth;
import org.hutong.kernel.Value;
import org.hutong.kernel.ValueFault;
import org.hutong.kernel.ValueJson;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Evaluates a form. Typed answers are never deleted by logic; only answers of relevant questions are effective, and only those are
 * seen by rules, checks, submission and write-back.
 */
public final class FormLogic {
    private final FormInput input;
    private final Map<String, Value> effective = new HashMap<>();
    private final Facts facts;

    private FormLogic(FormInput input) {
        this.input = input;
        this.facts = new WithAnswers(input.facts(), effective);
    }

    public static FormState evaluate(FormDefinition definition, FormInput input) {
        FormLogic logic = new FormLogic(input);
        Map<String, QuestionView> views = new HashMap<>();
        for (Question question : definition.evaluationOrder()) {
            QuestionView view = logic.answer(question);
            view.effective().ifPresent(value -> logic.effective.put(question.id(), value));
            views.put(question.id(), view);
        }
        Map<String, QuestionView> inOrder = new LinkedHashMap<>();
        for (Question question : definition.questions()) {
            inOrder.put(question.id(), logic.withConstraints(views.get(question.id())));
        }
        Set<String> strays = new LinkedHashSet<>(input.typed().keySet());
        strays.removeAll(views.keySet());
        return new FormState(inOrder, strays);
    }

    /**
     * The form component with every rule settled as far as it does not depend on answers. This is what a browser gets, so that it
     * decides as the server does without being told the facts.
     */
    public static JsonNode settled(JsonNode component, Facts facts, LocalDate day) {
        JsonNode copy = component.deepCopy();
        for (JsonNode page : copy.path("pages")) {
            for (JsonNode question : page.path("questions")) {
                settle(question, "visible", facts, day);
                question.path("constraints").forEach(constraint -> settle(constraint, "criterion", facts, day));
            }
        }
        return copy;
    }

    private static void settle(JsonNode json, String name, Facts facts, LocalDate day) {
        if (json.has(name)) {
            Criterion settled = Criteria.settle(CriterionJson.stored(json.get(name)), facts, day);
            ((ObjectNode) json).set(name, CriterionJson.write(settled));
        }
    }

    /** Relevance and the answer itself; the constraints follow when every answer is known. */
    private QuestionView answer(Question question) {
        Prefill prefill = question.reuse() == Question.Reuse.NEVER ? Prefill.NOTHING
                : input.prefill().getOrDefault(question.id(), Prefill.NOTHING);
        boolean typed = input.typed().containsKey(question.id());
        boolean confirmed = !typed && prefill.value().isPresent() && input.confirmed().contains(question.id());
        if (!Criteria.evaluate(question.visible(), facts, input.day()).isTrue()) {
            return new QuestionView(question, false, prefill.state(), Optional.empty(), typed, confirmed, List.of());
        }
        List<AnswerFault> faults = new ArrayList<>();
        Optional<Value> answer = typed ? typed(question, input.typed().get(question.id()), faults) : prefill.value();
        if (question.required() && faults.isEmpty()) {
            if (answer.isEmpty()) {
                faults.add(new AnswerFault("answer-required", List.of()));
            } else if (!typed && !confirmed && prefill.state() == QuestionState.HELD_OLD) {
                faults.add(new AnswerFault("answer-confirm", List.of()));
            }
        }
        return new QuestionView(question, true, prefill.state(), answer, typed, confirmed, faults);
    }

    private QuestionView withConstraints(QuestionView view) {
        if (view.effective().isEmpty()) {
            return view;
        }
        List<AnswerFault> faults = new ArrayList<>(view.faults());
        List<Question.Constraint> constraints = view.question().constraints();
        for (int i = 0; i < constraints.size(); i++) {
            if (Criteria.evaluate(constraints.get(i).criterion(), facts, input.day()) == Truth.FALSE) {
                faults.add(new AnswerFault("answer-constraint", List.of(String.valueOf(i))));
            }
        }
        return new QuestionView(view.question(), true, view.state(), view.effective(), view.typed(), view.confirmed(), faults);
    }

    private Optional<Value> typed(Question question, JsonNode json, List<AnswerFault> faults) {
        if (json == null || json.isNull()) {
            return Optional.empty();
        }
        switch (ValueJson.read(question.kind(), json)) {
            case ValueFault(String code, List<String> args) -> {
                faults.add(new AnswerFault(code, args));
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
                .ifPresent(min -> faults.add(new AnswerFault("answer-min", List.of(ValueJson.write(min).asString()))));
        question.max().filter(max -> Criteria.compare(value, Op.AT_MOST, max) == Truth.FALSE)
                .ifPresent(max -> faults.add(new AnswerFault("answer-max", List.of(ValueJson.write(max).asString()))));
        switch (value) {
            case Value.Text(String text) -> {
                if (question.maxLength().isPresent() && text.codePointCount(0, text.length()) > question.maxLength().getAsInt()) {
                    faults.add(new AnswerFault("answer-length", List.of(String.valueOf(question.maxLength().getAsInt()))));
                }
                if (question.pattern().isPresent() && !question.pattern().get().matches(text)) {
                    faults.add(new AnswerFault("answer-pattern", List.of()));
                }
            }
            case Value.Code(String code) -> option(question, code, faults);
            case Value.Codes(List<String> codes) -> codes.forEach(code -> option(question, code, faults));
            default -> { }
        }
    }

    private void option(Question question, String code, List<AnswerFault> faults) {
        boolean known = question.codeList().map(list -> input.codeLists().has(list, code))
                .orElse(question.options().isEmpty() || question.options().stream().anyMatch(option -> option.code().equals(code)));
        if (!known) {
            faults.add(new AnswerFault("answer-option", List.of(code)));
        }
    }

    /** The resident's facts with the effective answers so far. */
    private record WithAnswers(Facts facts, Map<String, Value> answers) implements Facts {
        @Override
        public Optional<FactValue> value(ElementCode element) {
            return facts.value(element);
        }

        @Override
        public Optional<RegionCode> region(RegionRelation relation) {
            return facts.region(relation);
        }

        @Override
        public List<Facts> linked(String link, LocalDate day) {
            return facts.linked(link, day);
        }

        @Override
        public Optional<Value> answer(String question) {
            return Optional.ofNullable(answers.get(question));
        }
    }
}
