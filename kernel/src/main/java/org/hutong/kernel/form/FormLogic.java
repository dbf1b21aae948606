package org.hutong.kernel.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.hutong.kernel.Criteria;
import org.hutong.kernel.Criterion;
import org.hutong.kernel.CriterionJson;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.FactValue;
import org.hutong.kernel.Facts;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;
import org.hutong.kernel.Truth;
import org.hutong.kernel.Value;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Evaluates a form. Typed answers are never deleted by logic; only answers of relevant questions are effective, and only those are
 * seen by rules, checks, submission and write-back.
 */
public final class FormLogic {
    private final FormInput input;
    private final TypedAnswers reader;
    private final Map<String, QuestionView> views = new HashMap<>();
    private final Scope form = new Scope(views::get);

    private FormLogic(FormInput input) {
        this.input = input;
        this.reader = new TypedAnswers(input.codeLists());
    }

    public static FormState evaluate(FormDefinition definition, FormInput input) {
        FormLogic logic = new FormLogic(input);
        for (Question question : definition.evaluationOrder()) {
            logic.views.put(question.id(), logic.answer(question));
        }
        Map<String, QuestionView> inOrder = new LinkedHashMap<>();
        for (Question question : definition.questions()) {
            inOrder.put(question.id(), logic.withConstraints(logic.views.get(question.id())));
        }
        Set<String> strays = new LinkedHashSet<>(input.typed().keySet());
        strays.removeAll(logic.views.keySet());
        definition.questions().forEach(question -> strays.addAll(TypedRows.strays(question, input.typed().get(question.id()))));
        return new FormState(inOrder, strays);
    }

    /**
     * The questions that may come to be asked, whatever is answered to those that are open now: those that are asked for sure and all that
     * some answer could bring. An upper bound: branches that exclude each other count together. What is held is taken as it stands.
     *
     * @param state what {@link #evaluate} made of the same definition and input
     */
    public static List<Question> mayAsk(FormDefinition definition, FormInput input, FormState state) {
        FormLogic logic = new FormLogic(input);
        logic.views.putAll(state.questions());
        Set<String> open = new HashSet<>();
        Set<String> reached = new HashSet<>();
        for (Question question : definition.evaluationOrder()) {
            QuestionView view = state.questions().get(question.id());
            if (view.relevant() || logic.mayBeRelevant(question, open)) {
                reached.add(question.id());
                if (view.state().asks() || question.calculated()) {
                    open.add(question.id());
                } else if (!view.relevant()) {
                    // It would come with what is held.
                    logic.views.put(question.id(), new QuestionView(question, true, view.state(), logic.held(question), false, false, List.of(), List.of()));
                }
            }
        }
        return definition.questions().stream().filter(question -> reached.contains(question.id()) && !question.calculated()
                && state.questions().get(question.id()).state().asks()).toList();
    }

    private boolean mayBeRelevant(Question question, Set<String> open) {
        return Criteria.couldBeTrue(question.visible(), form, open, input.day())
                && question.table().flatMap(Question.Table::countFrom).map(count -> open.contains(count) || count(count) > 0).orElse(true);
    }

    private Optional<Value> held(Question question) {
        return input.prefill().getOrDefault(question.id(), Prefill.NOTHING).value();
    }

    /**
     * The form component with every rule settled as far as it does not depend on answers. This is what a browser gets, so that it
     * decides as the server does without being told the facts.
     */
    public static JsonNode settled(JsonNode component, Facts facts, LocalDate day) {
        JsonNode copy = component.deepCopy();
        for (JsonNode page : copy.path("pages")) {
            for (JsonNode question : page.path("questions")) {
                settleRules(question, facts, day);
                question.path("columns").forEach(column -> settleRules(column, facts, day));
            }
        }
        return copy;
    }

    private static void settleRules(JsonNode question, Facts facts, LocalDate day) {
        settle(question, "visible", facts, day);
        question.path("constraints").forEach(constraint -> settle(constraint, "criterion", facts, day));
    }

    private static void settle(JsonNode json, String name, Facts facts, LocalDate day) {
        if (json.has(name)) {
            Criterion settled = Criteria.settle(CriterionJson.stored(json.get(name)), facts, day);
            ((ObjectNode) json).set(name, CriterionJson.write(settled));
        }
    }

    // --- relevance and the answer itself; the constraints follow when every answer is known --------------------------------------

