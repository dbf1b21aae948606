package org.hutong.insight;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import org.hutong.insight.Figures.Sum;
import org.hutong.resource.PersonTally.Since;
import org.hutong.resource.PersonTally.Tally;

/**
 * Figures as they were counted, and what has been answered since, folded in commit order: each look takes up what was committed after
 * the last one, so it costs what is new. An answer that this node took is looked for at once, one that another node took after a fifth of a
 * second at the latest. Readers that arrive together share one look.
 */
final class Counted {
    private static final long FRESH = Duration.ofMillis(200).toNanos();
    private final Figures base;
    private final LocalDate day;
    private final long countedAt;
    private final long tookNanos;
    private final ReentrantLock folding = new ReentrantLock();
    private final Map<Long, Long> before = new HashMap<>();
    private final Map<Long, Tally> now = new HashMap<>();
    private String snapshot;
    private volatile Figures folded;
    private volatile long begun;
    private volatile Look finished = new Look(-1, 0);

    /** @param answers how many this node had taken when it began */
    private record Look(long answers, long began) {
    }

    /**
     * @param snapshot what was committed when the base was counted
     * @param day      of which ages and deadlines were
     */
    Counted(Figures base, String snapshot, LocalDate day, long countedAt, long tookNanos) {
        this.base = base;
        this.snapshot = snapshot;
        this.day = day;
        this.countedAt = countedAt;
        this.tookNanos = tookNanos;
        this.folded = base;
    }

    long tookNanos() {
        return tookNanos;
    }

    long age(long nanoTime) {
        return nanoTime - countedAt;
    }

    boolean isOf(LocalDate today) {
        return day.equals(today);
    }

    /**
     * @param answers how many of the application this node has taken
     * @param since   asks what was answered after a snapshot
     */
    Figures read(long answers, long nanoTime, Function<String, Since> since) {
        Look last = finished;
        if (last.answers == answers && nanoTime - last.began < FRESH) {
            return folded;
        }
        long arrived = begun;
        folding.lock();
        try {
            // A look that began after this reader came saw all that the reader may know of.
            if (begun == arrived) {
                begun++;
                fold(since.apply(snapshot));
                finished = new Look(answers, nanoTime);
            }
            return folded;
        } finally {
            folding.unlock();
        }
    }

    private void fold(Since since) {
        snapshot = since.snapshot();
        if (since.before().isEmpty() && since.now().isEmpty()) {
            return;
        }
        since.before().forEach((region, people) -> before.merge(region, people, Long::sum));
        since.now().forEach((region, people) -> now.merge(region, people, Tally::plus));
        Figures sum = new Figures();
        sum.addAll(base);
        // Who came into the audience after the count was not among those left.
        before.forEach((region, people) -> {
            Sum counted = base.at(region);
            sum.add(region, new Sum(-Math.min(people, counted.total() - counted.done()), 0, 0, 0));
        });
        now.forEach((region, people) -> sum.add(region, new Sum(people.done(), people.done(), people.notAsked(), 0)));
        folded = sum;
    }
}
