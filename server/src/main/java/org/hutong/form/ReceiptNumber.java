package org.hutong.form;

import java.security.SecureRandom;

/** Short numbers that people can read to each other over the telephone: no letter that looks or sounds like another. */
final class ReceiptNumber {
    private static final String SIGNS = "23456789ACDEFHJKMNPQRTUVWXY";
    private static final SecureRandom RANDOM = new SecureRandom();

    private ReceiptNumber() {
    }

    /** Ten signs in two halves, for example {@code 7KD4R-2QX9M}. */
    static String next() {
        StringBuilder number = new StringBuilder(11);
        for (int i = 0; i < 10; i++) {
            if (i == 5) {
                number.append('-');
            }
            number.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return number.toString();
    }
}