    private QuestionView answer(Question question) {
        if (question.calculated()) {
            return calculated(question, form);
        }
        Prefill prefill = question.reuse() == Question.Reuse.NEVER ? Prefill.NOTHING
                : input.prefill().getOrDefault(question.id(), Prefill.NOTHING);
        boolean typed = input.typed().containsKey(question.id());
        boolean confirmed = !typed && prefill.value().isPresent() && input.confirmed().contains(question.id());
        if (!relevant(question, form)) {
            return new QuestionView(question, false, prefill.state(), Optional.empty(), typed, confirmed, List.of(), List.of());
        }
        if (leftOpen(question, prefill, confirmed)) {
            return new QuestionView(question, true, prefill.state(), Optional.empty(), typed, false, List.of(), List.of());
        }
        if (question.table().isPresent()) {
            return table(question, question.table().get(), typed, prefill.state());
        }
        List<AnswerFault> faults = new ArrayList<>();
        Optional<Value> answer = typed ? reader.read(question, input.typed().get(question.id()), faults) : prefill.value();
        if (question.required() && faults.isEmpty()) {
            if (answer.isEmpty()) {
                faults.add(AnswerFault.of("answer-required"));
            } else if (!typed && !confirmed && prefill.state() == QuestionState.HELD_OLD) {
                faults.add(AnswerFault.of("answer-confirm"));
            }
        }
        return new QuestionView(question, true, prefill.state(), answer, typed, confirmed, faults, List.of());
    }

    /** There is no answer to be had: what is on file is too old to stand for one, and nothing was said. A declaration or a consent is given or not. */
    private boolean leftOpen(Question question, Prefill prefill, boolean confirmed) {
        JsonNode said = input.typed().get(question.id());
        return question.required() && question.reuse() != Question.Reuse.NEVER && input.notKnown().contains(question.id()) && prefill.state().asks() && !confirmed && (said == null || said.isNull());
    }

    private boolean relevant(Question question, Scope scope) {
        return Criteria.evaluate(question.visible(), scope, input.day()).isTrue()
                && question.table().flatMap(Question.Table::countFrom).map(count -> count(count) > 0).orElse(true);
    }

    /** The answer that says how many rows there are, 0 when there is none. */
    private long count(String question) {
        return views.get(question).effective().map(value -> ((Value.Int) value).number()).orElse(0L);
    }

    private QuestionView calculated(Question question, Scope scope) {
        boolean relevant = relevant(question, scope);
        Optional<Value> value = relevant ? new Calculator(scope.views, input.day()).calculate(question.calculation().orElseThrow(), question.kind())
                : Optional.empty();
        return new QuestionView(question, relevant, QuestionState.UNKNOWN, value, false, false, List.of(), List.of());
    }

    /** @param state of those on file; a table that is looked at anew each time shows them and is asked */
    private QuestionView table(Question question, Question.Table table, boolean typed, QuestionState state) {
        List<AnswerFault> faults = new ArrayList<>();
        Optional<List<TypedRows.Row>> given = TypedRows.read(input.typed().get(question.id()), faults);
        if (table.countFrom().isPresent() && faults.isEmpty()) {
            given = Optional.of(TypedRows.counted(given.orElse(List.of()), count(table.countFrom().get()), table.maxRows()));
        }
        Prefill onFile = input.prefill().getOrDefault(question.id(), Prefill.NOTHING);
        if (table.rowsOf().isPresent() && faults.isEmpty()) {
            given = TypedRows.withHeld(given, onFile.value());
        }
        if (given.isEmpty()) {
            if (question.required() && faults.isEmpty()) {
                faults.add(AnswerFault.of("answer-required"));
            }
            return new QuestionView(question, true, state, Optional.empty(), typed, false, faults, List.of());
        }
        long wanted = table.countFrom().map(this::count).orElse((long) given.get().size());
        if (wanted > table.maxRows()) {
            faults.add(AnswerFault.of("answer-rows-max", table.maxRows()));
        } else if (wanted < table.minRows()) {
            faults.add(AnswerFault.of("answer-rows-min", table.minRows()));
        }
        List<QuestionView.Row> rows = given.get().stream().map(row -> new QuestionView.Row(row.id(), row.held(), cells(table, row))).toList();
        List<Value.Row> values = rows.stream().map(FormLogic::value).toList();
        return new QuestionView(question, true, state, Optional.of(new Value.Rows(values)), typed, false, faults, rows);
    }

