package org.hutong.bench.speed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Residents who go on answering while something else is measured, and how far a figure that follows their answers is behind: the age of the oldest
 * acknowledged answer that a reading, begun after it, does not show.
 */
final class AnswersBeside {
    private static final int PER_SECOND = 20;
    private static final int MOST = 1_000_000;
    private static final long WATCH_NANOS = 20_000_000;

    private final SubmitForm answering;
    private final Reading figure;
    private final AtomicLongArray acknowledged = new AtomicLongArray(MOST);
    private final List<Thread> threads = new ArrayList<>();
    private volatile int answers;
    private volatile double worstLag;
    private volatile long watched;
    private volatile boolean over;
    private volatile Exception failed;

    /** The figure, one higher for every answer. */
    interface Reading {
        long now() throws Exception;
    }

    private interface Work {
        void run() throws Exception;
    }

    AnswersBeside(SubmitForm answering, Reading figure) {
        this.answering = answering;
        this.figure = figure;
    }

    void begin() throws Exception {
        long first = figure.now();
        threads.add(Thread.ofPlatform().start(() -> beside(this::answer)));
        threads.add(Thread.ofPlatform().start(() -> beside(() -> watch(first))));
    }

    private void beside(Work work) {
        try {
            work.run();
        } catch (Exception e) {
            failed = e;
        }
    }

    private void answer() throws Exception {
        try (ClosedLoop.Client client = answering.ours(0)) {
            client.begin();
            long next = System.nanoTime();
            while (!over && answers < MOST && client.once()) {
                acknowledged.set(answers, System.nanoTime());
                answers++;
                next += 1_000_000_000L / PER_SECOND;
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
    }

    private void watch(long first) throws Exception {
        while (!over) {
            long began = System.nanoTime();
            int known = answers;
            int shown = (int) (figure.now() - first);
            if (shown < known) {
                worstLag = Math.max(worstLag, (began - acknowledged.get(shown)) / 1e9);
            }
            watched++;
            LockSupport.parkNanos(WATCH_NANOS);
        }
    }

    /** @throws IOException when the answering or the watching came to an end */
    void check() throws IOException {
        if (failed != null) {
            throw new IOException("the answering or the watching ended", failed);
        }
    }

    Map<String, Double> figures() {
        Map<String, Double> figures = new LinkedHashMap<>();
        figures.put("answersBeside", (double) answers);
        figures.put("readingsWatched", (double) watched);
        figures.put("worstLagSeconds", worstLag);
        return figures;
    }

    void end() throws Exception {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
        if (failed != null) {
            throw failed;
        }
    }
}
