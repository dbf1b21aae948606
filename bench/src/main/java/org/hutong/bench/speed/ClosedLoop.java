package org.hutong.bench.speed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A fixed number of clients, each of which begins an operation when its last one has ended, until the time is up. */
final class ClosedLoop {

    private ClosedLoop() {
    }

    /** One client's way of doing one operation after the other. */
    interface Client extends AutoCloseable {
        /** Called before a run. */
        default void begin() throws Exception {
        }

        /** @return false when there is nothing left to do */
        boolean once() throws Exception;
    }

    /** How many operations were done in how long, with the time of each. */
    record Run(double seconds, long[] sortedNanos) {
        long count() {
            return sortedNanos.length;
        }

        double perSecond() {
            return count() / seconds;
        }

        double millis(double quantile) {
            return sortedNanos.length == 0 ? 0 : sortedNanos[(int) Math.min(sortedNanos.length - 1, quantile * sortedNanos.length)] / 1e6;
        }

        static Run together(List<Run> runs) {
            long[] all = runs.stream().flatMapToLong(run -> Arrays.stream(run.sortedNanos)).sorted().toArray();
            return new Run(runs.stream().mapToDouble(Run::seconds).sum(), all);
        }
    }

    static Run run(List<? extends Client> clients, double seconds) throws Exception {
        for (Client client : clients) {
            client.begin();
        }
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        List<Future<long[]>> results = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(clients.size())) {
            for (Client client : clients) {
                Callable<long[]> work = () -> loop(client, end);
                results.add(pool.submit(work));
            }
            List<long[]> times = new ArrayList<>();
            for (Future<long[]> result : results) {
                times.add(result.get());
            }
            double took = (System.nanoTime() - start) / 1e9;
            return new Run(took, times.stream().flatMapToLong(Arrays::stream).sorted().toArray());
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static long[] loop(Client client, long end) throws Exception {
        long[] times = new long[65_536];
        int count = 0;
        long begin = System.nanoTime();
        while (begin < end && client.once()) {
            long now = System.nanoTime();
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
            }
            times[count++] = now - begin;
            begin = now;
        }
        return Arrays.copyOf(times, count);
    }
}
