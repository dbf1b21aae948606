package org.hutong.kernel.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.hutong.kernel.Spec;
import org.hutong.kernel.SpecFacts;
import org.hutong.kernel.Value;
import org.hutong.kernel.ValueJson;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Runs {@code spec/forms.json}. */
class FormSpecTest {
    private static final JsonNode SPEC = Spec.read("forms.json");
    private static final JsonMapper JSON = JsonMapper.shared();

    @TestFactory
    Stream<DynamicTest> evaluate() {
        return Spec.tests(SPEC.path("evaluate"), one -> {
            FormDefinition form = form(one);
            Map<String, JsonNode> typed = new LinkedHashMap<>();
            one.path("typed").properties().forEach(answer -> typed.put(answer.getKey(), answer.getValue()));
            compare(FormLogic.evaluate(form, input(form, one, typed, Set.copyOf(strings(one.path("confirmed"))), Set.copyOf(strings(one.path("notKnown"))))), one.path("then"));
        });
    }

    @TestFactory
    Stream<DynamicTest> steps() {
        return Spec.tests(SPEC.path("steps"), one -> {
            FormDefinition form = form(one);
            Map<String, JsonNode> typed = new LinkedHashMap<>();
            one.path("typed").properties().forEach(answer -> typed.put(answer.getKey(), answer.getValue()));
            Set<String> confirmed = new LinkedHashSet<>();
            Set<String> notKnown = new LinkedHashSet<>();
            for (JsonNode step : one.path("steps")) {
                step.path("set").properties().forEach(answer -> typed.put(answer.getKey(), answer.getValue()));
                typed.remove(step.path("clear").asString(""));
                changeRows(typed, step);
                confirmed.remove(step.path("unconfirm").asString(""));
                notKnown.remove(step.path("answerable").asString(""));
                if (step.has("notKnown")) {
                    notKnown.add(step.path("notKnown").stringValue());
                }
                if (step.has("confirm")) {
                    confirmed.add(step.path("confirm").stringValue());
                }
                compare(FormLogic.evaluate(form, input(form, one, typed, confirmed, notKnown)), step.path("then"));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> refuse() {
        return Spec.tests(SPEC.path("refuse"), one -> {
            List<FormFault> expected = StreamSupport.stream(one.path("faults").spliterator(), false)
                    .map(fault -> new FormFault(fault.path("path").stringValue(), fault.path("code").stringValue(), strings(fault.path("args"))))
                    .toList();
            FormOrFaults read = FormDefinition.read(one.get("when"));
            if (expected.isEmpty()) {
                assertThat(read).isInstanceOf(FormDefinition.class);
            } else {
                assertThat(read).isEqualTo(new FormFaults(expected));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> mayAsk() {
        return Spec.tests(SPEC.path("mayAsk"), one -> {
            FormDefinition form = form(one);
            FormInput input = input(form, one, Map.of(), Set.of(), Set.of());
            FormState state = FormLogic.evaluate(form, input);
            List<String> most = FormLogic.mayAsk(form, input, state).stream().map(Question::id).toList();
            assertThat(most).isEqualTo(strings(one.path("most")));
            assertThat(most).as("what is asked may be asked").containsAll(state.toAsk().stream().map(Question::id).toList());
        });
    }

    private static FormDefinition form(JsonNode one) {
        return FormDefinition.stored(SPEC.path("forms").path(one.path("form").stringValue()));
    }

    private static FormInput input(FormDefinition form, JsonNode one, Map<String, JsonNode> typed, Set<String> confirmed, Set<String> notKnown) {
        Map<String, Prefill> prefill = new LinkedHashMap<>();
        one.path("states").properties().forEach(held -> {
            QuestionState state = QuestionState.find(held.getValue().path("state").stringValue()).orElseThrow();
            prefill.put(held.getKey(), Prefill.of(state, ValueJson.stored(form.question(held.getKey()).orElseThrow().kind(), held.getValue().get("value"))));
        });
        LocalDate day = LocalDate.parse(one.path("day").asString(SPEC.path("day").stringValue()));
        return new FormInput(typed, confirmed, notKnown, prefill, new SpecFacts(SPEC.path("elements"), one.path("facts")), day,
                (list, code) -> strings(SPEC.path("codeLists").path(list)).contains(code));
    }

    private static void compare(FormState state, JsonNode then) {
        if (then.has("relevant")) {
            assertThat(state.questions().values().stream().filter(QuestionView::relevant).map(view -> view.question().id()).toList())
                    .isEqualTo(strings(then.path("relevant")));
        }
        if (then.has("asked")) {
            assertThat(state.toAsk().stream().map(Question::id).toList()).isEqualTo(strings(then.path("asked")));
        }
        if (then.has("effective")) {
            Map<String, JsonNode> effective = new LinkedHashMap<>();
            for (Map.Entry<String, Value> answer : state.effective().entrySet()) {
                effective.put(answer.getKey(), JSON.readTree(ValueJson.write(answer.getValue()).toString()));
            }
            Map<String, JsonNode> expected = new LinkedHashMap<>();
            then.path("effective").properties().forEach(answer -> expected.put(answer.getKey(), answer.getValue()));
            assertThat(effective).isEqualTo(expected);
        }
        if (then.has("faults")) {
            Map<String, List<AnswerFault>> faults = new LinkedHashMap<>();
            state.questions().forEach((id, view) -> {
                if (!view.faults().isEmpty()) {
                    faults.put(id, view.faults());
                }
            });
            Map<String, List<AnswerFault>> expected = new LinkedHashMap<>();
            then.path("faults").properties().forEach(of -> {
                List<AnswerFault> list = new ArrayList<>();
                of.getValue().forEach(fault -> list.add(new AnswerFault(fault.path("code").stringValue(), strings(fault.path("args")), cell(fault))));
                expected.put(of.getKey(), list);
            });
            assertThat(faults).isEqualTo(expected);
        }
        if (then.has("valid")) {
            assertThat(state.valid()).isEqualTo(then.path("valid").booleanValue());
        }
        if (then.has("strays")) {
            assertThat(List.copyOf(state.strays())).isEqualTo(strings(then.path("strays")));
        }
    }

    /** What a browser does to the rows of a table, done to what was typed. */
    private static void changeRows(Map<String, JsonNode> typed, JsonNode step) {
        for (String change : List.of("cell", "addRow", "removeRow")) {
            if (step.has(change)) {
                List<JsonNode> to = StreamSupport.stream(step.path(change).spliterator(), false).toList();
                ArrayNode rows = typed.containsKey(to.get(0).stringValue()) ? (ArrayNode) typed.get(to.get(0).stringValue()).deepCopy() : JSON.createArrayNode();
                change(rows, change, to);
                typed.put(to.get(0).stringValue(), rows);
            }
        }
    }

    private static void change(ArrayNode rows, String change, List<JsonNode> to) {
        String id = to.get(1).stringValue();
        int at = 0;
        while (at < rows.size() && !rows.get(at).path("id").stringValue().equals(id)) {
            at++;
        }
        if (change.equals("removeRow")) {
            rows.remove(at);
            return;
        }
        // A cell of a row that the count made goes into as many rows as stand before it.
        boolean counted = change.equals("cell") && id.startsWith("row-");
        int wanted = at < rows.size() || !counted ? at : Integer.parseInt(id.substring("row-".length())) - 1;
        while (rows.size() <= wanted) {
            rows.addObject().put("id", !counted ? id : "row-" + rows.size()).putObject("cells");
        }
        if (change.equals("cell")) {
            ((ObjectNode) rows.get(wanted).get("cells")).set(to.get(2).stringValue(), to.get(3));
        }
    }

    private static Optional<AnswerFault.Cell> cell(JsonNode fault) {
        return fault.has("row") ? Optional.of(new AnswerFault.Cell(fault.path("row").stringValue(), fault.path("column").stringValue())) : Optional.empty();
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::stringValue).toList();
    }
}
