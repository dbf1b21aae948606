package org.hutong.resource;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.position;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.trueCondition;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

import org.hutong.kernel.Age;
import org.hutong.kernel.Criterion;
import org.hutong.kernel.Criterion.Op;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Literal;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;
import org.hutong.kernel.Truth;
import org.hutong.kernel.Value;
import org.hutong.kernel.ValueKind;
import org.hutong.resource.ElementColumns.Column;
import org.hutong.resource.ElementColumns.Step;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Compiles criteria to SQL. SQL's EXISTS is two-valued, so every criterion becomes a pair, "is true" and "is false"; {@code not} only
 * swaps them and no test that may be null is ever negated. In both a null stands for false. Literals are bind values, always.
 */
final class CriterionSql {
    private static final long MOST_YEARS = 20_000;
    private static final ElementCode DWELLING_REGION = ElementCode.of("dwelling.region");

    /** A criterion in SQL. A row for which neither holds is unknown. */
    record Pair(Condition isTrue, Condition isFalse) {
        static final Pair TRUE = new Pair(trueCondition(), falseCondition());
        static final Pair UNKNOWN = new Pair(falseCondition(), falseCondition());

        Pair not() {
            return new Pair(isFalse, isTrue);
        }

        Pair and(Pair other) {
            return all(List.of(this, other));
        }

        static Pair all(List<Pair> of) {
            return of.isEmpty() ? TRUE
                    : new Pair(DSL.and(of.stream().map(Pair::isTrue).toList()), DSL.or(of.stream().map(Pair::isFalse).toList()));
        }

        static Pair any(List<Pair> of) {
            return all(of.stream().map(Pair::not).toList()).not();
        }
    }

    private final ElementColumns columns;
    private final LocalDate day;
    private int aliases;

    private CriterionSql(ElementColumns columns, LocalDate day) {
        this.columns = columns;
        this.day = day;
    }

    /**
     * Compiles a criterion about persons.
     *
     * @param criterion checked for audiences (by {@code CriterionCheck.ofAudience})
     * @param alias     the name under which the query reads {@code resource.person}
     * @param day       the evaluation day in the business zone
     * @throws IllegalArgumentException when the criterion was not checked: an answer, a pattern, an element that is not stored
     */
    static Pair compile(Criterion criterion, ElementColumns columns, String alias, LocalDate day) {
        return new CriterionSql(columns, day).compile(criterion, Map.of("person", alias));
    }

    /** @param scope the alias of each resource type whose elements may be named here */
    private Pair compile(Criterion criterion, Map<String, String> scope) {
        return switch (criterion) {
            case Criterion.Always() -> Pair.TRUE;
            case Criterion.All(List<Criterion> of) -> Pair.all(of.stream().map(part -> compile(part, scope)).toList());
            case Criterion.Any(List<Criterion> of) -> Pair.any(of.stream().map(part -> compile(part, scope)).toList());
            case Criterion.Not(Criterion of) -> compile(of, scope).not();
            case Criterion.Settled(Truth truth) -> switch (truth) {
                case TRUE -> Pair.TRUE;
                case FALSE -> Pair.TRUE.not();
                case UNKNOWN -> Pair.UNKNOWN;
            };
            case Criterion.OfElement test -> element(test, scope);
            case Criterion.Within(RegionCode region, RegionRelation by) -> within(region, by, scope);
            case Criterion.Linked(String link, Criterion where) -> linked(link, scope, inner -> compile(where, inner));
            case Criterion.OfAnswer ask -> throw new IllegalArgumentException("an answer outside of a form: " + ask.question());
        };
    }

    private Pair within(RegionCode region, RegionRelation by, Map<String, String> scope) {
        return switch (by) {
            case RESIDES_IN -> within(region, number(alias(scope, "person"), "resides_in"));
            case REGISTERED_IN -> within(region, number(alias(scope, "person"), "registered_in"));
            case WORKS_IN -> within(region, number(alias(scope, "person"), "works_in"));
            case OWNS -> linked(by.json(), scope, inner -> within(region, number(alias(inner, "dwelling"),
                    columns.column(DWELLING_REGION).orElseThrow().name())));
        };
    }

    private static Pair within(RegionCode region, Field<Long> held) {
        return new Pair(held.between(region.first(), region.last()), held.lt(region.first()).or(held.gt(region.last())));
    }

    /**
     * True when some linked subject makes it true; false when each makes it false, or there is none. A subject that row-level security
     * hides makes nothing true and nothing false.
     */
    private Pair linked(String link, Map<String, String> scope, Function<Map<String, String>, Pair> where) {
        for (Map.Entry<String, String> from : scope.entrySet()) {
            Optional<Step> step = columns.step(from.getKey(), link);
            if (step.isPresent()) {
                return linked(step.get(), from.getValue(), where);
            }
        }
        throw new IllegalArgumentException("no link " + link + " starts here");
    }