    private Map<String, QuestionView> cells(Question.Table table, TypedRows.Row row) {
        Map<String, QuestionView> cells = new HashMap<>();
        Scope scope = beside(table, cells);
        for (Question column : table.order()) {
            if (table.rowsOf().isPresent() && row.held() != column.id().equals(Question.Table.STILL)) {
                cells.put(column.id(), hidden(column, row.cells().containsKey(column.id())));
                continue;
            }
            cells.put(column.id(), column.calculated() ? calculated(column, scope) : cell(column, row.cells().get(column.id()), scope));
        }
        Map<String, QuestionView> inOrder = new LinkedHashMap<>();
        table.columns().forEach(column -> inOrder.put(column.id(), cells.get(column.id())));
        return inOrder;
    }

    private QuestionView cell(Question column, JsonNode json, Scope scope) {
        boolean typed = json != null;
        if (!relevant(column, scope)) {
            return hidden(column, typed);
        }
        List<AnswerFault> faults = new ArrayList<>();
        Optional<Value> answer = reader.read(column, json, faults);
        if (column.required() && faults.isEmpty() && answer.isEmpty()) {
            faults.add(AnswerFault.of("answer-required"));
        }
        return new QuestionView(column, true, QuestionState.UNKNOWN, answer, typed, false, faults, List.of());
    }

    private static QuestionView hidden(Question column, boolean typed) {
        return new QuestionView(column, false, QuestionState.UNKNOWN, Optional.empty(), typed, false, List.of(), List.of());
    }

    private static Value.Row value(QuestionView.Row row) {
        Map<String, Value> cells = new LinkedHashMap<>();
        row.cells().forEach((column, cell) -> cell.effective().ifPresent(value -> cells.put(column, value)));
        return new Value.Row(row.id(), cells);
    }

    /** What rules within a row see: its cells by column, and the form around. */
    private Scope beside(Question.Table table, Map<String, QuestionView> cells) {
        Set<String> columns = new LinkedHashSet<>();
        table.columns().forEach(column -> columns.add(column.id()));
        return new Scope(id -> columns.contains(id) ? cells.get(id) : views.get(id));
    }

    // --- constraints ---------------------------------------------------------------------------------------------------------------

    private QuestionView withConstraints(QuestionView view) {
        List<AnswerFault> faults = new ArrayList<>(view.faults());
        List<QuestionView.Row> rows = new ArrayList<>();
        for (QuestionView.Row row : view.rows()) {
            Map<String, QuestionView> cells = new LinkedHashMap<>();
            Scope scope = beside(view.question().table().orElseThrow(), row.cells());
            row.cells().forEach((column, cell) -> {
                List<AnswerFault> ofCell = new ArrayList<>(cell.faults());
                broken(cell, scope, ofCell);
                ofCell.forEach(fault -> faults.add(fault.in(new AnswerFault.Cell(row.id(), column))));
                cells.put(column, with(cell, ofCell, List.of()));
            });
            rows.add(new QuestionView.Row(row.id(), row.held(), cells));
        }
        broken(view, form, faults);
        return with(view, faults, rows);
    }

    private void broken(QuestionView view, Scope scope, List<AnswerFault> faults) {
        List<Question.Constraint> constraints = view.question().constraints();
        for (int i = 0; i < constraints.size() && view.effective().isPresent(); i++) {
            if (Criteria.evaluate(constraints.get(i).criterion(), scope, input.day()) == Truth.FALSE) {
                faults.add(AnswerFault.of("answer-constraint", i));
            }
        }
    }

    private static QuestionView with(QuestionView view, List<AnswerFault> faults, List<QuestionView.Row> rows) {
        return new QuestionView(view.question(), view.relevant(), view.state(), view.effective(), view.typed(), view.confirmed(), faults, rows);
    }

    /** The resident's facts with the effective answers so far. */
    private final class Scope implements Facts {
        private final Function<String, QuestionView> views;

        Scope(Function<String, QuestionView> views) {
            this.views = views;
        }

        @Override
        public Optional<FactValue> value(ElementCode element) {
            return input.facts().value(element);
        }

        @Override
        public Optional<RegionCode> region(RegionRelation relation) {
            return input.facts().region(relation);
        }

        @Override
        public List<Facts> linked(String link, LocalDate day) {
            return input.facts().linked(link, day);
        }

        @Override
        public Optional<Value> answer(String question) {
            return Optional.ofNullable(views.apply(question)).flatMap(QuestionView::effective);
        }
    }
}
