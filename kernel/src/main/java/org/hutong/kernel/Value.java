package org.hutong.kernel;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/**
 * One value of a data element or one answer. Not answered is the absence of a value: {@code 0}, {@code ""}, {@code false} and an
 * empty list are answers. Every value has one form, so that {@code equals} is sameness.
 */
public sealed interface Value extends ValueOrFault {

    /** A text; also ID numbers, USCC, phones and e-mail addresses, in their normal form. */
    record Text(String text) implements Value {
    }

    /** A whole number within ±9,007,199,254,740,991, which every browser holds exactly. */
    record Int(long number) implements Value {
        public static final long LIMIT = 9_007_199_254_740_991L;

        public Int {
            if (number > LIMIT || number < -LIMIT) {
                throw new IllegalArgumentException("beyond the whole numbers that browsers hold");
            }
        }
    }

    /** A decimal number, exact, without trailing zeros; the unit belongs to the element. */
    record Dec(BigDecimal number) implements Value {
        public Dec {
            number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
            if (number.scale() < 0) {
                number = number.setScale(0);
            }
        }
    }

    /** A day of the calendar. */
    record Day(LocalDate day) implements Value {
    }

    /**
     * A day of which the month or the day of the month may be unknown, as old people's births are in the registers.
     *
     * @param year  1 to 9999
     * @param month 1 to 12, or 0 for unknown
     * @param day   1 to the length of the month, or 0 for unknown; 0 when the month is
     */
    record PartialDay(int year, int month, int day) implements Value {
        public PartialDay {
            if (year < 1 || year > 9999 || month < 0 || month > 12 || (month == 0 && day != 0)) {
                throw new DateTimeException("not a partial date");
            }
            if (day != 0) {
                LocalDate.of(year, month, day);
            }
        }

        public static PartialDay of(LocalDate day) {
            return new PartialDay(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        }

        /** The first day that it may be. */
        public LocalDate first() {
            return LocalDate.of(year, Math.max(month, 1), Math.max(day, 1));
        }

        /** The last day that it may be. */
        public LocalDate last() {
            if (month == 0) {
                return LocalDate.of(year, 12, 31);
            }
            return day == 0 ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, day);
        }

        public boolean complete() {
            return day != 0;
        }

        /** {@code yyyymmdd} with zeros for what is unknown, as columns of partial dates hold it: 19460000, 19460300, 19460312. */
        public int number() {
            return year * 10_000 + month * 100 + day;
        }

        /** The inverse of {@link #number}. @throws DateTimeException when the number is not a partial date */
        public static PartialDay of(int number) {
            return new PartialDay(number / 10_000, number / 100 % 100, number % 100);
        }

        /** {@code 1946}, {@code 1946-03} or {@code 1946-03-12}. */
        @Override
        public String toString() {
            if (month == 0) {
                return "%04d".formatted(year);
            }
            return day == 0 ? "%04d-%02d".formatted(year, month) : "%04d-%02d-%02d".formatted(year, month, day);
        }
    }

    /** A point in time, to the millisecond. */
    record Moment(Instant instant) implements Value {
        public Moment {
            instant = instant.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    /** Yes or no. */
    record YesNo(boolean yes) implements Value {
    }

    /** One code of a code list. */
    record Code(String code) implements Value {
    }

    /** Some codes of a code list, as a set: sorted, each once. None is an answer too. */
    record Codes(List<String> codes) implements Value {
        public Codes {
            codes = List.copyOf(new TreeSet<>(codes));
        }
    }

    /** A region of the tree. */
    record Region(RegionCode code) implements Value {
    }

    /** A reference to a subject. */
    record Ref(SubjectId subject) implements Value {
    }

    /** A point on earth in degrees, WGS 84: longitude −180 to 180, latitude −90 to 90. */
    record Place(double lon, double lat) implements Value {
        public Place {
            if (!(lon >= -180 && lon <= 180 && lat >= -90 && lat <= 90)) {
                throw new IllegalArgumentException("not on earth");
            }
            lon = lon + 0.0;
            lat = lat + 0.0;
        }
    }

    /** A stored file, by its id. */
    record FileRef(UUID file) implements Value {
    }

    /** Repeated rows, in the order given. */
    record Rows(List<Row> rows) implements Value {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /** One row of {@link Rows}: an id that stays, and the answered cells by column. */
    record Row(String id, Map<String, Value> cells) {
        public Row {
            cells = Map.copyOf(cells);
        }
    }
}
