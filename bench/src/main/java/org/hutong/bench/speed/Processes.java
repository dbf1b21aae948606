package org.hutong.bench.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What processes have used, from {@code /proc}. */
final class Processes {
    private static final double TICKS = 100;

    private Processes() {
    }

    /** Seconds of CPU of a process with all its descendants, those that ended included. */
    static double cpuSeconds(long root) {
        double ticks = 0;
        for (long pid : tree(root)) {
            List<String> fields = stat(pid);
            if (!fields.isEmpty()) {
                ticks += Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12));
                if (pid == root) {
                    ticks += Long.parseLong(fields.get(13)) + Long.parseLong(fields.get(14));
                }
            }
        }
        return ticks / TICKS;
    }

    /** Seconds of CPU of one process alone. */
    static double ownCpuSeconds(long pid) {
        List<String> fields = stat(pid);
        return fields.isEmpty() ? 0 : (Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12))) / TICKS;
    }

    /** Memory in MiB, shared pages divided among those who share them. */
    static double memory(List<Long> pids) {
        return pids.stream().mapToLong(Processes::kibibytes).sum() / 1024.0;
    }

    static List<Long> tree(long root) {
        return Stream.concat(Stream.of(root), ProcessHandle.of(root).stream().flatMap(ProcessHandle::descendants).map(ProcessHandle::pid)).toList();
    }

    /** Of the last minute; above the number of cores somebody else is at work too. */
    static double loadAverage() {
        try {
            return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        } catch (IOException e) {
            return -1;
        }
    }

    private static List<String> stat(long pid) {
        try {
            String line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        } catch (IOException gone) {
            return List.of();
        }
    }

    private static long kibibytes(long pid) {
        return field(pid, "smaps_rollup", "Pss:", field(pid, "status", "VmRSS:", 0));
    }

    private static long field(long pid, String file, String name, long otherwise) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/" + file))) {
            return lines.filter(line -> line.startsWith(name)).findFirst().map(line -> Long.parseLong(line.replaceAll("\\D", ""))).orElse(otherwise);
        } catch (IOException | java.io.UncheckedIOException gone) {
            return otherwise;
        }
    }
}
