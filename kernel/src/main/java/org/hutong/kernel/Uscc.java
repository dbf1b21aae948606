package org.hutong.kernel;

import java.util.Locale;

/**
 * Unified social credit codes of organisations, GB 32100-2015: 17 characters of an alphabet without I, O, S, V, Z and one check
 * character (modulo 31, weights 3^i).
 */
public final class Uscc {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private Uscc() {
    }

    /**
     * Full-width characters, blanks and lower case are put right.
     *
     * @return {@link Value.Text} with 18 characters, or a fault {@code uscc-shape} or {@code uscc-check}
     */
    public static ValueOrFault read(String typed) {
        String code = HalfWidth.of(typed).replace(" ", "").toUpperCase(Locale.ROOT);
        if (code.length() != 18 || !HalfWidth.isDigits(code, 2, 8) || !code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            return ValueFault.of("uscc-shape");
        }
        return code.charAt(17) == checkCharacter(code) ? new Value.Text(code) : ValueFault.of("uscc-check");
    }

    /** The check character for the first 17 characters. */
    public static char checkCharacter(String first17) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(first17.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return ALPHABET.charAt((31 - sum % 31) % 31);
    }
}
