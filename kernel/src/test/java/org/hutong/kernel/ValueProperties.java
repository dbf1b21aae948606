package org.hutong.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import net.jqwik.api.constraints.IntRange;

import tools.jackson.databind.json.JsonMapper;

/** What holds for every value. */
class ValueProperties {

    @Property
    void whatIsWrittenIsReadBackEqual(@ForAll("values") Tuple2<ValueKind, Value> one) {
        String json = ValueJson.write(one.get2()).toString();
        assertThat(ValueJson.read(one.get1(), JsonMapper.shared().readTree(json))).isEqualTo(one.get2());
    }

    @Property
    void readingIsDoneOnce(@ForAll String typed) {
        for (ValueKind kind : List.of(ValueKind.ID_NUMBER, ValueKind.USCC, ValueKind.PHONE, ValueKind.EMAIL, ValueKind.TEXT, ValueKind.CODE)) {
            if (ValueJson.read(kind, JsonMapper.shared().valueToTree(typed)) instanceof Value value) {
                assertThat(ValueJson.read(kind, ValueJson.write(value))).isEqualTo(value);
            }
        }
    }

    @Property
    void aPhoneIsFoundAgainHoweverItIsWritten(@ForAll @IntRange(min = 3, max = 9) int second, @ForAll @IntRange(max = 999_999_999) int rest,
            @ForAll("separators") String separator, @ForAll("countryCodes") String country) {
        String number = "1" + second + "%09d".formatted(rest);
        String written = country + number.substring(0, 3) + separator + number.substring(3, 7) + separator + number.substring(7);
        assertThat(Phone.read(written)).isEqualTo(new Value.Text(number));
    }

    @Property
    void oneWrongDigitOfAnIdNumberIsFound(@ForAll("idNumbers") String number, @ForAll @IntRange(max = 16) int at, @ForAll @IntRange(min = 1, max = 9) int by) {
        char wrong = (char) ('0' + (number.charAt(at) - '0' + by) % 10);
        assertThat(IdNumber.read(number.substring(0, at) + wrong + number.substring(at + 1))).isInstanceOf(ValueFault.class);
    }

    @Property
    void twoSwappedDigitsOfAnIdNumberAreFound(@ForAll("idNumbers") String number, @ForAll @IntRange(max = 15) int at) {
        char a = number.charAt(at);
        char b = number.charAt(at + 1);
        if (a != b) {
            assertThat(IdNumber.read(number.substring(0, at) + b + a + number.substring(at + 2))).isInstanceOf(ValueFault.class);
        }
    }

    @Property
    void anIdNumberSaysWhenAndAsWhatOneWasBorn(@ForAll("idNumbers") String number) {
        assertThat(IdNumber.read(number)).isEqualTo(new Value.Text(number));
        assertThat(IdNumber.birthDate(number).toString().replace("-", "")).isEqualTo(number.substring(6, 14));
        assertThat(IdNumber.sex(number)).isEqualTo(number.charAt(16) % 2 == 1 ? "1" : "2");
    }

    @Property
    void aPartialDateIsItsNumber(@ForAll("partialDays") Value.PartialDay day) {
        assertThat(Value.PartialDay.of(day.number())).isEqualTo(day);
        assertThat(day.first()).isBeforeOrEqualTo(day.last());
        assertThat(day.complete()).isEqualTo(day.first().equals(day.last()) || day.day() != 0);
    }

    @Property
    void ageIsABoundOnTheBirthDate(@ForAll("days") LocalDate day, @ForAll("days") LocalDate birth, @ForAll @IntRange(min = -150, max = 150) int years) {
        assertThat(Age.on(day, birth) >= years).isEqualTo(!birth.isAfter(Age.latestBirth(day, years)));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        Arbitrary<LocalDate> any = Arbitraries.longs().between(LocalDate.of(1880, 1, 1).toEpochDay(), LocalDate.of(2100, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
        Arbitrary<LocalDate> aroundFebruary = Arbitraries.integers().between(1880, 2100)
                .flatMap(year -> Arbitraries.of(LocalDate.of(year, 2, 28), YearMonth.of(year, 2).atEndOfMonth(), LocalDate.of(year, 3, 1)));
        return Arbitraries.oneOf(any, aroundFebruary);
    }

    @Provide
    Arbitrary<Value.PartialDay> partialDays() {
        return Combinators.combine(days(), Arbitraries.of(0, 1, 2)).as((day, known) ->
                new Value.PartialDay(day.getYear(), known > 0 ? day.getMonthValue() : 0, known > 1 ? day.getDayOfMonth() : 0));
    }

    @Provide
    Arbitrary<String> idNumbers() {
        return Combinators.combine(Arbitraries.integers().between(100_000, 999_999), days(), Arbitraries.integers().between(0, 999)).as((place, birth, order) -> {
            String first = place + birth.toString().replace("-", "") + "%03d".formatted(order);
            return first + IdNumber.checkCharacter(first);
        });
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of("", " ", "-", "－", "　", ".", "\u00a0", "·");
    }

    @Provide
    Arbitrary<String> countryCodes() {
        return Arbitraries.of("", "+86", "+86 ", "0086", "86 ", "＋８６-", "(+86)");
    }

    @Provide
    Arbitrary<Tuple2<ValueKind, Value>> values() {
        Arbitrary<String> texts = Arbitraries.strings().withCharRange(' ', '~').withCharRange('一', '龥').ofMaxLength(30);
        Arbitrary<UUID> uuids = Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
        return Arbitraries.oneOf(
                of(ValueKind.TEXT, texts.map(Value.Text::new)),
                of(ValueKind.INTEGER, Arbitraries.longs().between(-Value.Int.LIMIT, Value.Int.LIMIT).map(Value.Int::new)),
                of(ValueKind.DECIMAL, Arbitraries.bigDecimals().between(new BigDecimal("-999999999999999"), new BigDecimal("999999999999999")).ofScale(6)
                        .map(Value.Dec::new)),
                of(ValueKind.DATE, days().map(Value.Day::new)),
                of(ValueKind.PARTIAL_DATE, partialDays()),
                of(ValueKind.DATE_TIME, Arbitraries.longs().between(-62_135_596_800_000L, 253_402_300_799_999L).map(Instant::ofEpochMilli).map(Value.Moment::new)),
                of(ValueKind.YES_NO, Arbitraries.of(true, false).map(Value.YesNo::new)),
                of(ValueKind.CODE, texts.filter(text -> !text.isBlank()).map(Value.Code::new)),
                of(ValueKind.CODES, texts.filter(text -> !text.isBlank()).list().ofMaxSize(9).map(Value.Codes::new)),
                of(ValueKind.REGION, Arbitraries.longs().between(100_000_000_000_000L, 999_999_999_999_999L).map(RegionCode::new).map(Value.Region::new)),
                of(ValueKind.SUBJECT, Combinators.combine(Arbitraries.integers().between(100_000, 999_999), uuids).as((home, id) ->
                        new Value.Ref(new SubjectId(home, id)))),
                of(ValueKind.PLACE, Combinators.combine(Arbitraries.doubles().between(-180, 180), Arbitraries.doubles().between(-90, 90)).as(Value.Place::new)),
                of(ValueKind.FILE, uuids.map(Value.FileRef::new)));
    }

    private static Arbitrary<Tuple2<ValueKind, Value>> of(ValueKind kind, Arbitrary<? extends Value> values) {
        return values.map(value -> Tuple.of(kind, value));
    }
}
