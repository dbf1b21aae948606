package org.hutong.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.hutong.kernel.CriterionCheck.ElementInfo;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import tools.jackson.databind.JsonNode;

/** Runs {@code spec/criteria.json}. */
class CriteriaSpecTest {
    private static final JsonNode SPEC = Spec.read("criteria.json");
    private static final JsonNode ELEMENTS = SPEC.path("elements");

    @TestFactory
    Stream<DynamicTest> evaluate() {
        return Stream.concat(Spec.tests(SPEC.path("evaluate"), this::evaluates), Spec.tests(SPEC.path("evaluateInForms"), this::evaluates));
    }

    private void evaluates(JsonNode one) {
        Criterion criterion = criterion(one.get("when"));
        assertThat(Criteria.evaluate(criterion, new SpecFacts(ELEMENTS, one.path("given")), day(one)))
                .isEqualTo(Truth.valueOf(one.path("then").stringValue().toUpperCase(Locale.ROOT)));
    }

    @TestFactory
    Stream<DynamicTest> settle() {
        return Spec.tests(SPEC.path("settle"), one -> {
            Criterion settled = Criteria.settle(criterion(one.get("when")), new SpecFacts(ELEMENTS, one.path("given")), day(one));
            assertThat(CriterionJson.write(settled)).isEqualTo(one.get("then"));
        });
    }

    @TestFactory
    Stream<DynamicTest> read() {
        return Spec.tests(SPEC.path("read"), one -> assertThat(faults(CriterionJson.read(one.get("when")))).isEqualTo(faults(one)));
    }

    @TestFactory
    Stream<DynamicTest> writtenIsReadBack() {
        return Spec.tests(SPEC.path("evaluate"), one -> {
            Criterion criterion = criterion(one.get("when"));
            assertThat(CriterionJson.read(CriterionJson.write(criterion))).isEqualTo(criterion);
        });
    }

    @TestFactory
    Stream<DynamicTest> check() {
        Function<String, Optional<ElementInfo>> questions = id -> info(SPEC.path("questions").path(id));
        return Spec.tests(SPEC.path("check"), one -> {
            Criterion criterion = criterion(one.get("when"));
            assertThat(one.path("use").stringValue().equals("form") ? CriterionCheck.ofForm(criterion, new SpecNames(), questions)
                    : CriterionCheck.ofAudience(criterion, new SpecNames())).isEqualTo(faults(one));
        });
    }

    private static LocalDate day(JsonNode one) {
        return LocalDate.parse(one.path("day").asString(SPEC.path("day").stringValue()));
    }

    /** Reads a criterion; what the browser alone gets is made by hand. */
    private static Criterion criterion(JsonNode json) {
        if (json.has("settled")) {
            return new Criterion.Settled(Truth.valueOf(json.path("settled").stringValue().toUpperCase(Locale.ROOT)));
        }
        return json.path("not").has("settled") ? new Criterion.Not(criterion(json.get("not"))) : CriterionJson.stored(json);
    }

    private static List<CriterionFault> faults(CriterionOrFaults read) {
        return read instanceof CriterionFaults(List<CriterionFault> faults) ? faults : List.of();
    }

    private static List<CriterionFault> faults(JsonNode one) {
        return StreamSupport.stream(one.path("faults").spliterator(), false)
                .map(fault -> new CriterionFault(fault.path("path").stringValue(), fault.path("code").stringValue(),
                        StreamSupport.stream(fault.path("args").spliterator(), false).map(JsonNode::stringValue).toList()))
                .toList();
    }

    private static Optional<ElementInfo> info(JsonNode element) {
        return element.isMissingNode() ? Optional.empty()
                : Optional.of(new ElementInfo(ValueKind.of(element.path("kind").stringValue()), element.path("codeList").asString(null),
                        element.path("encrypted").asBoolean(false)));
    }

    private record SpecNames() implements CriterionCheck.Names {
        @Override
        public Optional<ElementInfo> element(ElementCode element) {
            return info(ELEMENTS.path(element.code()));
        }

        @Override
        public boolean hasCode(String codeList, String code) {
            return StreamSupport.stream(SPEC.path("codeLists").path(codeList).spliterator(), false)
                    .anyMatch(item -> item.stringValue().equals(code));
        }

        @Override
        public Set<String> linkedTypes(String fromType, String link) {
            Set<String> types = new HashSet<>();
            for (JsonNode kind : SPEC.path("links")) {
                String code = kind.path("kind").stringValue();
                String from = kind.path("from").stringValue();
                String to = kind.path("to").stringValue();
                if (code.equals(link) && from.equals(fromType)) {
                    types.addAll(Set.of(to, code));
                } else if (kind.path("inverse").stringValue().equals(link) && to.equals(fromType)) {
                    types.addAll(Set.of(from, code));
                }
            }
            return types;
        }
    }
}
