package org.hutong.bench.drill;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.hutong.postgres.Login;
import org.hutong.resource.StatedValues;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/**
 * {@code ./hutong drill kill}: residents submit while the server, PostgreSQL or both are killed without a word. Nothing that was acknowledged
 * may be missing or there twice. A second run on a database that acknowledges before it has written must be caught, or the checker is blind.
 */
@Command(name = "kill", description = "Kill the server, PostgreSQL or both under load; nothing acknowledged may be missing or doubled.", mixinStandardHelpOptions = true)
final class KillDrill implements Callable<Integer> {
    @Option(names = "--times", defaultValue = "20", description = "kills (default ${DEFAULT-VALUE})")
    private int times;
    @Option(names = "--control-times", defaultValue = "3", description = "kills of the control run; 0 leaves it out (default ${DEFAULT-VALUE})")
    private int controlTimes;
    @Option(names = "--seed", defaultValue = "1", description = "the same seed kills the same things at the same moments (default ${DEFAULT-VALUE})")
    private long seed;
    @Option(names = "--residents", defaultValue = "200", description = "invented residents (default ${DEFAULT-VALUE})")
    private int residents;
    @Option(names = "--forms", defaultValue = "200", description = "forms that each of them may submit once (default ${DEFAULT-VALUE})")
    private int forms;
    @Option(names = "--threads", defaultValue = "8", description = "residents who submit at the same time (default ${DEFAULT-VALUE})")
    private int threads;
    @Option(names = "--data", description = "directory for data and evidence (a new one below the temporary directory; deleted after success)")
    private Path directory;

    private static final List<String> SETTINGS = List.of("--hutong.demo=true", "--hutong.town.persons=300", "--hutong.access.even-time=1ms",
            "--hutong.access.codes-per-address=1000000", "--hutong.access.tries-per-address=1000000", "--hutong.access.tries-per-login=1000");
    /** Acknowledge first, write much later: what a database does that lies about durability. */
    private static final List<String> LYING = List.of("--hutong.database.postgres[synchronous_commit]=off", "--hutong.database.postgres[wal_writer_delay]=10s",
            "--hutong.database.postgres[wal_writer_flush_after]=1GB");

    @Override
    public Integer call() throws Exception {
        Path home = directory == null ? Files.createTempDirectory("hutong-drill-") : Files.createDirectories(directory.toAbsolutePath());
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        System.out.printf("kill drill: %d kills, seed %d, %d residents, %d at a time; evidence in %s%n%n", times, seed, residents, threads, home);
        Verdict real = run(Files.createDirectories(home.resolve("real")), times, List.of(Fault.Target.values()), List.of(), true);
        boolean held = times > 0 && real.acknowledged() > 0 && real.nothingLostNothingDoubled();
        report("real run", real);
        boolean caught = true;
        if (controlTimes > 0) {
            System.out.printf("%ncontrol: the same with synchronous_commit off, %d kills of PostgreSQL%n%n", controlTimes);
            Verdict control = run(Files.createDirectories(home.resolve("control")), controlTimes, List.of(Fault.Target.BOTH), LYING, false);
            caught = control.missing() > 0;
            report("control run", control);
        }
        System.out.printf("%n%s%n", held ? "nothing acknowledged was lost, nothing was doubled" : "BROKEN: see above; evidence and logs are in " + home);
        if (controlTimes > 0) {
            System.out.println(caught ? "the control was caught: the checker sees losses" : "THE CONTROL WAS NOT CAUGHT: the checker proves nothing");
        }
        if (held && caught && directory == null) {
            delete(home);
        }
        return held && caught ? 0 : 1;
    }

