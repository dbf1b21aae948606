package org.hutong.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs {@code spec/values.json}. */
class ValueSpecTest {
    private static final JsonNode SPEC = Spec.read("values.json");

    @TestFactory
    Stream<DynamicTest> read() {
        return Spec.tests(SPEC.path("read"), one -> {
            ValueKind kind = ValueKind.of(one.path("kind").stringValue());
            Map<String, ValueKind> columns = columns(one);
            ValueOrFault read = ValueJson.read(kind, columns, one.get("when"));
            if (one.has("fault")) {
                assertThat(read).isEqualTo(new ValueFault(one.path("fault").path("code").stringValue(),
                        StreamSupport.stream(one.path("fault").path("args").spliterator(), false).map(JsonNode::stringValue).toList()));
            } else {
                assertThat(read).isInstanceOf(Value.class);
                assertThat(same(ValueJson.write((Value) read))).isEqualTo(same(one.get("value")));
                assertThat(ValueJson.read(kind, columns, one.get("value"))).isEqualTo(read);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> idNumbers() {
        return Spec.tests(SPEC.path("idNumbers"), one -> {
            String number = one.path("idNumber").stringValue();
            assertThat(IdNumber.read(number)).isEqualTo(new Value.Text(number));
            assertThat(IdNumber.birthDate(number)).isEqualTo(one.path("birthDate").stringValue());
            assertThat(IdNumber.sex(number)).isEqualTo(one.path("sex").stringValue());
        });
    }

    @TestFactory
    Stream<DynamicTest> ages() {
        return StreamSupport.stream(SPEC.path("ages").spliterator(), false).map(one -> DynamicTest.dynamicTest(one.toString(), () ->
                assertThat(Age.on(LocalDate.parse(one.path("day").stringValue()), LocalDate.parse(one.path("birth").stringValue())))
                        .isEqualTo(one.path("age").intValue())));
    }

    private static Map<String, ValueKind> columns(JsonNode one) {
        Map<String, ValueKind> columns = new HashMap<>();
        one.path("columns").properties().forEach(column -> columns.put(column.getKey(), ValueKind.of(column.getValue().stringValue())));
        return columns;
    }

    /** JSON of one form, where 1 and 1.0 are the same number. */
    private static Object same(JsonNode json) {
        return JsonMapper.shared().readTree(json.toString().replaceAll("(?<=[\\[,])(-?\\d+)\\.0(?=[\\],])", "$1"));
    }
}
