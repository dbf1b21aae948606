package org.hutong.file;

import java.time.Clock;
import java.time.temporal.ChronoUnit;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes uploads that nothing refers to when their time is over; one node does it in each hour. */
@Component
class Expiry {
    private static final Logger LOG = LoggerFactory.getLogger(Expiry.class);
    private static final Actor JOB = new Actor.Background("file expiry");
    private final Scoped scoped;
    private final Clock clock;

    Expiry(Scoped scoped, Clock clock) {
        this.scoped = scoped;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT7M", fixedDelayString = "PT20M")
    int removeExpired() {
        int removed = scoped.write(JOB, dsl -> AttachmentStore.takeSlot(dsl, "expiry", clock.instant().truncatedTo(ChronoUnit.HOURS))
                ? AttachmentStore.removeExpired(dsl, clock.instant()) : 0);
        if (removed > 0) {
            LOG.info("{} uploads that nothing referred to were removed", removed);
        }
        return removed;
    }
}
