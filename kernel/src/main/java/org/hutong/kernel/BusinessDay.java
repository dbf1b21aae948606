package org.hutong.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day on which something happens for people: in the business zone, not where a server's clock is set. */
public final class BusinessDay {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private final Clock clock;

    public BusinessDay(Clock clock) {
        this.clock = clock;
    }

    public LocalDate today() {
        return of(clock.instant());
    }

    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
