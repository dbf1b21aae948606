package org.hutong.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.hutong.access.Allowances.Limit;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class AllowancesTest {
    private static final Limit SIX_AN_HOUR = new Limit("test", 6, Duration.ofHours(1));
    @Autowired
    private Allowances allowances;
    @Autowired
    private TestClock clock;
    private final String key = UUID.randomUUID().toString();

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    private boolean take() {
        return allowances.take(SIX_AN_HOUR, key).isEmpty();
    }

    @Test
    void sixAreAllowedAndTheSeventhWaitsForItsShare() {
        for (int i = 0; i < 6; i++) {
            assertThat(take()).isTrue();
        }
        Optional<Duration> wait = allowances.take(SIX_AN_HOUR, key);
        assertThat(wait).hasValueSatisfying(time -> assertThat(time).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(10)));
        clock.moveOn(Duration.ofMinutes(10));
        assertThat(take()).isTrue();
        assertThat(take()).isFalse();
    }

    @Test
    void aRefusedTryCostsNothing() {
        for (int i = 0; i < 50; i++) {
            take();
        }
        clock.moveOn(Duration.ofMinutes(10));
        assertThat(take()).isTrue();
    }

    @Test
    void fiftyAtTheSameTimeGetExactlySix() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                tries.add(this::take);
            }
            int allowed = 0;
            for (Future<Boolean> one : threads.invokeAll(tries)) {
                allowed += one.get() ? 1 : 0;
            }
            assertThat(allowed).isEqualTo(6);
        }
    }

    @Test
    void aSuccessGivesItAllBack() {
        for (int i = 0; i < 7; i++) {
            take();
        }
        allowances.restore(SIX_AN_HOUR, key);
        assertThat(take()).isTrue();
    }

    @Test
    void aClockThatWasSetBackLocksNobodyOut() {
        clock.moveOn(Duration.ofDays(3));
        for (int i = 0; i < 6; i++) {
            take();
        }
        clock.reset();
        assertThat(take()).isTrue();
    }
}
