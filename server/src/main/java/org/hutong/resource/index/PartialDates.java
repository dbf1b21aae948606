package org.hutong.resource.index;

/** Partial dates as small numbers in the order of the first day that each may be; a year alone comes before its January. */
final class PartialDates {
    private static final int DAYS = 32;
    private static final int YEAR = 13 * DAYS;
    private static final int ZERO = 1900;

    private PartialDates() {
    }

    /** @param date yyyymmdd, with zeros for what is not known */
    static long number(int date) {
        return number(date / 10_000, date / 100 % 100, date % 100);
    }

    static long number(int year, int month, int day) {
        return (year - ZERO) * (long) YEAR + month * DAYS + day;
    }
}
