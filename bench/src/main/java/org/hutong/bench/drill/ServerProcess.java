package org.hutong.bench.drill;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.hutong.postgres.EmbeddedPostgres;
import org.hutong.postgres.Login;
import org.hutong.postgres.Secrets;

/** The real server as a process of its own, with its embedded PostgreSQL: started, looked at, killed, started again. */
public final class ServerProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(10);
    private final Path jar;
    private final Path home;
    private final int port;
    private final List<String> settings;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private Process process;

    public ServerProcess(Path jar, Path home, List<String> settings) throws IOException {
        this.jar = jar;
        this.home = home;
        this.settings = List.copyOf(settings);
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
        // Whoever stops a tool half-way finds no server left running.
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    public String url() {
        return "http://localhost:" + port;
    }

    boolean running() {
        return process != null && process.isAlive();
    }

    public void start() throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m", "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1"));
        Path archive = Path.of(System.getProperty("hutong.fast-start", ""));
        if (Files.isRegularFile(archive)) {
            command.addAll(List.of("-XX:AOTCache=" + archive, "-XX:AOTMode=auto"));
        }
        command.addAll(List.of("-jar", jar.toString(), "--server.port=" + port, "--hutong.data-dir=" + home.resolve("data"), "--logging.threshold.console=off",
                "--logging.file.name=" + home.resolve("server.log")));
        command.addAll(settings);
        process = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("server.out").toFile())).start();
    }

    /** Until the health address says up. */
    public void awaitUp() throws IOException {
        long end = System.nanoTime() + START.toNanos();
        while (!up()) {
            if (!process.isAlive()) {
                throw new IOException("the server ended with " + process.exitValue() + " instead of starting; see " + home + "/server.log");
            }
            if (System.nanoTime() > end) {
                throw new IOException("the server is not up after " + START.toMinutes() + " min; see " + home + "/server.log");
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private boolean up() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/api/health")).timeout(Duration.ofSeconds(10)).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** SIGKILL, without a word. The server starts PostgreSQL again by itself; a killed server is started again by {@link #start()}. */
    void kill(Fault.Target target) throws IOException {
        List<Long> victims = new ArrayList<>();
        if (target != Fault.Target.SERVER) {
            long postmaster = postmaster();
            victims.add(postmaster);
            ProcessHandle.of(postmaster).stream().flatMap(ProcessHandle::descendants).map(ProcessHandle::pid).forEach(victims::add);
        }
        if (target != Fault.Target.POSTGRES) {
            victims.add(process.pid());
        }
        kill(victims);
        if (target != Fault.Target.POSTGRES) {
            try {
                process.waitFor(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** All in one command, so that no victim has time to put things in order after another's death. */
    private static void kill(List<Long> pids) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "kill -KILL \"$@\" 2>/dev/null; true", "sh"));
        pids.forEach(pid -> command.add(pid.toString()));
        try {
            new ProcessBuilder(command).start().waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path database() throws IOException {
        Path elsewhere = home.resolve("data/postgres.elsewhere");
        return Files.exists(elsewhere) ? Path.of(Files.readString(elsewhere).strip()) : home.resolve("data/postgres");
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(database().resolve("data/postmaster.pid")).getFirst());
    }

    /** The superuser of the embedded PostgreSQL, past every scope: the checker must see what is really there. */
    Login superuser() throws IOException {
        String databasePort = Files.readAllLines(database().resolve("data/postmaster.pid")).get(3);
        return new Login("jdbc:postgresql://127.0.0.1:" + databasePort + "/" + EmbeddedPostgres.DATABASE, "postgres",
                Secrets.in(database().resolve("passwords")).superuser());
    }

    @Override
    public void close() {
        if (running()) {
            process.destroy();
            try {
                if (!process.waitFor(30, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
