package org.hutong.bench.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import org.hutong.bench.speed.ClosedLoop.Run;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./hutong bench open submit drill count start}. */
@Command(name = "bench", description = "Measures paths of the server against their limit on this machine.", mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
    private static final Set<String> PATHS = Set.of("open", "submit", "drill", "count", "start");
    /** The demo town. */
    private static final long START_PERSONS = 10_000;
    private static final int STARTS = 5;
    private static final int PEOPLE_TO_OPEN = 100_000;
    /** The fastest that a loop of the driver was seen to submit here, with room. */
    private static final int SUBMISSIONS_PER_SECOND = 12_000;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "open, submit, drill, count, start")
    private List<String> paths;
    @Option(names = "--persons", defaultValue = "1000000", description = "size of the town (default ${DEFAULT-VALUE}); kept between runs")
    private long persons;
    @Option(names = "--clients", defaultValue = "16", description = "clients at once (default ${DEFAULT-VALUE})")
    private int clients;
    @Option(names = "--warm-up", defaultValue = "60", description = "seconds before measuring (default ${DEFAULT-VALUE})")
    private double warmUp;
    @Option(names = "--seconds", defaultValue = "60", description = "seconds measured; the limit is given half of them (default ${DEFAULT-VALUE})")
    private double seconds;
    @Option(names = "--rounds", defaultValue = "4", description = "ours and the limit take turns so often (default ${DEFAULT-VALUE})")
    private int rounds;
    @Option(names = "--data", description = "where towns are kept (default .hutong/bench)")
    private Path data;
    @Option(names = "--java-options", defaultValue = "-Xmx1g -XX:+UseSerialGC -XX:+UseCompactObjectHeaders", description = "of the server (default ${DEFAULT-VALUE})")
    private String javaOptions;
    @Option(names = "--profile", description = "records the server with the flight recorder while it is measured")
    private boolean profile;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        paths.stream().filter(path -> !PATHS.contains(path)).findFirst().ifPresent(path -> {
            throw new ParameterException(spec.commandLine(), "there is no path " + path + ": open, submit, drill, count, start");
        });
        Path root = Path.of(System.getProperty("hutong.root", ".")).toAbsolutePath();
        Path jar = Path.of(System.getProperty("hutong.server-jar", root.resolve("server/target/hutong-server-0.1.0-SNAPSHOT-exec.jar").toString()));
        if (paths.contains("start")) {
            Starts starts = new Starts(jar, (data == null ? root.resolve(".hutong/bench") : data).resolve("start"), START_PERSONS,
                    List.of(System.getProperty("hutong.java-options", javaOptions).strip().split("\\s+")));
            append(root.resolve("bench/results/start.jsonl"), starts.measure(Path.of(System.getProperty("hutong.fast-start", "")), STARTS));
            paths = paths.stream().filter(path -> !path.equals("start")).toList();
            if (paths.isEmpty()) {
                return 0;
            }
        }
        Path home = (data == null ? root.resolve(".hutong/bench") : data).resolve(Long.toString(persons));
        List<String> options = new ArrayList<>(List.of(javaOptions.strip().split("\\s+")));
        Path recording = home.resolve("bench.jfr");
        if (profile) {
            Files.deleteIfExists(recording);
            options.add("-XX:StartFlightRecording=settings=profile,filename=" + recording);
        }
        System.out.printf("town of %,d persons in %s%n", persons, home);
        try (MeasuredServer server = MeasuredServer.start(jar, home, persons, options)) {
            SignedIn.signOutAll(server.superuser());
            Setting setting = Setting.publish(server);
            for (String path : paths) {
                Figures figures = measure(server, path, setting);
                System.out.println(figures.text());
                append(root.resolve("bench/results/" + path + ".jsonl"), figures.json());
            }
            SignedIn.signOutAll(server.superuser());
        }
        if (profile) {
            System.out.println("recorded: " + recording);
        }
        return 0;
    }

    private Figures measure(MeasuredServer server, String name, Setting setting) throws Exception {
        int wanted = !name.equals("submit") ? PEOPLE_TO_OPEN : (int) Math.min(persons, (long) ((warmUp + 2 * seconds) * SUBMISSIONS_PER_SECOND / 4));
        List<SignedIn> people = SignedIn.people(server.superuser(), wanted, System.nanoTime());
        MeasuredPath path = switch (name) {
            case "open" -> new OpenForm(server, setting, people);
            case "submit" -> new SubmitForm(server, setting, people);
            case "count" -> count(server, setting, people);
            default -> drill(server, setting, people);
        };
        System.out.printf("%s: %,d residents signed in, warming up for %.0f s%n", name, people.size(), warmUp);
        List<ClosedLoop.Client> ours = new ArrayList<>();
        List<ClosedLoop.Client> limit = new ArrayList<>();
        try {
            for (int i = 0; i < clients; i++) {
                ours.add(path.ours(i));
                limit.add(path.limit(i));
            }
            ClosedLoop.run(ours, warmUp);
            ClosedLoop.run(limit, Math.min(10, warmUp / 6));
            return rounds(server, path, ours, limit);
        } finally {
            path.end();
            for (ClosedLoop.Client client : ours) {
                client.close();
            }
            for (ClosedLoop.Client client : limit) {
                client.close();
            }
        }
    }

    private static MeasuredPath count(MeasuredServer server, Setting setting, List<SignedIn> people) throws Exception {
        CountAudience path = new CountAudience(server, Officers.signIn(server, setting.region()),
                new SubmitForm(server, setting, people.stream().filter(one -> one.seen()[CountAudience.HEIGHT] == null).toList()));
        path.begin();
        return path;
    }

    private static MeasuredPath drill(MeasuredServer server, Setting setting, List<SignedIn> people) throws Exception {
        DrillBoard.rollUp(server);
        DrillBoard path = new DrillBoard(server, setting, Officers.signIn(server, setting.region()), people);
        path.begin();
        return path;
    }

    private Figures rounds(MeasuredServer server, MeasuredPath path, List<ClosedLoop.Client> ours, List<ClosedLoop.Client> limit) throws Exception {
        List<Run> our = new ArrayList<>();
        List<Run> most = new ArrayList<>();
        long self = ProcessHandle.current().pid();
        double serverCpu = 0;
        double postgresCpu = 0;
        double clientCpu = 0;
        double serverMemory = 0;
        double postgresMemory = 0;
        for (int round = 0; round < rounds; round++) {
            double server0 = Processes.ownCpuSeconds(server.pid());
            double postgres0 = Processes.cpuSeconds(server.postmaster());
            double client0 = Processes.ownCpuSeconds(self);
            our.add(ClosedLoop.run(ours, seconds / rounds));
            serverCpu += Processes.ownCpuSeconds(server.pid()) - server0;
            postgresCpu += Processes.cpuSeconds(server.postmaster()) - postgres0;
            clientCpu += Processes.ownCpuSeconds(self) - client0;
            serverMemory = Math.max(serverMemory, Processes.memory(List.of(server.pid())));
            postgresMemory = Math.max(postgresMemory, Processes.memory(Processes.tree(server.postmaster())));
            most.add(ClosedLoop.run(limit, seconds / rounds / 2));
        }
        Run total = Run.together(our);
        double each = 1e6 / Math.max(1, total.count());
        return new Figures(path.name(), persons, clients, total, Run.together(most), path.limitName(), serverCpu * each, postgresCpu * each, clientCpu * each,
                serverMemory, postgresMemory, path.also());
    }

    private static void append(Path file, String line) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
