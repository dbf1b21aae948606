package org.hutong.kernel;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A rule over data: whom an application addresses, when a question is shown, what a ledger lists. It is data, made with a visual
 * builder; {@link CriterionJson} reads and writes it, {@link Criteria} says what it means.
 */
public sealed interface Criterion extends CriterionOrFaults {

    /** True for everybody. */
    record Always() implements Criterion {
    }

    /** True when all are; of none: true. */
    record All(List<Criterion> of) implements Criterion {
        public All {
            of = List.copyOf(of);
        }
    }

    /** True when some is; of none: false. */
    record Any(List<Criterion> of) implements Criterion {
        public Any {
            of = List.copyOf(of);
        }
    }

    /** True when the other is false. */
    record Not(Criterion of) implements Criterion {
    }

    /**
     * Compares what is held about the subject.
     *
     * @param values one literal, several for {@link Op#IN}, none for {@link Op#KNOWN} and {@link Op#UNKNOWN}
     * @param fresh  whether a value past its period of validity counts as not known
     */
    record OfElement(ElementCode element, Op op, List<Literal> values, boolean fresh) implements Criterion {
        public OfElement {
            values = List.copyOf(values);
        }
    }

    /** Compares the effective answer to a question of the form at hand. */
    record OfAnswer(String question, Op op, List<Literal> values) implements Criterion {
        public OfAnswer {
            values = List.copyOf(values);
        }
    }

    /** The subject belongs to the region, or to one below it, by a relation. */
    record Within(RegionCode region, RegionRelation by) implements Criterion {
    }

    /** Some subject linked from this one makes the inner criterion true. */
    record Linked(String link, Criterion where) implements Criterion {
    }

    /** What a criterion came to when everything it asks is known: made by {@link Criteria#settle}, never stored, never read. */
    record Settled(Truth truth) implements Criterion {
    }

    /** How to compare. */
    enum Op {
        EQUAL("="), NOT_EQUAL("!="), LESS("<"), AT_MOST("<="), MORE(">"), AT_LEAST(">="),
        /** Equal to one of several. */
        IN("in"),
        /** A text contains a text; a set of codes contains a code. */
        CONTAINS("contains"),
        /** A text as a whole matches a pattern of RE2; in forms only. */
        MATCHES("matches"),
        KNOWN("known"), UNKNOWN("unknown");

        private final String json;

        Op(String json) {
            this.json = json;
        }

        public String json() {
            return json;
        }

        /** Asks about order. */
        public boolean orders() {
            return this == LESS || this == AT_MOST || this == MORE || this == AT_LEAST;
        }

        /** Asks whether there is a value, and is never unknown itself. */
        public boolean asksPresence() {
            return this == KNOWN || this == UNKNOWN;
        }

        public static Optional<Op> find(String json) {
            return Arrays.stream(values()).filter(op -> op.json.equals(json)).findFirst();
        }
    }

    static Criterion everybody() {
        return new Always();
    }

    static Criterion all(Criterion... of) {
        return new All(List.of(of));
    }

    static Criterion any(Criterion... of) {
        return new Any(List.of(of));
    }

    static Criterion not(Criterion of) {
        return new Not(of);
    }

    static Criterion element(String code, Op op, Literal... values) {
        return new OfElement(ElementCode.of(code), op, List.of(values), false);
    }

    static Criterion element(String code, Op op, String text) {
        return element(code, op, new Literal.Words(text));
    }

    static Criterion element(String code, Op op, long number) {
        return element(code, op, new Literal.Number(BigDecimal.valueOf(number)));
    }

    static Criterion element(String code, Op op, boolean yes) {
        return element(code, op, new Literal.Truthful(yes));
    }

    static Criterion within(RegionCode region, RegionRelation by) {
        return new Within(region, by);
    }

    static Criterion linked(String link, Criterion where) {
        return new Linked(link, where);
    }
}
