package org.hutong.kernel;

import java.time.LocalDate;

/**
 * Age in whole years, which is never stored: it follows from the birth date and the day. A year of age is reached on the birthday;
 * who was born on 29 February reaches it on 1 March of a common year.
 */
public final class Age {
    /** The derived element that criteria name. */
    public static final ElementCode ELEMENT = ElementCode.of("person.age");
    /** What it is derived from. */
    public static final ElementCode BIRTH_DATE = ElementCode.of("person.birthDate");

    private Age() {
    }

    /** Whole years from birth to the day; negative before birth. */
    public static int on(LocalDate day, LocalDate birth) {
        boolean notYet = day.getMonthValue() * 100 + day.getDayOfMonth() < birth.getMonthValue() * 100 + birth.getDayOfMonth();
        return day.getYear() - birth.getYear() - (notYet ? 1 : 0);
    }

    /**
     * The last day on which somebody of at least this age on the day was born: {@code age >= years} is {@code birth <= bound}. May
     * lie outside of the years 1 to 9999.
     */
    public static LocalDate latestBirth(LocalDate day, long years) {
        return day.minusYears(years);
    }
}
