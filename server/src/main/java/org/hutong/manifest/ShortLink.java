package org.hutong.manifest;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The code in an application's short link: the last 48 bits of its id, which are random (RFC 9562, version 7), as ten letters of Crockford's
 * base 32. It can be read out over the telephone: no I, L, O or U, and capitals do not matter.
 */
public final class ShortLink {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LETTERS = 10;
    private static final int BITS = 5;
    private static final long TAIL = (1L << 48) - 1;

    private ShortLink() {
    }

    /** Ten letters. */
    public static String of(UUID application) {
        long tail = application.getLeastSignificantBits() & TAIL;
        StringBuilder code = new StringBuilder(LETTERS);
        for (int shift = (LETTERS - 1) * BITS; shift >= 0; shift -= BITS) {
            code.append(ALPHABET.charAt((int) (tail >>> shift) & 31));
        }
        return code.toString();
    }

    /** The last twelve hexadecimal digits of the id; empty for what is no code. Letters that are easily mistaken are read as what they look like. */
    static Optional<String> tail(String code) {
        String read = code.toLowerCase(Locale.ROOT).replace('o', '0').replace('i', '1').replace('l', '1');
        if (read.length() != LETTERS) {
            return Optional.empty();
        }
        long tail = 0;
        for (char letter : read.toCharArray()) {
            int value = ALPHABET.indexOf(letter);
            if (value < 0) {
                return Optional.empty();
            }
            tail = tail << BITS | value;
        }
        return tail > TAIL ? Optional.empty() : Optional.of(String.format(Locale.ROOT, "%012x", tail));
    }
}
