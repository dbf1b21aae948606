package org.hutong.kernel;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hutong.kernel.Criterion.Op;

/** What criteria mean, in Java. SQL and TypeScript say the same of every case of {@code spec/criteria.json}. */
public final class Criteria {
    private static final String OWNS = RegionRelation.OWNS.json();
    private static final ElementCode DWELLING_REGION = ElementCode.of("dwelling.region");

    private Criteria() {
    }

    /** @param day the evaluation day in the business zone (Asia/Shanghai), for ages and {@code today} */
    public static Truth evaluate(Criterion criterion, Facts facts, LocalDate day) {
        return switch (criterion) {
            case Criterion.Always() -> Truth.TRUE;
            case Criterion.All(List<Criterion> of) -> {
                Truth truth = Truth.TRUE;
                for (int i = 0; i < of.size() && truth != Truth.FALSE; i++) {
                    truth = truth.and(evaluate(of.get(i), facts, day));
                }
                yield truth;
            }
            case Criterion.Any(List<Criterion> of) -> {
                Truth truth = Truth.FALSE;
                for (int i = 0; i < of.size() && truth != Truth.TRUE; i++) {
                    truth = truth.or(evaluate(of.get(i), facts, day));
                }
                yield truth;
            }
            case Criterion.Not(Criterion of) -> evaluate(of, facts, day).not();
            case Criterion.OfElement test -> element(test, facts, day);
            case Criterion.OfAnswer(String question, Op op, List<Literal> values) -> test(facts.answer(question), op, values, day);
            case Criterion.Within(RegionCode region, RegionRelation by) -> within(region, by, facts, day);
            case Criterion.Linked(String link, Criterion where) -> {
                Truth truth = Truth.FALSE;
                for (Facts linked : facts.linked(link, day)) {
                    truth = truth.or(evaluate(where, linked, day));
                }
                yield truth;
            }
            case Criterion.Settled(Truth truth) -> truth;
        };
    }

    /**
     * Replaces everything that does not depend on the answers of a form by its truth, so that a browser can go on without being told
     * the facts.
     */
    public static Criterion settle(Criterion criterion, Facts facts, LocalDate day) {
        return switch (criterion) {
            case Criterion.All(List<Criterion> of) -> settle(of, Truth.FALSE, Criterion.All::new, facts, day);
            case Criterion.Any(List<Criterion> of) -> settle(of, Truth.TRUE, Criterion.Any::new, facts, day);
            case Criterion.Not(Criterion of) -> settle(of, facts, day) instanceof Criterion.Settled(Truth truth)
                    ? new Criterion.Settled(truth.not()) : new Criterion.Not(settle(of, facts, day));
            case Criterion.OfAnswer ask -> ask;
            default -> new Criterion.Settled(evaluate(criterion, facts, day));
        };
    }

    private static Criterion settle(List<Criterion> of, Truth decides, Function<List<Criterion>, Criterion> make, Facts facts,
            LocalDate day) {
        List<Criterion> settled = of.stream().map(part -> settle(part, facts, day)).toList();
        if (settled.contains(new Criterion.Settled(decides))) {
            return new Criterion.Settled(decides);
        }
        Criterion made = make.apply(settled);
        return settled.stream().allMatch(Criterion.Settled.class::isInstance)
                ? new Criterion.Settled(evaluate(made, facts, day)) : made;
    }

    /**
     * Whether the criterion could still come out true.
     *
     * @param open questions of which it is not known yet what will be answered; every other answer is taken as it stands
     */
    public static boolean couldBeTrue(Criterion criterion, Facts facts, Set<String> open, LocalDate day) {
        return couldBe(true, criterion, facts, open, day);
    }

    private static boolean couldBe(boolean wanted, Criterion criterion, Facts facts, Set<String> open, LocalDate day) {
        return switch (criterion) {
            case Criterion.All(List<Criterion> of) -> couldBe(wanted, wanted, of, facts, open, day);
            case Criterion.Any(List<Criterion> of) -> couldBe(wanted, !wanted, of, facts, open, day);
            case Criterion.Not(Criterion of) -> couldBe(!wanted, of, facts, open, day);
            case Criterion.OfAnswer ask when open.contains(ask.question()) -> true;
            default -> evaluate(criterion, facts, day) == Truth.of(wanted);
        };
    }

    private static boolean couldBe(boolean wanted, boolean every, List<Criterion> of, Facts facts, Set<String> open, LocalDate day) {
        return every ? of.stream().allMatch(part -> couldBe(wanted, part, facts, open, day))
                : of.stream().anyMatch(part -> couldBe(wanted, part, facts, open, day));
    }

