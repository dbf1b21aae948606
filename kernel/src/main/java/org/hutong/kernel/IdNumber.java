package org.hutong.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Citizen identity numbers, GB 11643-1999: six digits of the place of first registration, eight of the birth date, three of the
 * sequence (odd for men), one check character (ISO 7064, MOD 11-2).
 *
 * <p>Today's address never follows from the first six digits, so nothing here offers them.
 */
public final class IdNumber {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK = "10X98765432";

    private IdNumber() {
    }

    /**
     * Full-width characters, blanks and a lower-case x are put right; the number must then pass its check.
     *
     * @return {@link Value.Text} with 18 characters, or a fault: {@code id-number-15} for the number of the first generation, which
     *         was taken out of use on 1 January 2013, {@code id-number-shape}, {@code id-number-birth}, {@code id-number-check}
     */
    public static ValueOrFault read(String typed) {
        String number = HalfWidth.of(typed).replace(" ", "").toUpperCase(Locale.ROOT);
        if (number.length() == 15 && HalfWidth.isDigits(number, 0, 15)) {
            return ValueFault.of("id-number-15");
        }
        if (number.length() != 18 || !HalfWidth.isDigits(number, 0, 17) || !(HalfWidth.isDigits(number, 17, 18) || number.charAt(17) == 'X')
                || number.charAt(0) == '0') {
            return ValueFault.of("id-number-shape");
        }
        if (birth(number) == null) {
            return ValueFault.of("id-number-birth");
        }
        if (number.charAt(17) != checkCharacter(number)) {
            return ValueFault.of("id-number-check");
        }
        return new Value.Text(number);
    }

    /** The check character for the first 17 digits. */
    public static char checkCharacter(String first17) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (first17.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECK.charAt(sum % 11);
    }

    /** The birth date in a number that {@link #read} gave. */
    public static LocalDate birthDate(String number) {
        return birth(number);
    }

    /** The sex in a number that {@link #read} gave, as a code of GB/T 2261.1: {@code 1} male, {@code 2} female. */
    public static String sex(String number) {
        return (number.charAt(16) - '0') % 2 == 1 ? "1" : "2";
    }

    private static LocalDate birth(String number) {
        try {
            int year = Integer.parseInt(number.substring(6, 10));
            if (year < 1800) {
                return null;
            }
            return LocalDate.of(year, Integer.parseInt(number.substring(10, 12)), Integer.parseInt(number.substring(12, 14)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
