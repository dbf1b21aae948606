package org.hutong.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.hutong.kernel.BusinessDay;
import org.jspecify.annotations.Nullable;

/**
 * An account holds a post, as its own or as somebody's deputy.
 *
 * @param since   first day, in the business zone
 * @param until   last day, null while open-ended; a deputyship always has one
 * @param endedAt ended early at this instant; null when it runs its course
 */
public record Holding(UUID id, UUID account, UUID post, LocalDate since, @Nullable LocalDate until, boolean deputy, @Nullable Instant endedAt) {

    /** Whether the account held the post at an instant. */
    public boolean at(Instant instant) {
        LocalDate day = BusinessDay.of(instant);
        return !day.isBefore(since) && (until == null || !day.isAfter(until)) && (endedAt == null || instant.isBefore(endedAt));
    }
}