    private Verdict run(Path home, int kills, List<Fault.Target> targets, List<String> more, boolean untilKnown) throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        List<String> settings = new ArrayList<>(SETTINGS);
        settings.addAll(more);
        try (ServerProcess server = new ServerProcess(jar(), home, settings); Evidence evidence = new Evidence(home.resolve("evidence.tsv"))) {
            server.start();
            server.awaitUp();
            Stage stage = Stage.set(server.url(), residents, forms);
            execute(server.superuser(), "checkpoint");
            Load load = new Load(stage, evidence, threads);
            System.out.println("   kill  target    new+ms    acknowledged   unknown: there  not there   missing   doubled   up again ms");
            int number = 0;
            Verdict verdict = null;
            for (Fault fault : Fault.schedule(seed, kills, targets)) {
                long before = evidence.acknowledgedCount();
                load.open();
                awaitAcknowledgements(evidence, load, before + fault.acknowledgements());
                let(fault.after());
                long down = System.nanoTime();
                server.kill(fault.target());
                load.close();
                if (!server.running()) {
                    server.start();
                }
                server.awaitUp();
                long up = Duration.ofNanos(System.nanoTime() - down).toMillis();
                verdict = judge(server, stage, evidence);
                System.out.printf(Locale.ROOT, "   %4d  %-8s  %8s   %12d   %14d  %9d   %7d   %7d   %11d%n", ++number, fault.target().name().toLowerCase(Locale.ROOT),
                        fault.acknowledgements() + "+" + fault.after().toMillis(), verdict.acknowledged(), verdict.unknownThere(), verdict.unknownGone(), verdict.missing(),
                        verdict.doubled() + verdict.halfWritten() + verdict.unexpected(), up);
                if (untilKnown && load.exhausted()) {
                    System.out.println("   every form is submitted: give more --forms or --residents");
                    break;
                }
            }
            if (untilKnown) {
                load.finish();
                verdict = judge(server, stage, evidence);
                if (verdict.unknownGone() + verdict.unknownThere() > load.refusals()) {
                    throw new IOException("submissions are still unknown after the last phase without faults: " + verdict);
                }
                readBack(stage, evidence);
            } else {
                load.abandon();
            }
            System.out.printf("   %d requests without an answer, %d refusals %s%n", load.unanswered(), load.refusals(), load.firstRefusal());
            if (untilKnown && load.refusals() > 0) {
                throw new IOException("a refusal that nothing explains: " + load.firstRefusal());
            }
            return verdict;
        }
    }

    private static void awaitAcknowledgements(Evidence evidence, Load load, long wanted) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (evidence.acknowledgedCount() < wanted && !load.exhausted() && System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    private static void let(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static Path jar() {
        String jar = System.getProperty("hutong.server-jar");
        if (jar == null || !Files.exists(Path.of(jar))) {
            throw new IllegalStateException("run this as ./hutong drill kill");
        }
        return Path.of(jar);
    }

    private static Verdict judge(ServerProcess server, Stage stage, Evidence evidence) throws IOException, SQLException {
        List<Verdict.Row> rows = new ArrayList<>();
        List<Verdict.Act> acts = new ArrayList<>();
        try (Connection connection = server.superuser().connect()) {
            // Evidence is taken before the rows: a submission that is acknowledged in between is not called missing.
            var sent = evidence.all().values();
            try (PreparedStatement query = connection.prepareStatement("select idempotency_key, id, receipt from form.submission where application = any (?)")) {
                query.setArray(1, connection.createArrayOf("uuid", stage.applications().toArray()));
                try (ResultSet found = query.executeQuery()) {
                    while (found.next()) {
                        rows.add(new Verdict.Row(found.getObject(1, UUID.class), found.getObject(2, UUID.class), found.getString(3)));
                    }
                }
            }
            try (PreparedStatement query = connection.prepareStatement("select submission, told from resource.assertion where application = any (?) and retracts is null")) {
                query.setArray(1, connection.createArrayOf("uuid", stage.applications().toArray()));
                try (ResultSet found = query.executeQuery()) {
                    while (found.next()) {
                        acts.add(new Verdict.Act(found.getObject(1, UUID.class), StatedValues.decode(found.getBytes(2)).toString()));
                    }
                }
            }
            Verdict verdict = Verdict.of(sent, rows, acts);
            return verdict.and(strayEvents(connection, stage));
        }
    }

    /** Events without a submission, and submissions with two: both are broken promises of the outbox. */
    private static int strayEvents(Connection connection, Stage stage) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select (select count(*) from form.outbox o where o.application = any (?) and not exists"
                + " (select 1 from form.submission s where s.home = o.home and s.id = o.submission))"
                + " + (select count(*) from (select 1 from form.outbox where application = any (?) group by home, submission, event having count(*) > 1) twice)")) {
            query.setArray(1, connection.createArrayOf("uuid", stage.applications().toArray()));
            query.setArray(2, connection.createArrayOf("uuid", stage.applications().toArray()));
            try (ResultSet found = query.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        }
    }

    /** What the residents see must be what the receipts said: over the API, each in his or her own name. */
    private static void readBack(Stage stage, Evidence evidence) throws IOException {
        for (int resident = 0; resident < stage.residents().size(); resident++) {
            int number = resident;
            Set<String> expected = new HashSet<>();
            evidence.all().values().stream().filter(sent -> sent.resident() == number && sent.acknowledged()).forEach(sent -> expected.add(sent.submission().toString()));
            Set<String> shown = new HashSet<>();
            for (JsonNode submission : Caller.must(stage.residents().get(resident).get("/api/resident/submissions"), "a resident's submissions")) {
                shown.add(submission.path("submission").asString(submission.path("id").asString()));
            }
            if (!shown.equals(expected)) {
                throw new IOException("resident " + resident + " has receipts for " + expected.size() + " submissions and sees " + shown.size());
            }
        }
    }

    private static void execute(Login login, String sql) throws SQLException {
        try (Connection connection = login.connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void report(String name, Verdict verdict) {
        System.out.printf("%n%s: %d acknowledged, %d missing, %d doubled, %d half written, %d that nobody sent%n", name, verdict.acknowledged(), verdict.missing(),
                verdict.doubled(), verdict.halfWritten(), verdict.unexpected());
        verdict.notes().stream().limit(verdict.nothingLostNothingDoubled() ? 0 : 5).forEach(note -> System.out.println("  " + note));
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