    private Pair linked(Step step, String from, Function<Map<String, String>, Pair> where) {
        String l = "l" + ++aliases;
        String s = "s" + aliases;
        String m = "m" + aliases;
        Pair inner = where.apply(step.type().equals(step.kind()) ? Map.of(step.type(), s) : Map.of(step.type(), s, step.kind(), l));
        var links = table(name("resource", "link")).as(l);
        var subjects = table(name("resource", step.table())).as(s);
        String near = step.inverse() ? "to_" : "from_";
        Condition open = field(name(l, near + "id")).eq(field(name(from, "id")))
                .and(field(name(l, step.inverse() ? "to_home" : "home")).eq(field(name(from, "home"))))
                .and(field(name(l, "kind"), String.class).eq(step.kind()))
                .and(SubjectStore.holds(name(l, "since"), name(l, "until"), day));
        // Who was merged stands for whom he or she was merged into. Merges are few, so they are looked up link by link and the way
        // from a link to its subject stays one step by key, whatever the planner knows about the tables.
        Field<UUID> end = field(name(l, step.inverse() ? "from_id" : "to_id"), UUID.class);
        Field<Object> endHome = field(name(l, step.inverse() ? "home" : "to_home"));
        var merged = DSL.select(field(name(m, "merged_into"), UUID.class)).from(table(name("resource", step.table())).as(m))
                .where(field(name(m, "id")).eq(end)).and(field(name(m, "home")).eq(endHome)).and(field(name(m, "merged_into")).isNotNull());
        Condition far = field(name(s, "id"), UUID.class).eq(DSL.coalesce(field(merged), end)).and(field(name(s, "home")).eq(endHome));
        Condition seenFalse = field(name(s, "id")).isNotNull().and(inner.isFalse());
        return new Pair(exists(selectOne().from(links).join(subjects).on(far).where(open).and(inner.isTrue())),
                notExists(selectOne().from(links).leftJoin(subjects).on(far).where(open).and(condition("({0}) is not true", seenFalse))));
    }

    private Pair element(Criterion.OfElement test, Map<String, String> scope) {
        boolean age = test.element().equals(Age.ELEMENT);
        ElementCode code = age ? Age.BIRTH_DATE : test.element();
        String alias = alias(scope, code.resourceType());
        Column column = columns.column(code).orElseThrow(() -> new IllegalArgumentException("not stored: " + code));
        if (test.op().asksPresence()) {
            Condition known = field(name(alias, column.name())).isNotNull();
            Pair pair = new Pair(known, field(name(alias, column.name())).isNull());
            if (test.fresh()) {
                Condition fresh = columns.fresh(code, alias);
                pair = new Pair(known.and(fresh), known.and(fresh).not());
            }
            return test.op() == Op.KNOWN ? pair : pair.not();
        }
        List<Pair> pairs = new ArrayList<>();
        Op op = test.op() == Op.IN ? Op.EQUAL : test.op();
        for (Literal literal : test.values()) {
            pairs.add(age ? age(number(alias, column.name()), op, literal) : compare(code, column, alias, op, literal));
        }
        Pair pair = Pair.any(pairs);
        if (pairs.isEmpty()) {
            pair = new Pair(falseCondition(), field(name(alias, column.name())).isNotNull());
        }
        if (!test.fresh()) {
            return pair;
        }
        Condition fresh = columns.fresh(code, alias);
        return new Pair(pair.isTrue().and(fresh), pair.isFalse().and(fresh));
    }

    private Pair compare(ElementCode code, Column column, String alias, Op op, Literal literal) {
        ValueKind kind = column.kind().isText() ? ValueKind.TEXT : column.kind();
        if (op == Op.CONTAINS) {
            return contains(column, alias, literal);
        }
        Optional<Value> wanted = literal.as(kind, day);
        if (wanted.isEmpty()) {
            return Pair.UNKNOWN;
        }
        if (column.encrypted()) {
            byte[] index = columns.blindIndex(code, ColumnCodec.plain(wanted.get()));
            return compare(field(name(alias, column.name() + "_bx"), byte[].class), op, index);
        }
        return switch (wanted.get()) {
            case Value.Text(String text) -> compare(field(name(alias, column.name()), String.class), op, text);
            case Value.Code(String text) -> compare(field(name(alias, column.name()), String.class), op, text);
            case Value.PartialDay day -> partial(number(alias, column.name()), op, day.first(), day.last());
            case Value.YesNo(boolean yes) -> compare(field(name(alias, column.name()), Boolean.class), op, yes);
            case Value.Int(long number) -> ordered(number(alias, column.name()), op, number);
            case Value.Region(RegionCode region) -> compare(number(alias, column.name()), op, region.number());
            case Value.Dec dec -> ordered(field(name(alias, column.name()), BigDecimal.class), op, dec.number());
            case Value.Day(LocalDate date) -> ordered(field(name(alias, column.name()), LocalDate.class), op, date);
            case Value.Moment moment -> ordered(field(name(alias, column.name()), OffsetDateTime.class), op,
                    moment.instant().atOffset(ZoneOffset.UTC));
            default -> throw new IllegalArgumentException("not compared in SQL: " + column.kind().json());
        };
    }

