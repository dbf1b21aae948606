package org.hutong.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Small commands of the operating system. */
final class Tools {
    private Tools() {
    }

    static boolean present(String command) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":"))
                .filter(directory -> !directory.isEmpty())
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, command)));
    }

    /** Runs a command to its end and gives its output; a failure carries that output. */
    static String run(List<String> command, Path directory, Duration patience) {
        try {
            Path output = Files.createTempFile("hutong-command", ".log");
            try {
                Process process = new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectOutput(output.toFile())
                        .start();
                if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                    throw new PostgresFailure(command.getFirst() + " took longer than " + patience.toSeconds() + " s: " + Files.readString(output));
                }
                if (process.exitValue() != 0) {
                    throw new PostgresFailure(String.join(" ", command) + " ended with " + process.exitValue() + ": " + Files.readString(output));
                }
                return Files.readString(output);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new PostgresFailure("cannot run " + command.getFirst(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresFailure("interrupted while waiting for " + command.getFirst(), e);
        }
    }

    /** Sends a signal by name (INT, QUIT, KILL); a process that is gone already is no error. */
    static void signal(long pid, String signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid + " 2>/dev/null || true").start().waitFor(5, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new PostgresFailure("cannot signal process " + pid, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void deleteTree(Path root) {
        if (!Files.exists(root)) {
            return;
        }
        try (var paths = Files.walk(root)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new PostgresFailure("cannot delete " + root, e);
        }
    }
}
