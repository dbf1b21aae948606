package org.hutong.access;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

/** Posts, and who holds them from when to when. */
@Component
public class Posts {
    private final HoldingStore holdings;

    Posts(HoldingStore holdings) {
        this.holdings = holdings;
    }

    /**
     * By which holding the account held the post at an instant, the own one before a deputyship; empty when it did not. Work that was
     * done offline before a transfer, and arrives after it, is its author's when this says so.
     */
    public Optional<Holding> heldAt(UUID account, UUID post, Instant instant) {
        return holdings.of(account, post).stream().filter(holding -> holding.at(instant)).min(Comparator.comparing(Holding::deputy));
    }
}