    /** The questions whose answers the criterion asks for. */
    public static Set<String> questions(Criterion criterion) {
        return switch (criterion) {
            case Criterion.All(List<Criterion> of) -> questions(of);
            case Criterion.Any(List<Criterion> of) -> questions(of);
            case Criterion.Not(Criterion of) -> questions(of);
            case Criterion.OfAnswer ask -> Set.of(ask.question());
            default -> Set.of();
        };
    }

    private static Set<String> questions(List<Criterion> of) {
        return of.stream().flatMap(part -> questions(part).stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether the criterion asks for anything but answers. */
    public static boolean asksFacts(Criterion criterion) {
        return switch (criterion) {
            case Criterion.All(List<Criterion> of) -> of.stream().anyMatch(Criteria::asksFacts);
            case Criterion.Any(List<Criterion> of) -> of.stream().anyMatch(Criteria::asksFacts);
            case Criterion.Not(Criterion of) -> asksFacts(of);
            case Criterion.OfElement ignored -> true;
            case Criterion.Within ignored -> true;
            case Criterion.Linked ignored -> true;
            case Criterion.Always() -> false;
            case Criterion.OfAnswer ignored -> false;
            case Criterion.Settled ignored -> false;
        };
    }

    /** The elements of the subject itself that the criterion asks for; {@code person.birthDate} for an age. */
    public static Set<ElementCode> elements(Criterion criterion) {
        return switch (criterion) {
            case Criterion.All(List<Criterion> of) -> elements(of);
            case Criterion.Any(List<Criterion> of) -> elements(of);
            case Criterion.Not(Criterion of) -> elements(of);
            case Criterion.OfElement test -> Set.of(test.element().equals(Age.ELEMENT) ? Age.BIRTH_DATE : test.element());
            default -> Set.of();
        };
    }

    private static Set<ElementCode> elements(List<Criterion> of) {
        return of.stream().flatMap(part -> elements(part).stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Truth within(RegionCode region, RegionRelation by, Facts facts, LocalDate day) {
        if (by != RegionRelation.OWNS) {
            return facts.region(by).map(held -> Truth.of(region.contains(held))).orElse(Truth.UNKNOWN);
        }
        Truth truth = Truth.FALSE;
        for (Facts dwelling : facts.linked(OWNS, day)) {
            truth = truth.or(dwelling.value(DWELLING_REGION)
                    .map(held -> held.value() instanceof Value.Region(RegionCode in) ? Truth.of(region.contains(in)) : Truth.UNKNOWN)
                    .orElse(Truth.UNKNOWN));
        }
        return truth;
    }

    private static Truth element(Criterion.OfElement test, Facts facts, LocalDate day) {
        boolean age = test.element().equals(Age.ELEMENT);
        Optional<Value> held = facts.value(age ? Age.BIRTH_DATE : test.element())
                .filter(fact -> fact.fresh() || !test.fresh())
                .map(FactValue::value);
        if (!age || test.op().asksPresence()) {
            return test(held, test.op(), test.values(), day);
        }
        return held.flatMap(Criteria::days).map(birth -> age(birth, test.op(), test.values(), day)).orElse(Truth.UNKNOWN);
    }

    private static Truth test(Optional<Value> held, Op op, List<Literal> values, LocalDate day) {
        return switch (op) {
            case KNOWN -> Truth.of(held.isPresent());
            case UNKNOWN -> Truth.of(held.isEmpty());
            case IN -> held.isEmpty() ? Truth.UNKNOWN : someEqual(held.get(), values, day);
            default -> held.isEmpty() || values.isEmpty() ? Truth.UNKNOWN : compare(held.get(), op, values.getFirst(), day);
        };
    }

    private static Truth someEqual(Value held, List<Literal> values, LocalDate day) {
        Truth truth = Truth.FALSE;
        for (Literal value : values) {
            truth = truth.or(compare(held, Op.EQUAL, value, day));
        }
        return truth;
    }

    private static Truth compare(Value held, Op op, Literal literal, LocalDate day) {
        if (op == Op.CONTAINS || op == Op.MATCHES) {
            return look(held, op, literal, day);
        }
        return literal.as(kind(held), day).map(wanted -> compare(held, op, wanted)).orElse(Truth.UNKNOWN);
    }

    /**
     * Compares two values of one kind by equality or order.
     *
     * @return unknown when the kind has no order, or when partial dates leave it open
     */
    public static Truth compare(Value held, Op op, Value wanted) {
        if (held instanceof Value.PartialDay) {
            return compare(days(held).orElseThrow(), op, days(wanted).orElseThrow());
        }
        if (op.orders()) {
            return order(held, wanted).map(order -> ordered(op, order)).orElse(Truth.UNKNOWN);
        }
        return Truth.of(held.equals(wanted) == (op == Op.EQUAL));
    }

    private static Truth look(Value held, Op op, Literal literal, LocalDate day) {
        Optional<Value> wanted = literal.as(held instanceof Value.Text ? ValueKind.TEXT : ValueKind.CODE, day);
        if (held instanceof Value.Text(String in) && wanted.orElse(null) instanceof Value.Text(String text)) {
            return op == Op.CONTAINS ? Truth.of(in.contains(text))
                    : TextPattern.of(text).map(pattern -> Truth.of(pattern.matches(in))).orElse(Truth.UNKNOWN);
        }
        return held instanceof Value.Codes(List<String> in) && wanted.orElse(null) instanceof Value.Code(String code) && op == Op.CONTAINS
                ? Truth.of(in.contains(code)) : Truth.UNKNOWN;
    }

    private static Optional<Integer> order(Value held, Value wanted) {
        return switch (held) {
            case Value.Int(long number) -> Optional.of(Long.compare(number, ((Value.Int) wanted).number()));
            case Value.Dec dec -> Optional.of(dec.number().compareTo(((Value.Dec) wanted).number()));
            case Value.Day(LocalDate date) -> Optional.of(date.compareTo(((Value.Day) wanted).day()));
            case Value.Moment moment -> Optional.of(moment.instant().compareTo(((Value.Moment) wanted).instant()));
            default -> Optional.empty();
        };
    }

    private static Truth ordered(Op op, int order) {
        return Truth.of(switch (op) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            case AT_LEAST -> order >= 0;
            default -> throw new IllegalArgumentException(op.json());
        });
    }

    /** The days that a held or wanted date may be, first and last. */
    private record Days(LocalDate first, LocalDate last) {

        /** Whether the day is at most the bound: true when every day is, false when none is. */
        Truth atMost(LocalDate bound) {
            return !last.isAfter(bound) ? Truth.TRUE : first.isAfter(bound) ? Truth.FALSE : Truth.UNKNOWN;
        }
    }

    private static Optional<Days> days(Value value) {
        return switch (value) {
            case Value.Day(LocalDate date) -> Optional.of(new Days(date, date));
            case Value.PartialDay day -> Optional.of(new Days(day.first(), day.last()));
            default -> Optional.empty();
        };
    }

    private static Truth compare(Days held, Op op, Days wanted) {
        Truth before = held.atMost(wanted.first().minusDays(1));
        Truth notAfter = held.atMost(wanted.last());
        return switch (op) {
            case LESS -> before;
            case AT_LEAST -> before.not();
            case AT_MOST -> notAfter;
            case MORE -> notAfter.not();
            case EQUAL -> before.not().and(notAfter);
            case NOT_EQUAL -> before.or(notAfter.not());
            default -> Truth.UNKNOWN;
        };
    }

    private static Truth age(Days birth, Op op, List<Literal> values, LocalDate day) {
        int least = Age.on(day, birth.last());
        int most = Age.on(day, birth.first());
        Truth truth = Truth.FALSE;
        for (Literal literal : values) {
            truth = truth.or(literal.as(ValueKind.INTEGER, day).map(value -> age(least, most, op, ((Value.Int) value).number()))
                    .orElse(Truth.UNKNOWN));
        }
        return values.isEmpty() && op != Op.IN ? Truth.UNKNOWN : truth;
    }

    private static Truth age(int least, int most, Op op, long years) {
        Truth atLeast = least >= years ? Truth.TRUE : most < years ? Truth.FALSE : Truth.UNKNOWN;
        Truth more = least > years ? Truth.TRUE : most <= years ? Truth.FALSE : Truth.UNKNOWN;
        return switch (op) {
            case AT_LEAST -> atLeast;
            case LESS -> atLeast.not();
            case MORE -> more;
            case AT_MOST -> more.not();
            case EQUAL, IN -> atLeast.and(more.not());
            case NOT_EQUAL -> atLeast.not().or(more);
            default -> Truth.UNKNOWN;
        };
    }

    private static ValueKind kind(Value value) {
        return switch (value) {
            case Value.Text ignored -> ValueKind.TEXT;
            case Value.Int ignored -> ValueKind.INTEGER;
            case Value.Dec ignored -> ValueKind.DECIMAL;
            case Value.Day ignored -> ValueKind.DATE;
            case Value.PartialDay ignored -> ValueKind.PARTIAL_DATE;
            case Value.Moment ignored -> ValueKind.DATE_TIME;
            case Value.YesNo ignored -> ValueKind.YES_NO;
            case Value.Code ignored -> ValueKind.CODE;
            case Value.Codes ignored -> ValueKind.CODES;
            case Value.Region ignored -> ValueKind.REGION;
            case Value.Ref ignored -> ValueKind.SUBJECT;
            case Value.Place ignored -> ValueKind.PLACE;
            case Value.FileRef ignored -> ValueKind.FILE;
            case Value.Rows ignored -> ValueKind.TABLE;
        };
    }
}
