package org.hutong.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.hutong.bench.speed.ClosedLoop.Client;
import org.hutong.bench.speed.ClosedLoop.Run;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ClosedLoopTest {

    private static Client client(Operation operation) {
        return new Client() {
            @Override
            public boolean once() throws Exception {
                return operation.run();
            }

            @Override
            public void close() {
            }
        };
    }

    private interface Operation {
        boolean run() throws Exception;
    }

    @Test
    void every_operation_of_every_client_is_counted_and_timed() throws Exception {
        AtomicInteger left = new AtomicInteger(1_000);
        Operation one = () -> left.getAndDecrement() > 0;
        Run run = ClosedLoop.run(List.of(client(one), client(one), client(one)), 60);
        assertThat(run.count()).isEqualTo(1_000);
        assertThat(run.seconds()).isLessThan(30);
        assertThat(run.sortedNanos()).isSorted();
        assertThat(run.perSecond()).isEqualTo(1_000 / run.seconds());
    }

    @Test
    void it_ends_when_the_time_is_up() throws Exception {
        Run run = ClosedLoop.run(List.of(client(() -> true)), 0.2);
        assertThat(run.seconds()).isBetween(0.2, 20.0);
        assertThat(run.count()).isPositive();
    }

    @Test
    void a_failing_operation_fails_the_run() {
        assertThatThrownBy(() -> ClosedLoop.run(List.of(client(() -> {
            throw new IOException("refused");
        })), 1)).isInstanceOf(IOException.class).hasMessage("refused");
    }

    @Test
    void quantiles_are_those_of_all_operations() {
        Run run = Run.together(List.of(new Run(1, new long[] {1_000_000, 3_000_000}), new Run(2, new long[] {2_000_000, 4_000_000})));
        assertThat(run.seconds()).isEqualTo(3);
        assertThat(run.sortedNanos()).containsExactly(1_000_000, 2_000_000, 3_000_000, 4_000_000);
        assertThat(run.millis(0.5)).isEqualTo(3);
        assertThat(run.millis(0.99)).isEqualTo(4);
    }

    @Test
    void figures_are_kept_as_one_line_of_json() {
        Figures figures = new Figures("open", 1_000, 2, new Run(2, new long[] {1_000_000, 2_000_000}), new Run(1, new long[] {1, 1, 1, 1}), "one row",
                10, 20, 30, 40, 50, java.util.Map.of("worstLagSeconds", 0.25));
        assertThat(figures.json()).doesNotContain("\n");
        JsonNode json = JsonMapper.shared().readTree(figures.json());
        assertThat(json.path("perSecond").asDouble()).isEqualTo(1);
        assertThat(json.path("limitPerSecond").asDouble()).isEqualTo(4);
        assertThat(json.path("ratio").asDouble()).isEqualTo(0.25);
        assertThat(json.path("cpuMicros").path("server").asDouble()).isEqualTo(10);
        assertThat(figures.text()).contains("ratio   0.250");
    }
}
