package org.hutong.access;

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
    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    private final Semaphore atOnce;
    private final String nobodys;

    Passwords(AccessSettings settings) {
        this.atOnce = new Semaphore(settings.argon2AtOnce(), true);
        this.nobodys = encoder.encode("nobody's password");
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
        return inTurn(() -> encoder.matches(password, hash.orElse(nobodys)) && hash.isPresent());
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
