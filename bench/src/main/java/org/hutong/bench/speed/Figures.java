package org.hutong.bench.speed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.hutong.bench.speed.ClosedLoop.Run;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one path did.
 *
 * @param serverCpu      microseconds of CPU per operation, as are the two after it; {@code clientCpu} is that of the generator of load
 * @param serverMemory   MiB at the most, as is that of PostgreSQL
 * @param also           further figures of this path
 */
record Figures(String path, long persons, int clients, Run ours, Run limit, String limitName, double serverCpu, double postgresCpu, double clientCpu,
        double serverMemory, double postgresMemory, Map<String, Double> also) {

    double ratio() {
        return limit.count() == 0 ? 0 : ours.perSecond() / limit.perSecond();
    }

    String text() {
        return String.format(Locale.ROOT, """

                %s, %,d persons, %d clients
                  ours    %,9.0f/s   p50 %.1f ms   p95 %.1f ms   p99 %.1f ms   (%,d in %.0f s)
                  limit   %,9.0f/s   p50 %.1f ms   p99 %.1f ms   %s
                  ratio   %.3f
                  CPU per operation   server %.0f µs   PostgreSQL %.0f µs   load generator %.0f µs
                  memory              server %.0f MiB   PostgreSQL %.0f MiB
                  load average %.1f on %d cores%s""", path, persons, clients, ours.perSecond(), ours.millis(0.5), ours.millis(0.95), ours.millis(0.99), ours.count(), ours.seconds(),
                limit.perSecond(), limit.millis(0.5), limit.millis(0.99), limitName, ratio(), serverCpu, postgresCpu, clientCpu, serverMemory, postgresMemory,
                Processes.loadAverage(), Runtime.getRuntime().availableProcessors(),
                also.entrySet().stream().map(one -> String.format(Locale.ROOT, "%n  %s %.3f", one.getKey(), one.getValue())).collect(Collectors.joining()));
    }

    String json() {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()).put("path", path).put("persons", persons).put("clients", clients)
                .put("seconds", rounded(ours.seconds())).put("count", ours.count()).put("perSecond", rounded(ours.perSecond()))
                .put("p50Millis", rounded(ours.millis(0.5))).put("p95Millis", rounded(ours.millis(0.95))).put("p99Millis", rounded(ours.millis(0.99)))
                .put("limit", limitName).put("limitPerSecond", rounded(limit.perSecond())).put("ratio", Math.round(1_000 * ratio()) / 1_000.0);
        json.putObject("cpuMicros").put("server", rounded(serverCpu)).put("postgres", rounded(postgresCpu)).put("client", rounded(clientCpu));
        json.putObject("memoryMiB").put("server", rounded(serverMemory)).put("postgres", rounded(postgresMemory));
        json.put("loadAverage", Processes.loadAverage()).put("cores", Runtime.getRuntime().availableProcessors());
        also.forEach((name, figure) -> json.put(name, Math.round(1_000 * figure) / 1_000.0));
        return json.toString();
    }

    private static double rounded(double figure) {
        return Math.round(10 * figure) / 10.0;
    }
}
