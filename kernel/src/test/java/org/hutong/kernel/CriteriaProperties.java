package org.hutong.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.hutong.kernel.Criterion.Op;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every criterion. */
class CriteriaProperties {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Property
    void notOfAllIsAnyOfNot(@ForAll List<Truth> truths) {
        Criterion all = new Criterion.All(settled(truths));
        Criterion any = new Criterion.Any(settled(truths.stream().map(Truth::not).toList()));
        assertThat(truth(new Criterion.Not(all), nobody())).isEqualTo(truth(any, nobody()));
    }

    @Property
    void orderOfPartsDoesNotMatter(@ForAll List<Truth> truths) {
        assertThat(truth(new Criterion.All(settled(truths.reversed())), nobody())).isEqualTo(truth(new Criterion.All(settled(truths)), nobody()));
        assertThat(truth(new Criterion.Any(settled(truths.reversed())), nobody())).isEqualTo(truth(new Criterion.Any(settled(truths)), nobody()));
    }

    /** The definition: true when every day that it may be fulfils the test, false when none does. */
    @Property
    void aPartialDateComparesAsEveryDayItMayBe(@ForAll("partialDays") Value.PartialDay held, @ForAll("partialDays") Value.PartialDay wanted, @ForAll("orders") Op op) {
        assertThat(truth(new Criterion.OfElement(Age.BIRTH_DATE, op, List.of(new Literal.Words(wanted.toString())), false), born(held)))
                .isEqualTo(overDays(held, day -> switch (op) {
                    case EQUAL -> !day.isBefore(wanted.first()) && !day.isAfter(wanted.last());
                    case NOT_EQUAL -> day.isBefore(wanted.first()) || day.isAfter(wanted.last());
                    case LESS -> day.isBefore(wanted.first());
                    case AT_MOST -> !day.isAfter(wanted.last());
                    case MORE -> day.isAfter(wanted.last());
                    default -> !day.isBefore(wanted.first());
                }));
    }

    @Property
    void anAgeComparesAsOnEveryDayOfBirthItMayBe(@ForAll("partialDays") Value.PartialDay held, @ForAll @IntRange(min = 76, max = 84) int years, @ForAll("orders") Op op) {
        assertThat(truth(Criterion.element("person.age", op, years), born(held))).isEqualTo(overDays(held, day -> {
            int age = Age.on(DAY, day);
            return switch (op) {
                case EQUAL -> age == years;
                case NOT_EQUAL -> age != years;
                case LESS -> age < years;
                case AT_MOST -> age <= years;
                case MORE -> age > years;
                default -> age >= years;
            };
        }));
    }

    @Property
    void settlingBeforeOrAfterTheAnswersIsTheSame(@ForAll("criteria") Criterion criterion, @ForAll("answers") Optional<Boolean> answer,
            @ForAll("answers") Optional<Boolean> fact) {
        Facts facts = new Facts() {
            @Override
            public Optional<FactValue> value(ElementCode element) {
                return fact.map(Value.YesNo::new).map(FactValue::of);
            }

            @Override
            public Optional<RegionCode> region(RegionRelation relation) {
                return Optional.empty();
            }

            @Override
            public List<Facts> linked(String link, LocalDate day) {
                return List.of();
            }

            @Override
            public Optional<Value> answer(String question) {
                return answer.map(Value.YesNo::new);
            }
        };
        assertThat(truth(Criteria.settle(criterion, facts, DAY), facts)).isEqualTo(truth(criterion, facts));
        assertThat(Criteria.asksFacts(Criteria.settle(criterion, facts, DAY))).isFalse();
    }

    @Property
    void whatIsWrittenIsReadBackEqual(@ForAll("criteria") Criterion criterion) {
        assertThat(CriterionJson.read(CriterionJson.write(criterion))).isEqualTo(criterion);
    }

    @Provide
    Arbitrary<Criterion> criteria() {
        Arbitrary<Criterion> leaves = Arbitraries.of(new Criterion.Always(), Criterion.element("person.dibao", Op.EQUAL, true),
                Criterion.element("person.dibao", Op.UNKNOWN), new Criterion.OfAnswer("q", Op.EQUAL, List.of(new Literal.Truthful(true))),
                new Criterion.OfAnswer("q", Op.KNOWN, List.of()), Criterion.within(RegionCode.of("320613000000"), RegionRelation.RESIDES_IN),
                Criterion.linked("owns", new Criterion.Always()));
        return Arbitraries.recursive(() -> leaves, inner -> Arbitraries.oneOf(
                inner.list().ofMaxSize(3).map(Criterion.All::new), inner.list().ofMaxSize(3).map(Criterion.Any::new), inner.map(Criterion.Not::new)), 0, 4);
    }

    @Provide
    Arbitrary<Optional<Boolean>> answers() {
        return Arbitraries.of(Optional.empty(), Optional.of(true), Optional.of(false));
    }

    @Provide
    Arbitrary<Op> orders() {
        return Arbitraries.of(Op.EQUAL, Op.NOT_EQUAL, Op.LESS, Op.AT_MOST, Op.MORE, Op.AT_LEAST);
    }

    @Provide
    Arbitrary<Value.PartialDay> partialDays() {
        Arbitrary<LocalDate> days = Arbitraries.longs().between(LocalDate.of(1944, 1, 1).toEpochDay(), LocalDate.of(1949, 12, 31).toEpochDay()).map(LocalDate::ofEpochDay);
        return Combinators.combine(days, Arbitraries.of(0, 1, 2)).as((day, known) ->
                new Value.PartialDay(day.getYear(), known > 0 ? day.getMonthValue() : 0, known > 1 ? day.getDayOfMonth() : 0));
    }

    private static Truth overDays(Value.PartialDay held, java.util.function.Predicate<LocalDate> test) {
        List<Boolean> results = held.first().datesUntil(held.last().plusDays(1)).map(test::test).distinct().toList();
        return results.size() == 2 ? Truth.UNKNOWN : Truth.of(results.getFirst());
    }

    private static List<Criterion> settled(List<Truth> truths) {
        return truths.stream().<Criterion>map(Criterion.Settled::new).toList();
    }

    private static Truth truth(Criterion criterion, Facts facts) {
        return Criteria.evaluate(criterion, facts, DAY);
    }

    private static Facts nobody() {
        return born(null);
    }

    private static Facts born(Value.PartialDay birth) {
        return new Facts() {
            @Override
            public Optional<FactValue> value(ElementCode element) {
                return Optional.ofNullable(birth).map(FactValue::of);
            }

            @Override
            public Optional<RegionCode> region(RegionRelation relation) {
                return Optional.empty();
            }

            @Override
            public List<Facts> linked(String link, LocalDate day) {
                return List.of();
            }
        };
    }
}
