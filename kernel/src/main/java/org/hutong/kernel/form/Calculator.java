package org.hutong.kernel.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.hutong.kernel.Age;
import org.hutong.kernel.Value;
import org.hutong.kernel.ValueKind;
import org.hutong.kernel.form.Calculation.Operand;

/** Calculates as {@code spec/forms.md} says: with what is shown, and not at all as long as something shown is not answered. */
final class Calculator {
    private static final BigDecimal GREATEST_DECIMAL = BigDecimal.TEN.pow(15);
    private final Function<String, QuestionView> views;
    private final LocalDate day;

    /** @param views every question and column that the calculation asks, evaluated before */
    Calculator(Function<String, QuestionView> views, LocalDate day) {
        this.views = views;
        this.day = day;
    }

    /** @return empty when something is open, when there is nothing to take, or when the result is no value of the kind */
    Optional<Value> calculate(Calculation calculation, ValueKind kind) {
        List<Value> given = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (Operand operand : calculation.of()) {
            int before = given.size();
            if (!collect(calculation.op(), operand, given)) {
                return Optional.empty();
            }
            sizes.add(given.size() - before);
        }
        return switch (calculation.op()) {
            case COUNT -> Optional.of(new Value.Int(given.size()));
            case YEARS_BETWEEN -> given.size() < 2 ? Optional.empty() : years(given.get(0), given.get(1));
            case SUM -> number(kind, numbers(given).stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            case DIFFERENCE -> sizes.getFirst() == 0 ? Optional.empty() : number(kind, difference(numbers(given), sizes.getFirst()));
            case MIN -> numbers(given).stream().min(BigDecimal::compareTo).flatMap(least -> number(kind, least));
            case MAX -> numbers(given).stream().max(BigDecimal::compareTo).flatMap(most -> number(kind, most));
        };
    }

    /** @return false when a part of it is shown and not answered */
    private boolean collect(Calculation.Op op, Operand operand, List<Value> into) {
        return switch (operand) {
            case Operand.Today() -> into.add(new Value.Day(day));
            case Operand.Answer(String question) -> op == Calculation.Op.COUNT ? countRows(views.apply(question), into) : take(views.apply(question), into);
            case Operand.Cells(String table, String column) -> {
                QuestionView whole = views.apply(table);
                if (whole.relevant() && whole.effective().isEmpty()) {
                    yield false;
                }
                boolean closed = true;
                for (QuestionView.Row row : there(whole)) {
                    QuestionView cell = row.cells().get(column);
                    if (op != Calculation.Op.COUNT) {
                        closed &= take(cell, into);
                    } else if (cell.effective().isPresent() && !cell.effective().get().equals(new Value.YesNo(false))) {
                        into.add(cell.effective().get());
                    }
                }
                yield closed;
            }
        };
    }

    private static boolean countRows(QuestionView table, List<Value> into) {
        there(table).forEach(row -> into.add(new Value.Text(row.id())));
        return !table.relevant() || table.effective().isPresent();
    }

    private static List<QuestionView.Row> there(QuestionView table) {
        return table.rows().stream().filter(row -> !row.gone()).toList();
    }

    private static boolean take(QuestionView view, List<Value> into) {
        view.effective().ifPresent(into::add);
        return !view.relevant() || view.effective().isPresent();
    }

    private static List<BigDecimal> numbers(List<Value> given) {
        return given.stream().map(value -> value instanceof Value.Int(long number) ? BigDecimal.valueOf(number) : ((Value.Dec) value).number()).toList();
    }

    private static BigDecimal difference(List<BigDecimal> numbers, int first) {
        BigDecimal from = numbers.subList(0, first).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return numbers.subList(first, numbers.size()).stream().reduce(from, BigDecimal::subtract);
    }

    private static Optional<Value> number(ValueKind kind, BigDecimal number) {
        if (kind == ValueKind.DECIMAL) {
            return number.abs().compareTo(GREATEST_DECIMAL) >= 0 ? Optional.empty() : Optional.of(new Value.Dec(number));
        }
        return number.abs().compareTo(BigDecimal.valueOf(Value.Int.LIMIT)) > 0 ? Optional.empty() : Optional.of(new Value.Int(number.longValueExact()));
    }

    private static Optional<Value> years(Value from, Value to) {
        int least = Age.on(first(to), last(from));
        int most = Age.on(last(to), first(from));
        return least == most ? Optional.of(new Value.Int(least)) : Optional.empty();
    }

    private static LocalDate first(Value date) {
        return date instanceof Value.PartialDay day ? day.first() : ((Value.Day) date).day();
    }

    private static LocalDate last(Value date) {
        return date instanceof Value.PartialDay day ? day.last() : ((Value.Day) date).day();
    }
}
