package org.hutong.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The processes that work on one data directory, whoever started them. */
record Cluster(Path data) {
    private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

    /** The first line of postmaster.pid, if a PostgreSQL of this directory really runs under that number. */
    Optional<Long> postmaster() {
        return pidFile().stream().findFirst().map(Long::parseLong).filter(this::worksHere);
    }

    /** The port of a PostgreSQL that runs on this directory and accepts connections: the fourth line of postmaster.pid. */
    Optional<Integer> port() {
        return postmaster().filter(this::ready).map(pid -> Integer.parseInt(pidFile().get(3).strip()));
    }

    /** Whether the postmaster with this process number accepts connections. */
    boolean ready(long pid) {
        List<String> lines = pidFile();
        return lines.size() > 7 && lines.getFirst().equals(Long.toString(pid)) && lines.get(7).strip().equals("ready");
    }

    /** Stops what a server that died left behind: first politely, then not; then the backends whose postmaster is gone. */
    void stopOrphans() {
        Optional<Long> orphan = postmaster();
        if (orphan.isPresent()) {
            LOG.info("a PostgreSQL (process {}) was left behind on {}; stopping it", orphan.get(), data);
            stop(orphan.get());
        }
        List<Long> rest = processes();
        if (!rest.isEmpty()) {
            if (!gone(Duration.ofSeconds(2))) {
                LOG.info("stopping {} PostgreSQL processes without a postmaster on {}", rest.size(), data);
                processes().forEach(pid -> Tools.signal(pid, "KILL"));
                if (!gone(Duration.ofSeconds(5))) {
                    throw new PostgresFailure("PostgreSQL processes on " + data + " cannot be stopped: " + processes());
                }
            }
        }
        // PostgreSQL takes a killed process that nobody has reaped yet for a living one, and would refuse to start.
        try {
            Files.deleteIfExists(data.resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new PostgresFailure("cannot delete the stale postmaster.pid in " + data, e);
        }
    }

    /** Fast shut-down; immediate after 30 s; kill after 10 more. */
    void stop(long pid) {
        for (var step : List.of(new Step("INT", 30), new Step("QUIT", 10), new Step("KILL", 5))) {
            Tools.signal(pid, step.signal);
            if (Waiting.until(Duration.ofSeconds(step.seconds), () -> !worksHere(pid))) {
                return;
            }
        }
        throw new PostgresFailure("PostgreSQL process " + pid + " on " + data + " cannot be stopped");
    }

    private boolean gone(Duration patience) {
        return Waiting.until(patience, () -> processes().isEmpty());
    }

    private record Step(String signal, int seconds) {
    }

    private List<String> pidFile() {
        try {
            return Files.readAllLines(data.resolve("postmaster.pid"));
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Every process of PostgreSQL has its data directory as working directory. */
    private List<Long> processes() {
        List<Long> found = new ArrayList<>();
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            all.map(path -> path.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::parseLong)
                    .filter(this::worksHere)
                    .forEach(found::add);
        } catch (IOException e) {
            throw new PostgresFailure("cannot read /proc", e);
        }
        return found;
    }

    private boolean worksHere(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).equals(data.toRealPath())
                    && Files.readString(process.resolve("comm")).startsWith("postgres");
        } catch (IOException e) {
            return false;
        }
    }
}
