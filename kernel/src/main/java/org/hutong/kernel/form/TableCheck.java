package org.hutong.kernel.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.hutong.kernel.ElementPath;
import org.hutong.kernel.ValueKind;
import org.hutong.kernel.form.Calculation.Op;
import org.hutong.kernel.form.Calculation.Operand;

/** What tables and calculations want of the questions that they name, when all are read. */
final class TableCheck {
    private final Map<String, Question> questions = new HashMap<>();
    private final List<FormFault> faults = new ArrayList<>();

    private TableCheck(List<Question> all) {
        all.forEach(question -> questions.put(question.id(), question));
    }

    static List<FormFault> of(List<Question> all) {
        TableCheck check = new TableCheck(all);
        for (Question question : all) {
            check.calculation(question, List.of());
            question.table().ifPresent(table -> check.table(question, table));
        }
        return check.faults;
    }

    private void table(Question question, Question.Table table) {
        table.countFrom().filter(count -> questions.get(count).kind() != ValueKind.INTEGER)
                .ifPresent(count -> fault(question.path() + "/countFrom", "form-count", count));
        for (Question column : table.columns()) {
            if (questions.containsKey(column.id())) {
                fault(column.path() + "/id", "form-column-name", column.id());
            }
            if (column.element().filter(element -> !aboutRow(element, table)).isPresent()) {
                fault(column.path() + "/element", "form-column-element");
            }
            calculation(column, table.columns());
        }
    }

    /** An element of the person that the row is about, or of the link itself. */
    private static boolean aboutRow(ElementPath element, Question.Table table) {
        String type = element.element().resourceType();
        return table.rowsOf().isPresent() && element.link().isEmpty() && (type.equals("person") || type.equals(table.rowsOf().get()));
    }

    private void calculation(Question question, List<Question> beside) {
        question.calculation().ifPresent(calculation -> {
            String path = question.path() + "/calculate";
            boolean whole = question.kind() == ValueKind.INTEGER;
            if (!whole && (question.kind() != ValueKind.DECIMAL || calculation.op() == Op.COUNT || calculation.op() == Op.YEARS_BETWEEN)) {
                fault(path, "form-calculation-kind", question.id());
                return;
            }
            for (Operand operand : calculation.of()) {
                if (!fits(calculation.op(), whole, operand, beside)) {
                    fault(path, "form-calculation-kind", name(operand));
                }
            }
        });
    }

    private boolean fits(Op op, boolean whole, Operand operand, List<Question> beside) {
        Optional<Question> named = switch (operand) {
            case Operand.Answer(String id) -> beside.stream().filter(column -> column.id().equals(id)).findFirst()
                    .or(() -> Optional.ofNullable(questions.get(id)));
            case Operand.Cells(String table, String column) -> Optional.ofNullable(questions.get(table)).flatMap(Question::table)
                    .flatMap(rows -> rows.column(column));
            case Operand.Today() -> Optional.empty();
        };
        if (operand instanceof Operand.Today) {
            return true;
        }
        return named.map(Question::kind).filter(kind -> switch (op) {
            case COUNT -> operand instanceof Operand.Cells || kind == ValueKind.TABLE;
            case YEARS_BETWEEN -> kind == ValueKind.DATE || kind == ValueKind.PARTIAL_DATE;
            case SUM, DIFFERENCE, MIN, MAX -> kind == ValueKind.INTEGER || !whole && kind == ValueKind.DECIMAL;
        }).isPresent();
    }

    private static String name(Operand operand) {
        return switch (operand) {
            case Operand.Answer(String id) -> id;
            case Operand.Cells(String table, String column) -> table + "." + column;
            case Operand.Today() -> "today";
        };
    }

    private void fault(String path, String code, Object... args) {
        faults.add(new FormFault(path, code, Arrays.stream(args).map(String::valueOf).toList()));
    }
}
