package org.hutong.bench.speed;

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

/** The real server with its embedded PostgreSQL as processes of their own, on a town of the wanted size that stays between runs. */
final class MeasuredServer implements AutoCloseable {
    private static final Duration LOADING = Duration.ofHours(3);
    private static final String LOADED = "loaded";

    private final Path home;
    private final int port;
    private final Process process;

    private MeasuredServer(Path home, int port, Process process) {
        this.home = home;
        this.port = port;
        this.process = process;
    }

    /** Starts the server and waits until it answers; a town that a former run left half loaded is made anew. */
    static MeasuredServer start(Path jar, Path home, long persons, List<String> javaOptions) throws IOException, InterruptedException {
        Files.createDirectories(home);
        Path loaded = home.resolve(LOADED);
        if (!Files.exists(loaded) && Files.exists(home.resolve("data"))) {
            delete(home.resolve("data"));
            Files.deleteIfExists(home.resolve("server.log"));
        }
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", jar.toString(), "--server.port=" + port, "--hutong.data-dir=" + home.resolve("data"), "--hutong.demo=true",
                "--hutong.town.persons=" + persons, "--logging.file.name=" + home.resolve("server.log")));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(home.resolve("server.out").toFile()).start();
        MeasuredServer server = new MeasuredServer(home, port, process);
        try {
            server.awaitReady();
        } catch (IOException | InterruptedException e) {
            server.close();
            throw e;
        }
        if (!Files.exists(loaded)) {
            Files.writeString(loaded, persons + "\n");
        }
        return server;
    }

    private static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(url() + "/api/health")).timeout(Duration.ofSeconds(10)).build();
        long end = System.nanoTime() + LOADING.toNanos();
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IOException("the server ended with " + process.exitValue() + "; see " + home.resolve("server.log"));
            }
            try {
                if (http.send(request, BodyHandlers.discarding()).statusCode() == 200 && demoLoaded()) {
                    return;
                }
            } catch (IOException notYet) {
                // It is still starting.
            }
            LockSupport.parkNanos(20_000_000);
        }
        throw new IOException("the server was not ready after " + LOADING.toHours() + " h; see " + home.resolve("server.log"));
    }

    /** The web server answers while the town is still being loaded. */
    private boolean demoLoaded() throws IOException {
        if (Files.exists(home.resolve(LOADED))) {
            return true;
        }
        Path log = home.resolve("server.log");
        return Files.exists(log) && Files.readString(log).contains("the demo town is there");
    }

    /** Waits until this run of the server has logged something. */
    void awaitLogged(String text) throws IOException {
        long end = System.nanoTime() + Duration.ofMinutes(20).toNanos();
        while (!Files.readString(home.resolve("server.out")).contains(text)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("the server never said \"" + text + "\"; see " + home.resolve("server.log"));
            }
            LockSupport.parkNanos(100_000_000);
        }
    }

    String url() {
        return "http://localhost:" + port;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    private Path database() throws IOException {
        Path elsewhere = home.resolve("data/postgres.elsewhere");
        return Files.exists(elsewhere) ? Path.of(Files.readString(elsewhere).strip()) : home.resolve("data/postgres");
    }

    long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(database().resolve("data/postmaster.pid")).getFirst().strip());
    }

    private Login login(String user, String password) throws IOException {
        String databasePort = Files.readAllLines(database().resolve("data/postmaster.pid")).get(3).strip();
        return new Login("jdbc:postgresql://127.0.0.1:" + databasePort + "/" + EmbeddedPostgres.DATABASE, user, password);
    }

    /** Past every scope, for setting the stage. */
    Login superuser() throws IOException {
        return login("postgres", Secrets.in(database().resolve("passwords")).superuser());
    }

    /** The role the server itself uses, for the limit. */
    Login app() throws IOException {
        return login(EmbeddedPostgres.APP, Secrets.in(database().resolve("passwords")).app());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
