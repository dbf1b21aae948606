package org.hutong.resource.index;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

/**
 * Criteria about persons as masks over a {@link PeopleIndex}; what they mean is said by {@code Criteria}, and as in SQL a criterion is a pair, "is
 * true" and "is false". What it cannot say is left to SQL: links, texts, and equality of encrypted values.
 */
public final class CriterionMasks {
    private static final long MOST_YEARS = 20_000;

    private final Elements elements;
    private final LocalDate day;

    /** @param day the evaluation day in the business zone */
    public CriterionMasks(Elements elements, LocalDate day) {
        this.elements = elements;
        this.day = day;
    }

    /** What is known of the elements of a person. */
    public interface Elements {

        /** Empty for an element that is not stored. */
        Optional<Stored> stored(ElementCode element);

        /**
         * The first second at which a value of the element may have been stated and be valid still; empty for one whose values do not expire.
         */
        Optional<Instant> validFrom(ElementCode element);
    }

    /** Where an element is stored. */
    public record Stored(String column, ValueKind kind, boolean encrypted) {
    }

    /** The columns that a criterion asks for; empty when it asks for something that is not counted here. */
    public Optional<Set<IndexColumn>> needs(Criterion criterion) {
        Set<IndexColumn> columns = new LinkedHashSet<>();
        return needs(criterion, columns) ? Optional.of(columns) : Optional.empty();
    }

    private boolean needs(Criterion criterion, Set<IndexColumn> columns) {
        return switch (criterion) {
            case Criterion.Always(), Criterion.Settled _ -> true;
            case Criterion.All(List<Criterion> of) -> of.stream().allMatch(part -> needs(part, columns));
            case Criterion.Any(List<Criterion> of) -> of.stream().allMatch(part -> needs(part, columns));
            case Criterion.Not(Criterion of) -> needs(of, columns);
            case Criterion.Within(RegionCode _, RegionRelation by) when by == RegionRelation.OWNS -> false;
            case Criterion.Within(RegionCode _, RegionRelation by) -> {
                columns.add(relation(by));
                yield true;
            }
            case Criterion.OfElement test -> needs(test, columns);
            case Criterion.Linked _, Criterion.OfAnswer _ -> false;
        };
    }

    private boolean needs(Criterion.OfElement test, Set<IndexColumn> columns) {
        Optional<IndexColumn> column = column(test);
        column.ifPresent(columns::add);
        if (test.fresh() && column.isPresent() && elements.validFrom(code(test)).isPresent()) {
            columns.add(stated(test));
        }
        return column.isPresent();
    }

    private static ElementCode code(Criterion.OfElement test) {
        return test.element().equals(Age.ELEMENT) ? Age.BIRTH_DATE : test.element();
    }

    private IndexColumn stated(Criterion.OfElement test) {
        return new IndexColumn("stated_at", IndexColumn.Form.TIME, code(test));
    }

    private static IndexColumn relation(RegionRelation by) {
        return switch (by) {
            case RESIDES_IN -> IndexColumn.RESIDES_IN;
            case REGISTERED_IN -> new IndexColumn("registered_in", IndexColumn.Form.REGION);
            case WORKS_IN -> new IndexColumn("works_in", IndexColumn.Form.REGION);
            case OWNS -> throw new IllegalArgumentException("a person may own dwellings in several regions");
        };
    }

    /** The column that a test is about; empty when it cannot be kept in a form that answers the test. */
    private Optional<IndexColumn> column(Criterion.OfElement test) {
        return elements.stored(code(test)).filter(_ -> code(test).resourceType().equals("person")).flatMap(stored -> {
            Optional<IndexColumn.Form> form = stored.encrypted() ? Optional.empty() : form(stored.kind());
            if (test.op().asksPresence()) {
                form = form.or(() -> Optional.of(IndexColumn.Form.PRESENCE));
            }
            return form.map(kind -> new IndexColumn(stored.column(), kind));
        });
    }

