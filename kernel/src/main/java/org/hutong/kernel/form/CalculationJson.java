package org.hutong.kernel.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.hutong.kernel.form.Calculation.Op;
import org.hutong.kernel.form.Calculation.Operand;

import tools.jackson.databind.JsonNode;

/** Calculations as manifests write them: {@code {"sum": ["wage", "members.income"]}}, {@code {"count": "members"}}. */
final class CalculationJson {
    private static final String TODAY = "today";
    private static final int MOST_OPERANDS = 50;

    private CalculationJson() {
    }

    /** @return empty when it has another shape */
    static Optional<Calculation> read(JsonNode json) {
        if (!json.isObject() || json.size() != 1) {
            return Optional.empty();
        }
        var entry = json.properties().iterator().next();
        Optional<Op> op = Op.find(entry.getKey());
        List<Operand> operands = new ArrayList<>();
        Iterable<JsonNode> names = entry.getValue().isArray() ? entry.getValue() : List.of(entry.getValue());
        for (JsonNode name : names) {
            if (!name.isString() || op.isEmpty()) {
                return Optional.empty();
            }
            operands.add(operand(op.get(), name.stringValue()));
        }
        return op.filter(found -> fits(found, operands)).map(found -> new Calculation(found, operands));
    }

    private static Operand operand(Op op, String name) {
        int dot = name.indexOf('.');
        if (dot >= 0) {
            return new Operand.Cells(name.substring(0, dot), name.substring(dot + 1));
        }
        return op == Op.YEARS_BETWEEN && name.equals(TODAY) ? new Operand.Today() : new Operand.Answer(name);
    }

    private static boolean fits(Op op, List<Operand> operands) {
        return switch (op) {
            case COUNT -> operands.size() == 1;
            case YEARS_BETWEEN -> operands.size() == 2 && operands.stream().noneMatch(Operand.Cells.class::isInstance);
            case DIFFERENCE -> operands.size() > 1 && operands.size() <= MOST_OPERANDS;
            case SUM, MIN, MAX -> !operands.isEmpty() && operands.size() <= MOST_OPERANDS;
        };
    }
}