    private static <T> Pair compare(Field<T> held, Op op, T wanted) {
        return switch (op) {
            case EQUAL -> new Pair(held.eq(wanted), held.ne(wanted));
            case NOT_EQUAL -> new Pair(held.ne(wanted), held.eq(wanted));
            case LESS, AT_MOST, MORE, AT_LEAST -> Pair.UNKNOWN;
            default -> throw new IllegalArgumentException("not compared in SQL: " + op.json());
        };
    }

    private static <T> Pair ordered(Field<T> held, Op op, T wanted) {
        return switch (op) {
            case LESS -> new Pair(held.lt(wanted), held.ge(wanted));
            case AT_MOST -> new Pair(held.le(wanted), held.gt(wanted));
            case MORE -> new Pair(held.gt(wanted), held.le(wanted));
            case AT_LEAST -> new Pair(held.ge(wanted), held.lt(wanted));
            default -> compare(held, op, wanted);
        };
    }

    private Pair contains(Column column, String alias, Literal literal) {
        boolean codes = column.kind() == ValueKind.CODES;
        if (column.encrypted() || !(codes || column.kind().isText())) {
            return Pair.UNKNOWN;
        }
        return switch (literal.as(codes ? ValueKind.CODE : ValueKind.TEXT, day).orElse(null)) {
            case Value.Code(String code) -> {
                Field<String[]> held = field(name(alias, column.name()), String[].class);
                yield new Pair(val(code).eq(any(held)), condition("{0} <> all ({1})", val(code), held));
            }
            case Value.Text(String text) -> {
                Field<Integer> at = position(field(name(alias, column.name()), String.class), text);
                yield new Pair(at.gt(0), at.eq(0));
            }
            case null, default -> Pair.UNKNOWN;
        };
    }

    private Pair age(Field<Long> birth, Op op, Literal literal) {
        if (!(literal.as(ValueKind.INTEGER, day).orElse(null) instanceof Value.Int(long number))) {
            return Pair.UNKNOWN;
        }
        long years = Math.clamp(number, -MOST_YEARS, MOST_YEARS);
        return byOrder(op, () -> bornBy(birth, Age.latestBirth(day, years)).not(), () -> bornBy(birth, Age.latestBirth(day, years + 1)).not());
    }

    private static Pair partial(Field<Long> held, Op op, LocalDate first, LocalDate last) {
        return byOrder(op, () -> bornBy(held, first.minusDays(1)), () -> bornBy(held, last));
    }

    /** Every comparison from two: less than, and at most. */
    private static Pair byOrder(Op op, Supplier<Pair> less, Supplier<Pair> atMost) {
        return switch (op) {
            case LESS -> less.get();
            case AT_LEAST -> less.get().not();
            case AT_MOST -> atMost.get();
            case MORE -> atMost.get().not();
            case EQUAL -> less.get().not().and(atMost.get());
            case NOT_EQUAL -> less.get().not().and(atMost.get()).not();
            default -> throw new IllegalArgumentException("not compared in SQL: " + op.json());
        };
    }

    /**
     * Whether a partial date, kept as yyyymmdd with zeros for what is unknown, is at most a day. Such numbers sort like the first day
     * that each may be; so of those up to the bound only the year and the month around the bound are open.
     */
    private static Pair bornBy(Field<Long> held, LocalDate bound) {
        if (bound.getYear() < 1) {
            return new Pair(falseCondition(), held.gt(0L));
        }
        if (bound.getYear() > 9999) {
            return new Pair(held.gt(0L), falseCondition());
        }
        long number = bound.getYear() * 10_000L + bound.getMonthValue() * 100L + bound.getDayOfMonth();
        Condition isTrue = held.le(number);
        if (bound.getDayOfMonth() < bound.lengthOfMonth()) {
            isTrue = isTrue.and(held.ne(number - bound.getDayOfMonth()));
        }
        if (bound.getDayOfYear() < bound.lengthOfYear()) {
            isTrue = isTrue.and(held.ne(bound.getYear() * 10_000L));
        }
        return new Pair(isTrue, held.gt(number));
    }

    private static Field<Long> number(String alias, String column) {
        return field(name(alias, column), Long.class);
    }

    private static String alias(Map<String, String> scope, String type) {
        String alias = scope.get(type);
        if (alias == null) {
            throw new IllegalArgumentException("elements of " + type + " cannot be named here");
        }
        return alias;
    }
}