    private static Optional<IndexColumn.Form> form(ValueKind kind) {
        return Optional.ofNullable(switch (kind) {
            case INTEGER -> IndexColumn.Form.INTEGER;
            case DECIMAL -> IndexColumn.Form.DECIMAL;
            case DATE -> IndexColumn.Form.DATE;
            case PARTIAL_DATE -> IndexColumn.Form.PARTIAL_DATE;
            case YES_NO -> IndexColumn.Form.YES_NO;
            case CODE -> IndexColumn.Form.CODE;
            case CODES -> IndexColumn.Form.CODES;
            case REGION -> IndexColumn.Form.REGION;
            default -> null;
        });
    }

    /** @throws IllegalArgumentException when {@link #needs} says that it cannot be counted here */
    Mask compile(Criterion criterion, PeopleIndex.Held held) {
        return switch (criterion) {
            case Criterion.Always() -> Mask.constant(true, false);
            case Criterion.Settled(Truth truth) -> Mask.constant(truth == Truth.TRUE, truth == Truth.FALSE);
            case Criterion.All(List<Criterion> of) -> Mask.all(of.stream().map(part -> compile(part, held)).toList());
            case Criterion.Any(List<Criterion> of) -> Mask.any(of.stream().map(part -> compile(part, held)).toList());
            case Criterion.Not(Criterion of) -> compile(of, held).not();
            case Criterion.Within(RegionCode region, RegionRelation by) -> held.between(relation(by), region.first(), region.last());
            case Criterion.OfElement test -> element(test, held);
            case Criterion.Linked _, Criterion.OfAnswer _ -> throw new IllegalArgumentException("not counted in memory: " + criterion);
        };
    }

    private Mask element(Criterion.OfElement test, PeopleIndex.Held held) {
        IndexColumn column = column(test).orElseThrow(() -> new IllegalArgumentException("not kept in memory: " + test.element()));
        BitSlices slices = held.slices(column);
        Optional<Mask> fresh = test.fresh() ? Optional.of(fresh(test, held, slices)) : Optional.empty();
        if (test.op().asksPresence()) {
            Mask known = fresh.orElseGet(() -> Mask.present(slices));
            return test.op() == Op.KNOWN ? known : known.not();
        }
        Op op = test.op() == Op.IN ? Op.EQUAL : test.op();
        boolean age = test.element().equals(Age.ELEMENT);
        List<Mask> masks = new ArrayList<>();
        for (Literal literal : test.values()) {
            masks.add(age ? age(slices, op, literal) : compare(column, elements.stored(test.element()).orElseThrow().kind(), op, literal, held));
        }
        Mask mask = masks.isEmpty() ? Mask.never(slices) : Mask.any(masks);
        return fresh.map(still -> Mask.split(mask.and(still), mask.not().and(still))).orElse(mask);
    }

    /** Two-valued: whether there is a value within its period of validity. */
    private Mask fresh(Criterion.OfElement test, PeopleIndex.Held held, BitSlices slices) {
        Mask known = Mask.present(slices);
        return elements.validFrom(code(test)).map(from -> {
            BitSlices stated = held.slices(stated(test));
            Mask valid = Mask.atMost(stated, from.getEpochSecond() - 1).not();
            return known.and(Mask.split(valid, Mask.any(List.of(valid.not(), Mask.present(stated).not()))));
        }).orElse(known);
    }

    private Mask compare(IndexColumn column, ValueKind kind, Op op, Literal literal, PeopleIndex.Held held) {
        BitSlices slices = held.slices(column);
        if (op == Op.CONTAINS) {
            return kind == ValueKind.CODES && literal.as(ValueKind.CODE, day).orElse(null) instanceof Value.Code(String code)
                    ? contains(column, code, held) : Mask.constant(false, false);
        }
        return switch (literal.as(kind, day).orElse(null)) {
            case Value.Code(String code) -> same(op, code(column, code, held));
            case Value.Region(RegionCode region) -> same(op, held.place(region.number()) < 0 ? Mask.never(slices)
                    : Mask.equal(slices, held.place(region.number())));
            case Value.YesNo(boolean yes) -> same(op, Mask.equal(slices, yes ? 1 : 0));
            case Value.Int(long number) -> ordered(slices, op, number, number);
            case Value.Day(LocalDate date) -> ordered(slices, op, date.toEpochDay(), date.toEpochDay());
            case Value.Dec dec -> decimal(slices, op, dec.number());
            case Value.PartialDay partial -> partial(slices, op, partial.first(), partial.last());
            case null, default -> Mask.constant(false, false);
        };
    }

