package org.hutong.bench.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The path "start": from the beginning of the process to the first answer of its health address, on data that is there, with the archive of loaded
 * classes that the launcher makes and, as the limit turned round, without it. At the end what both processes take at rest.
 */
final class Starts {
    private static final long REST_SECONDS = 20;

    private final Path jar;
    private final Path home;
    private final long persons;
    private final List<String> options;

    Starts(Path jar, Path home, long persons, List<String> options) {
        this.jar = jar;
        this.home = home;
        this.persons = persons;
        this.options = List.copyOf(options);
    }

    /** Seconds and MiB; {@code postgres} is the CPU of the embedded database in the same time. */
    private record Start(double wall, double cpu, double postgres, double serverMemory, double postgresMemory) {
    }

    private Start once(List<String> with, boolean rest) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(options);
        all.addAll(with);
        long began = System.nanoTime();
        try (MeasuredServer server = MeasuredServer.start(jar, home, persons, all)) {
            double wall = (System.nanoTime() - began) / 1e9;
            double cpu = Processes.ownCpuSeconds(server.pid());
            double postgres = Processes.cpuSeconds(server.postmaster());
            if (rest) {
                TimeUnit.SECONDS.sleep(REST_SECONDS);
            }
            return new Start(wall, cpu, postgres, Processes.memory(List.of(server.pid())), Processes.memory(Processes.tree(server.postmaster())));
        }
    }

    /** @return what was measured, as one line of JSON; printed as text too */
    String measure(Path archive, int runs) throws IOException, InterruptedException {
        if (!Files.isRegularFile(archive)) {
            throw new IOException("the archive of loaded classes is missing: " + archive);
        }
        List<String> fast = List.of("-XX:AOTCache=" + archive, "-XX:AOTMode=auto");
        // Loads the town where it is not there yet, and warms the file cache for both.
        once(fast, false);
        List<Start> quick = new ArrayList<>();
        List<Start> plain = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            quick.add(once(fast, false));
            plain.add(once(List.of(), false));
        }
        Start ours = median(quick);
        Start other = median(plain);
        Start rest = once(fast, true);
        System.out.printf(Locale.ROOT, """

                start, %,d persons, median of %d
                  with the archive   %.1f s CPU   %.1f s by the clock   (PostgreSQL %.1f s CPU)
                  plain jar          %.1f s CPU   %.1f s by the clock
                  ratio              %.2f of the CPU
                  at rest            server %.0f MiB   PostgreSQL %.0f MiB   together %.0f MiB
                  load average %.1f on %d cores%n""", persons, runs, ours.cpu, ours.wall, ours.postgres, other.cpu, other.wall, ours.cpu / other.cpu,
                rest.serverMemory, rest.postgresMemory, rest.serverMemory + rest.postgresMemory, Processes.loadAverage(), Runtime.getRuntime().availableProcessors());
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString()).put("path", "start").put("persons", persons).put("runs", runs)
                .put("cpuSeconds", tenths(ours.cpu)).put("wallSeconds", tenths(ours.wall)).put("postgresCpuSeconds", tenths(ours.postgres))
                .put("limit", "the plain jar").put("plainCpuSeconds", tenths(other.cpu)).put("plainWallSeconds", tenths(other.wall))
                .put("ratio", Math.round(1_000 * ours.cpu / other.cpu) / 1_000.0);
        json.putObject("restMiB").put("server", tenths(rest.serverMemory)).put("postgres", tenths(rest.postgresMemory));
        json.put("loadAverage", Processes.loadAverage()).put("cores", Runtime.getRuntime().availableProcessors());
        return json.toString();
    }

    private static Start median(List<Start> starts) {
        return starts.stream().sorted(Comparator.comparingDouble(Start::cpu)).toList().get(starts.size() / 2);
    }

    private static double tenths(double figure) {
        return Math.round(10 * figure) / 10.0;
    }
}
