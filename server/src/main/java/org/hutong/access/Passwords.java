package org.hutong.access;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with the parameters of OWASP's password storage sheet (19 MiB, two passes), a few at a time: a crowd at the sign-in must not
 * take the memory and cores that everybody else works with.
 */
@Component
class Passwords {
    static final int SHORTEST = 10;
    private static final String LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789";
    /** Of random bytes that nobody knows: what an unknown login is compared with. Made once, since making it takes a start its time. */
    private static final String NOBODYS =
            "$argon2id$v=19$m=19456,t=2,p=1$OauBwd8eg/vrmz99CBfNsg$MwUJzzAiVP8tJ+MKwfhAUNDnhAwboa1B0stcq4wBMUM";
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final Semaphore atOnce;

    Passwords(AccessSettings settings) {
        this.atOnce = new Semaphore(settings.argon2AtOnce(), true);
    }

    /** A password to be used once and changed: 16 letters and digits that are not taken for each other, in groups of four. */
    static String oneTime() {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            made.append(i > 0 && i % 4 == 0 ? "-" : "").append(LEGIBLE.charAt(RANDOM.nextInt(LEGIBLE.length())));
        }
        return made.toString();
    }

    /** Whether a password is guessed by whoever knows the login. */
    static boolean easy(String login, String password) {
        return password.toLowerCase(Locale.ROOT).contains(login.toLowerCase(Locale.ROOT));
    }

    String hash(String password) {
        return inTurn(() -> encoder.encode(password)).orElseThrow(() -> new IllegalStateException("no turn for hashing a password"));
    }

    /**
     * Compares, taking the same time when there is nothing to compare with.
     *
     * @param hash empty when the login is unknown
     * @return empty when too many are waiting
     */
    Optional<Boolean> matches(String password, Optional<String> hash) {
        return inTurn(() -> encoder.matches(password, hash.orElse(NOBODYS)) && hash.isPresent());
    }

    private <T> Optional<T> inTurn(Supplier<T> work) {
        try {
            if (!atOnce.tryAcquire(5, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            atOnce.release();
        }
    }
}
