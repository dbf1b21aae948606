package org.hutong.kernel.form;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.hutong.kernel.Criteria;
import org.hutong.kernel.Criterion;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.Localised;
import org.hutong.kernel.TextPattern;
import org.hutong.kernel.Value;
import org.hutong.kernel.ValueKind;

/**
 * One question of a form.
 *
 * @param id          unique in the form
 * @param path        where it stands in the form component, as a JSON pointer: {@code /pages/0/questions/2}
 * @param element     what the answer says about the resident or a linked subject; empty when it belongs to this application only
 * @param codeList    the catalogue's code list of a code or codes; empty when the options are the question's own
 * @param options     the question's own options
 * @param unit        of a number; see {@link org.hutong.kernel.Units}
 * @param required    whether a relevant question must be answered
 * @param visible     the question is relevant only when this is true
 * @param constraints what must not be false of an answer
 * @param min         least answer, of the same kind; also for dates
 * @param max         greatest answer
 * @param maxLength   most characters (Unicode code points) of a text
 * @param pattern     what a text must match as a whole
 * @param reuse       whether what is held may answer it
 * @param accept      which file answers a question of kind file; empty for other kinds
 * @param calculation how its answer follows from others; it is then never asked
 * @param table       what its rows are made of; there exactly for the kind {@code table}
 */
public record Question(String id, String path, Localised label, ValueKind kind, Optional<ElementPath> element,
        Optional<String> codeList, List<Option> options, Optional<Localised> unit, boolean required, Criterion visible,
        List<Constraint> constraints, Optional<Value> min, Optional<Value> max, OptionalInt maxLength,
        Optional<TextPattern> pattern, Reuse reuse, Optional<Accept> accept, Optional<Calculation> calculation,
        Optional<Table> table) {

    /** Whether the answer follows from others. */
    public boolean calculated() {
        return calculation.isPresent();
    }

    /** The columns of a table, none for other kinds. */
    public List<Question> columns() {
        return table.map(Table::columns).orElse(List.of());
    }

    /** The questions of the form, or of the same row, that must be evaluated before this one. Constraints are not among them. */
    Set<String> asks() {
        Set<String> asked = new LinkedHashSet<>(Criteria.questions(visible));
        calculation.ifPresent(calculated -> asked.addAll(calculated.asks()));
        table.ifPresent(rows -> {
            rows.countFrom().ifPresent(asked::add);
            Set<String> inRows = new LinkedHashSet<>();
            rows.columns().forEach(column -> inRows.addAll(column.asks()));
            rows.columns().forEach(column -> inRows.remove(column.id()));
            asked.addAll(inRows);
        });
        return asked;
    }

    /**
     * What the rows of a table are made of.
     *
     * @param columns   questions of each row, by ids that no question of the form has
     * @param order     the columns in an order in which each stands after those that it asks
     * @param minRows   fewest rows of an answer
     * @param maxRows   most rows of an answer, at most {@link #MOST_ROWS}
     * @param countFrom the question whose answer says how many rows there are; empty when the person adds rows freely
     * @param rowsOf    the kind of link by which rows are about persons; those on file are rows already
     */
    public record Table(List<Question> columns, List<Question> order, int minRows, int maxRows, Optional<String> countFrom,
            Optional<String> rowsOf) {
        /** Most rows that any table has. */
        public static final int MOST_ROWS = 500;
        /** The one column of a row about somebody on file: whether he or she is still there. */
        public static final String STILL = "still";
        /** The answers to it that leave the person there, or say that it is not so any more. */
        public static final String HERE = "here";
        public static final List<String> GONE = List.of("moved", "left", "died");

        public Table {
            columns = List.copyOf(columns);
            order = List.copyOf(order);
        }

        public Optional<Question> column(String id) {
            return columns.stream().filter(column -> column.id().equals(id)).findFirst();
        }
    }

    /** One of the question's own choices. */
    public record Option(String code, Localised label) {
    }

    /** A rule about the answer and what to say when it is broken. */
    public record Constraint(Criterion criterion, Localised message) {
    }

    /** Whether what is held may answer a question. */
    public enum Reuse {
        HELD,
        /** A declaration or consent, which is made anew each time. */
        NEVER
    }
}