    private static Mask code(IndexColumn column, String code, PeopleIndex.Held held) {
        Integer place = held.code(column, code);
        return place == null ? Mask.never(held.slices(column)) : Mask.equal(held.slices(column), place);
    }

    private static Mask contains(IndexColumn column, String code, PeopleIndex.Held held) {
        Mask known = Mask.present(held.slices(column));
        Integer place = held.code(column, code);
        if (place == null) {
            return Mask.never(held.slices(column));
        }
        Mask in = Mask.present(held.contains(column, place));
        return Mask.split(in, known.and(in.not()));
    }

    /** Of kinds without an order. */
    private static Mask same(Op op, Mask equal) {
        return switch (op) {
            case EQUAL -> equal;
            case NOT_EQUAL -> equal.not();
            default -> Mask.constant(false, false);
        };
    }

    private static Mask decimal(BitSlices slices, Op op, BigDecimal wanted) {
        long floor = Decimals.floor(wanted);
        return ordered(slices, op, Decimals.exact(wanted).isPresent() ? floor : floor + 1, floor);
    }

    /**
     * @param least  the smallest number that is not below what is compared with
     * @param atMost the largest that is not above it; below {@code least} when none equals it
     */
    private static Mask ordered(BitSlices slices, Op op, long least, long atMost) {
        return switch (op) {
            case LESS -> Mask.atMost(slices, least - 1);
            case AT_LEAST -> Mask.atMost(slices, least - 1).not();
            case AT_MOST -> Mask.atMost(slices, atMost);
            case MORE -> Mask.atMost(slices, atMost).not();
            case EQUAL -> least == atMost ? Mask.equal(slices, least) : Mask.never(slices);
            case NOT_EQUAL -> least == atMost ? Mask.equal(slices, least).not() : Mask.never(slices).not();
            default -> throw new IllegalArgumentException("not compared: " + op.json());
        };
    }

    private Mask age(BitSlices birth, Op op, Literal literal) {
        if (!(literal.as(ValueKind.INTEGER, day).orElse(null) instanceof Value.Int(long number))) {
            return Mask.constant(false, false);
        }
        long years = Math.clamp(number, -MOST_YEARS, MOST_YEARS);
        return byOrder(op, () -> bornBy(birth, Age.latestBirth(day, years)).not(), () -> bornBy(birth, Age.latestBirth(day, years + 1)).not());
    }

    private static Mask partial(BitSlices slices, Op op, LocalDate first, LocalDate last) {
        return byOrder(op, () -> bornBy(slices, first.minusDays(1)), () -> bornBy(slices, last));
    }

    /** Every comparison from two: less than, and at most. */
    private static Mask byOrder(Op op, Supplier<Mask> less, Supplier<Mask> atMost) {
        return switch (op) {
            case LESS -> less.get();
            case AT_LEAST -> less.get().not();
            case AT_MOST -> atMost.get();
            case MORE -> atMost.get().not();
            case EQUAL -> less.get().not().and(atMost.get());
            case NOT_EQUAL -> less.get().not().and(atMost.get()).not();
            default -> throw new IllegalArgumentException("not compared: " + op.json());
        };
    }

    /**
     * Whether a partial date is at most a day. Their numbers are in the order of the first day that each may be; so of those up to the bound only the
     * year and the month around the bound are open.
     */
    private static Mask bornBy(BitSlices slices, LocalDate bound) {
        if (bound.getYear() < 1) {
            return Mask.never(slices);
        }
        if (bound.getYear() > 9999) {
            return Mask.never(slices).not();
        }
        Mask upTo = Mask.atMost(slices, PartialDates.number(bound.getYear(), bound.getMonthValue(), bound.getDayOfMonth()));
        List<Mask> sure = new ArrayList<>(List.of(upTo));
        if (bound.getDayOfMonth() < bound.lengthOfMonth()) {
            sure.add(Mask.equal(slices, PartialDates.number(bound.getYear(), bound.getMonthValue(), 0)).not());
        }
        if (bound.getDayOfYear() < bound.lengthOfYear()) {
            sure.add(Mask.equal(slices, PartialDates.number(bound.getYear(), 0, 0)).not());
        }
        return Mask.split(Mask.all(sure), upTo.not());
    }
}
