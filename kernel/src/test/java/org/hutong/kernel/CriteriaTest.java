package org.hutong.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.hutong.kernel.Criterion.Op;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;

class CriteriaTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void aPersonOfEightyIsInTheAudienceOfEighty() {
        Criterion eighty = CriterionJson.stored(JSON.readTree("""
                {"all": [{"element": "person.age", "op": ">=", "value": 80},
                         {"within": "320613000000", "by": "resides-in"},
                         {"not": {"element": "person.livesAlone", "op": "=", "value": false}}]}"""));
        assertThat(Criteria.evaluate(eighty, person("1946-11-23", true), DAY)).isEqualTo(Truth.TRUE);
        assertThat(Criteria.evaluate(eighty, person("1946-11-24", true), DAY)).isEqualTo(Truth.FALSE);
        assertThat(Criteria.evaluate(eighty, person("1946", true), DAY)).isEqualTo(Truth.UNKNOWN);
        assertThat(Criteria.evaluate(eighty, person("1946-11-23", null), DAY)).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Criterion criterion = Criterion.any(Criterion.element("person.age", Op.IN, new Literal.Number(java.math.BigDecimal.TEN)),
                Criterion.linked("owns", Criterion.element("dwelling.rebuilt", Op.LESS, new Literal.Today(java.time.Period.ofMonths(-6)))));
        assertThat(CriterionJson.read(CriterionJson.write(criterion))).isEqualTo(criterion);
    }

    private static Facts person(String birth, Boolean alone) {
        Map<String, Value> values = new java.util.HashMap<>();
        values.put("person.birthDate", ValueJson.stored(ValueKind.PARTIAL_DATE, JSON.valueToTree(birth)));
        if (alone != null) {
            values.put("person.livesAlone", new Value.YesNo(alone));
        }
        return new Facts() {
            @Override
            public Optional<FactValue> value(ElementCode element) {
                return Optional.ofNullable(values.get(element.code())).map(FactValue::of);
            }

            @Override
            public Optional<RegionCode> region(RegionRelation relation) {
                return Optional.of(RegionCode.of("320613002001"));
            }

            @Override
            public List<Facts> linked(String link) {
                return List.of();
            }
        };
    }
}
