package org.hutong.kernel;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What a criterion compares with, before it is known what kind of value it meets. */
public sealed interface Literal {
    /** Largest number, as for {@link Value.Int}. */
    BigDecimal LIMIT = BigDecimal.valueOf(Value.Int.LIMIT);
    /** The periods that {@code today} takes. */
    Pattern PERIOD = Pattern.compile("-?P(?=\\d)(\\d{1,4}Y)?(\\d{1,4}M)?(\\d{1,5}D)?");

    /** A JSON string: a text, code, region, date or decimal number. */
    record Words(String text) implements Literal {
    }

    /** A JSON number. */
    record Number(BigDecimal number) implements Literal {
        public Number {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
    }

    /** A JSON true or false. */
    record Truthful(boolean yes) implements Literal {
    }

    /** {@code {"today": "-P6M"}}: the evaluation day, moved by whole years, months, then days, as ISO 8601 writes periods. */
    record Today(Period moved) implements Literal {
    }

    /** Reads a literal; empty when the JSON is none, or a number beyond what browsers hold. */
    static Optional<Literal> of(JsonNode json) {
        if (json.isString()) {
            return Optional.of(new Words(json.stringValue()));
        }
        if (json.isBoolean()) {
            return Optional.of(new Truthful(json.booleanValue()));
        }
        if (json.isNumber()) {
            return Optional.ofNullable(ValueJson.exact(json)).filter(number -> number.abs().compareTo(LIMIT) <= 0).map(Number::new);
        }
        String today = json.isObject() && json.size() == 1 ? json.path("today").asString("") : "";
        return PERIOD.matcher(today).matches() ? Optional.of(new Today(Period.parse(today))) : Optional.empty();
    }

    /**
     * This literal as a value of a kind on an evaluation day; empty when it is none, which makes the comparison unknown.
     */
    default Optional<Value> as(ValueKind kind, LocalDate day) {
        if (this instanceof Today(Period moved)) {
            try {
                LocalDate to = day.plus(moved);
                return switch (kind) {
                    case DATE -> to.getYear() < 1 || to.getYear() > 9999 ? Optional.empty() : Optional.of(new Value.Day(to));
                    case PARTIAL_DATE -> Optional.of(Value.PartialDay.of(to));
                    default -> Optional.empty();
                };
            } catch (DateTimeException outOfRange) {
                return Optional.empty();
            }
        }
        if (kind == ValueKind.DECIMAL && this instanceof Number(BigDecimal number)) {
            return ValueJson.decimal(number.toPlainString()) instanceof Value value ? Optional.of(value) : Optional.empty();
        }
        return ValueJson.read(kind, json()) instanceof Value value ? Optional.of(value) : Optional.empty();
    }

    /** The JSON that {@link CriterionJson} reads back. */
    default JsonNode json() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (this) {
            case Words(String text) -> nodes.stringNode(text);
            case Number(BigDecimal number) -> number.scale() <= 0 && number.precision() - number.scale() <= 18
                    ? nodes.numberNode(number.longValueExact()) : nodes.numberNode(number);
            case Truthful(boolean yes) -> nodes.booleanNode(yes);
            case Today(Period moved) -> nodes.objectNode().put("today",
                    moved.isNegative() ? "-" + moved.negated() : moved.toString());
        };
    }
}
