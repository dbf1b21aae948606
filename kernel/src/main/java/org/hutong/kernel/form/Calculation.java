package org.hutong.kernel.form;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the answer to a question follows from others: data, chosen from a list, never a typed expression. */
public record Calculation(Op op, List<Operand> of) {
    public Calculation {
        of = List.copyOf(of);
    }

    /** What is done with the operands. */
    public enum Op {
        SUM("sum"),
        /** The first less all others. */
        DIFFERENCE("difference"), MIN("min"), MAX("max"),
        /** The rows of a table; of a column those in which it is answered, and answered with yes where it is a yes/no. */
        COUNT("count"),
        /** Whole years from the first to the second, as an age is counted. */
        YEARS_BETWEEN("yearsBetween");

        private final String json;

        Op(String json) {
            this.json = json;
        }

        /** The name in manifests. */
        public String json() {
            return json;
        }

        static Optional<Op> find(String json) {
            return Arrays.stream(values()).filter(op -> op.json.equals(json)).findFirst();
        }
    }

    /** What is calculated with. */
    public sealed interface Operand {

        /** The answer to a question; within a row also to a column of the same row. */
        record Answer(String question) implements Operand {
        }

        /** All cells of a column. */
        record Cells(String table, String column) implements Operand {
        }

        /** The evaluation day. */
        record Today() implements Operand {
        }
    }

    /** The questions, tables and columns that must be evaluated before. */
    Set<String> asks() {
        Set<String> asked = new LinkedHashSet<>();
        for (Operand operand : of) {
            switch (operand) {
                case Operand.Answer(String question) -> asked.add(question);
                case Operand.Cells(String table, String column) -> asked.add(table);
                case Operand.Today() -> { }
            }
        }
        return asked;
    }
}
