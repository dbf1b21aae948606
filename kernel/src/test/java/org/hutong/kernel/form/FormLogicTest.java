package org.hutong.kernel.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.hutong.kernel.ElementCode;
import org.hutong.kernel.FactValue;
import org.hutong.kernel.Facts;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;
import org.hutong.kernel.Value;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FormLogicTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Facts NOTHING = new Facts() {
        @Override
        public Optional<FactValue> value(ElementCode element) {
            return Optional.empty();
        }

        @Override
        public Optional<RegionCode> region(RegionRelation relation) {
            return Optional.empty();
        }

        @Override
        public List<Facts> linked(String link, java.time.LocalDate day) {
            return List.of();
        }
    };

    @Test
    void hidingKeepsWhatWasTypedAndShowingReturnsIt() {
        FormDefinition form = FormDefinition.stored(JSON.readTree("""
                {"id": "ask", "pages": [{"id": "p", "questions": [
                  {"id": "which", "kind": "text", "required": true, "visible": {"answer": "any", "op": "=", "value": true}},
                  {"id": "any", "kind": "yesNo", "required": true}]}]}"""));
        FormState hidden = evaluate(form, "{\"any\": false, \"which\": \"pollen\"}");
        assertThat(hidden.effective()).containsOnlyKeys("any");
        assertThat(hidden.valid()).isTrue();
        assertThat(evaluate(form, "{\"any\": true, \"which\": \"pollen\"}").effective()).containsEntry("which", new Value.Text("pollen"));
        assertThat(evaluate(form, "{\"any\": true}").questions().get("which").faults()).extracting(AnswerFault::code)
                .containsExactly("answer-required");
    }

    @Test
    void aCycleIsRefusedWithItsNames() {
        FormOrFaults read = FormDefinition.read(JSON.readTree("""
                {"id": "ask", "pages": [{"id": "p", "questions": [
                  {"id": "a", "kind": "yesNo", "label": {"zh": "甲", "en": "A"}, "visible": {"answer": "b", "op": "known"}},
                  {"id": "b", "kind": "yesNo", "label": {"zh": "乙"}, "visible": {"not": {"answer": "c", "op": "=", "value": true}}},
                  {"id": "c", "kind": "yesNo", "label": {"zh": "丙"}, "visible": {"any": [{"answer": "a", "op": "=", "value": true}]}}]}]}"""));
        assertThat(read).isEqualTo(new FormFaults(List.of(new FormFault("/pages/0/questions/0/visible", "form-cycle",
                List.of("a → b → c → a", "甲 → 乙 → 丙 → 甲", "A → 乙 → 丙 → A")))));
    }

    private static FormState evaluate(FormDefinition form, String typed) {
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        JSON.readTree(typed).properties().forEach(answer -> answers.put(answer.getKey(), answer.getValue()));
        return FormLogic.evaluate(form, new FormInput(answers, Set.of(), Set.of(), Map.of(), NOTHING, LocalDate.of(2026, 11, 23), (list, code) -> true));
    }
}
