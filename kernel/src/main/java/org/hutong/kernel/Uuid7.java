package org.hutong.kernel;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes UUIDs of version 7 (RFC 9562): 48 bits of milliseconds, then random bits. Not in commit order: never poll on them. */
public final class Uuid7 {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Uuid7() {
    }

    public static UUID next() {
        return at(System.currentTimeMillis(), RANDOM.nextLong(), RANDOM.nextLong());
    }

    /** For seeded data: the same inputs give the same UUID. */
    public static UUID at(long epochMilli, long random1, long random2) {
        long high = (epochMilli << 16) | 0x7000L | (random1 & 0x0FFFL);
        long low = 0x8000000000000000L | (random2 & 0x3FFFFFFFFFFFFFFFL);
        return new UUID(high, low);
    }
}
