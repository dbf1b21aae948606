package org.hutong.file;

import org.springframework.stereotype.Component;

/** Lets tests of other modules run the hourly job. */
@Component
public class ExpiryForTests {
    private final Expiry expiry;

    ExpiryForTests(Expiry expiry) {
        this.expiry = expiry;
    }

    public int removeExpired() {
        return expiry.removeExpired();
    }
}
