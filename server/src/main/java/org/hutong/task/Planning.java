package org.hutong.task;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;

import org.hutong.manifest.Applications;
import org.hutong.manifest.ComponentEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * When planning happens: every minute, and at once when an application is published or closed or somebody has answered. What happens at
 * once may be lost with the node; the next minute makes it good.
 */
@Component
class Planning {
    private static final Logger LOG = LoggerFactory.getLogger(Planning.class);
    private static final int WAITING = 1_000;

    private final Planner planner;
    private final Applications applications;
    /** One at a time, beside the requests; what does not fit in waits for the minute. */
    private final ThreadPoolExecutor beside = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING),
            Thread.ofVirtual().name("task-planning").factory(), new ThreadPoolExecutor.DiscardPolicy());

    Planning(Planner planner, Applications applications) {
        this.planner = planner;
        this.applications = applications;
    }

    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT20S")
    void eachMinute() {
        planner.runOnce();
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void happened(ComponentEvent event) {
        switch (event.happened()) {
            case "published", "closed" -> beside.execute(() -> quietly(() -> planner.plan(event.application())));
            case "submitted" -> {
                boolean visits = applications.running(event.application()).filter(running -> !running.manifest().ofKind(VisitKind.KIND).isEmpty()).isPresent();
                if (visits) {
                    beside.execute(() -> quietly(() -> planner.answered(event.application(), event.component(), event.subject())));
                }
            }
            default -> { }
        }
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.warn("planning of tasks failed and will be made good within a minute", failed);
        }
    }

    @PreDestroy
    void end() {
        beside.shutdownNow();
    }
}
