package org.hutong.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

import org.hutong.insight.Figures.Sum;
import org.hutong.resource.PersonTally.Since;
import org.hutong.resource.PersonTally.Tally;
import org.junit.jupiter.api.Test;

class CountedTest {
    private static final long HERE = 320613002001001L;
    private static final long THERE = 320613002001002L;

    private static Counted counted(long left, long done) {
        Figures base = new Figures();
        base.add(HERE, new Sum(left + done, done, 0, 0));
        return new Counted(base, "1", LocalDate.of(2026, 3, 1), 0, 0);
    }

    private static Since since(String snapshot, long before, long hereNow, long thereNow) {
        return new Since(snapshot, Map.of(HERE, before), Map.of(HERE, new Tally(0, hereNow, 0, 0), THERE, new Tally(0, thereNow, 0, 0)));
    }

    @Test
    void eachLookTakesUpWhereTheLastOneEnded() {
        Counted counted = counted(5, 1);
        List<String> asked = new ArrayList<>();
        counted.read(1, 0, from -> {
            asked.add(from);
            return since("2", 2, 1, 1);
        });
        Figures figures = counted.read(2, 0, from -> {
            asked.add(from);
            return since("3", 1, 1, 0);
        });
        assertThat(asked).containsExactly("1", "2");
        assertThat(figures.at(HERE)).isEqualTo(new Sum(5, 3, 0, 0));
        assertThat(figures.at(THERE)).isEqualTo(new Sum(1, 1, 0, 0));
    }

    @Test
    void looksAgainForAnAnswerOfThisNodeAtOnceAndForOthersAfterAWhile() {
        Counted counted = counted(5, 0);
        AtomicInteger looks = new AtomicInteger();
        Function<String, Since> since = from -> since(Integer.toString(looks.incrementAndGet()), 0, 0, 0);
        counted.read(0, 1_000_000_000, since);
        counted.read(0, 1_100_000_000, since);
        assertThat(looks).hasValue(1);
        counted.read(1, 1_110_000_000, since);
        assertThat(looks).hasValue(2);
        counted.read(1, 1_320_000_000, since);
        assertThat(looks).hasValue(3);
    }

    @Test
    void whoCameIntoTheAudienceAfterTheCountTakesNobodyOff() {
        assertThat(counted(1, 0).read(0, 0, from -> since("2", 3, 3, 0)).at(HERE)).isEqualTo(new Sum(3, 3, 0, 0));
    }

    @Test
    void readersThatComeTogetherShareALook() throws Exception {
        Counted counted = counted(5, 0);
        AtomicInteger looks = new AtomicInteger();
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService pool = Executors.newFixedThreadPool(5)) {
            Future<?> first = pool.submit(() -> counted.read(1, 0, from -> {
                looks.incrementAndGet();
                looking.countDown();
                await(goOn);
                return since("2", 0, 0, 0);
            }));
            looking.await();
            List<Thread> waiting = new ArrayList<>();
            List<Future<Long>> others = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                others.add(pool.submit(() -> {
                    synchronized (waiting) {
                        waiting.add(Thread.currentThread());
                    }
                    return counted.read(1, 0, from -> {
                        looks.incrementAndGet();
                        return since("3", 1, 1, 0);
                    }).at(HERE).done();
                }));
            }
            while (!allWait(waiting)) {
                LockSupport.parkNanos(100_000);
            }
            goOn.countDown();
            first.get();
            for (Future<Long> other : others) {
                assertThat(other.get()).isEqualTo(1);
            }
        }
        assertThat(looks).hasValue(2);
    }

    private static boolean allWait(List<Thread> threads) {
        synchronized (threads) {
            return threads.size() == 4 && threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
