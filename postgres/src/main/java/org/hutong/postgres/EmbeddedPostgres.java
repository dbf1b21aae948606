package org.hutong.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL that belongs to this process: made on first start, kept in a data directory, stopped with the process however it ends.
 *
 * <p>Two roles are made: {@code hutong_owner} owns the database and changes the schema, {@code hutong_app} owns nothing. It listens on the
 * loopback address only; passwords are random. One process at a time holds a data directory.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    public static final String OWNER = "hutong_owner";
    public static final String APP = "hutong_app";
    public static final String DATABASE = "hutong";
    private static final String SUPERUSER = "postgres";
    private static final Duration START = Duration.ofMinutes(10);
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final Path home;
    private final Options options;
    private final Binaries binaries;
    private final ServerUser user;
    private final Secrets secrets;
    private final Cluster cluster;
    private final FileChannel lock;
    private final boolean temporary;
    /** The one thread that starts PostgreSQL, and stays: the signal that stops PostgreSQL when we die follows the thread that started it. */
    private final ExecutorService keeper = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("hutong-postgres").factory());
    private volatile Process process;
    private volatile int port;
    private volatile boolean closed;

    private EmbeddedPostgres(Path home, Options options, boolean temporary) {
        this.options = options;
        this.temporary = temporary;
        this.user = ServerUser.choose();
        this.binaries = Binaries.unpacked(options.cache() == null ? Binaries.defaultCache(user) : options.cache());
        this.home = prepared(home);
        this.lock = lock();
        try {
            this.secrets = Secrets.in(this.home.resolve("passwords"));
            this.cluster = new Cluster(this.home.resolve("data"));
        } catch (RuntimeException e) {
            release();
            throw e;
        }
    }

    /** Starts the PostgreSQL that keeps its data below {@code home}; makes it if there is none. */
    public static EmbeddedPostgres start(Path home, Options options) {
        return new EmbeddedPostgres(home, options, false).started();
    }

    /** Starts a new, empty PostgreSQL that is deleted when it is closed or the process ends normally. */
    public static EmbeddedPostgres temporary(Options options) {
        try {
            Path home = Files.createTempDirectory("hutong-postgres-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
            EmbeddedPostgres postgres = new EmbeddedPostgres(home, options, true).started();
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close, "hutong-postgres-close"));
            return postgres;
        } catch (IOException e) {
            throw new PostgresFailure("cannot make a temporary directory", e);
        }
    }

    /**
     * How a tool beside the server reaches the PostgreSQL that the server runs on {@code home}, as the role that owns nothing.
     *
     * @return empty when none runs there, or when it belongs to somebody else
     */
    public static Optional<Login> running(Path home) {
        try {
            Path elsewhere = home.resolveSibling(home.getFileName() + ".elsewhere");
            Path real = Files.exists(elsewhere) ? Path.of(Files.readString(elsewhere).strip()) : home;
            if (!Files.isReadable(real.resolve("passwords"))) {
                return Optional.empty();
            }
            String password = Secrets.in(real.resolve("passwords")).app();
            return new Cluster(real.resolve("data")).port().map(port -> new Login("jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE, APP, password));
        } catch (IOException e) {
            throw new PostgresFailure("cannot read " + home, e);
        }
    }

    /** Where the data really is: not always where it was asked for, see the log. */
    public Path home() {
        return home;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public Login owner() {
        return new Login(url(), OWNER, secrets.owner());
    }

    public Login app() {
        return new Login(url(), APP, secrets.app());
    }

    public Login superuser() {
        return new Login(url(), SUPERUSER, secrets.superuser());
    }

    /** Makes a database that belongs to the owner, as a copy of another if {@code template} is not null. */
    public void createDatabase(String name, String template) {
        administer("create database " + name + " owner " + OWNER + (template == null ? "" : " template " + template),
                "revoke all on database " + name + " from public", "grant connect on database " + name + " to " + APP);
    }

    public void dropDatabase(String name) {
        administer("drop database if exists " + name + " with (force)");
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            onKeeper(() -> {
                if (process.isAlive()) {
                    if (temporary) {
                        Tools.signal(process.pid(), "QUIT");
                    }
                    cluster.stop(process.pid());
                }
                if (temporary) {
                    cluster.stopOrphans();
                    Tools.deleteTree(home);
                }
            });
        } finally {
            release();
        }
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    private EmbeddedPostgres started() {
        try {
            onKeeper(() -> {
                cluster.stopOrphans();
                create();
                if (options.port() != 0) {
                    launch(options.port());
                    return;
                }
                for (int left = 4; process == null; left--) {
                    try {
                        launch(freePort());
                    } catch (PortTaken e) {
                        if (left == 0) {
                            throw e;
                        }
                        LOG.info("port {} was taken meanwhile; trying another", e.port);
                    }
                }
            });
            establish();
            return this;
        } catch (RuntimeException e) {
            abandon();
            throw e;
        }
    }

    /** Something else than us ended PostgreSQL: start it again where it was, so that connection pools find it. */
    private void revive() {
        for (int attempt = 1; !closed; attempt++) {
            try {
                LOG.warn("PostgreSQL ended unexpectedly; starting it again (attempt {})", attempt);
                cluster.stopOrphans();
                launch(port);
                return;
            } catch (IOException | RuntimeException e) {
                LOG.error("PostgreSQL could not be started again", e);
                Waiting.until(Duration.ofSeconds(Math.min(30, attempt)), () -> closed);
            }
        }
    }

    private void onKeeper(Work work) {
        try {
            keeper.submit(() -> {
                work.run();
                return null;
            }).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new PostgresFailure("cannot run PostgreSQL in " + home, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresFailure("interrupted while PostgreSQL was starting or stopping", e);
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private static final class PortTaken extends PostgresFailure {
        private static final long serialVersionUID = 1L;
        private final int port;

        private PortTaken(int port) {
            super("port " + port + " is taken; give another");
            this.port = port;
        }
    }

    private void abandon() {
        closed = true;
        cluster.stopOrphans();
        if (temporary) {
            Tools.deleteTree(home);
        }
        release();
    }

    /** The directory asked for, or another if the user that PostgreSQL runs as cannot get there. */
    private Path prepared(Path wanted) {
        Path asked = wanted.toAbsolutePath().normalize();
        try {
            Path chosen = asked;
            if (!user.reaches(asked)) {
                chosen = Path.of("/var/lib/hutong", asked.toString().substring(1).replaceAll("[^A-Za-z0-9]+", "-"));
                LOG.info("user {} cannot reach {}; the database is kept in {}", user.name(), asked, chosen);
                Files.createDirectories(asked.getParent());
                Files.writeString(asked.resolveSibling(asked.getFileName() + ".elsewhere"), chosen + "\n");
            }
            Files.createDirectories(chosen);
            if (user.stepsDown()) {
                Files.setPosixFilePermissions(chosen, PosixFilePermissions.fromString("rwx--x--x"));
            }
            return chosen.toRealPath();
        } catch (IOException e) {
            throw new PostgresFailure("cannot prepare " + asked, e);
        }
    }

    private FileChannel lock() {
        try {
            FileChannel channel = FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock held = null;
            try {
                held = channel.tryLock();
            } catch (OverlappingFileLockException e) {
                LOG.debug("held by this process already", e);
            }
            if (held == null) {
                channel.close();
                throw new PostgresFailure("another Hutong already runs on " + home + "; stop it or give another --data directory");
            }
            return channel;
        } catch (IOException e) {
            throw new PostgresFailure("cannot lock " + home, e);
        }
    }

    private void release() {
        keeper.shutdown();
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("cannot unlock {}", home, e);
        }
    }

    /** initdb into a directory beside, then one rename: a kill in between leaves nothing half made. */
    private void create() throws IOException {
        if (Files.exists(cluster.data().resolve("PG_VERSION"))) {
            return;
        }
        LOG.info("making a new database in {}", cluster.data());
        Path fresh = home.resolve("data.new");
        Tools.deleteTree(fresh);
        Files.createDirectory(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        user.own(fresh);
        Path password = home.resolve("initial-password");
        Files.deleteIfExists(password);
        Files.createFile(password, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(password, secrets.superuser());
        user.own(password);
        List<String> command = new ArrayList<>(user.prefix());
        command.addAll(List.of(binaries.program("initdb").toString(), "-D", fresh.toString(), "-U", SUPERUSER, "--pwfile=" + password,
                "--auth=scram-sha-256", "--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C",
                "--lc-ctype=C.UTF-8", "-k"));
        if (!options.durable()) {
            command.add("--no-sync");
        }
        try {
            Tools.run(command, Path.of("/"), Duration.ofMinutes(5));
        } finally {
            Files.deleteIfExists(password);
        }
        Files.move(fresh, cluster.data(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Runs on the keeper's thread only. */
    private void launch(int candidate) throws IOException {
        writeSettings(candidate);
        Path log = home.resolve("postgres.log");
        if (Files.exists(log) && Files.size(log) > 10_000_000) {
            Files.move(log, home.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
        long before = Files.exists(log) ? Files.size(log) : 0;
        List<String> command = new ArrayList<>(user.prefixBoundToParent());
        command.addAll(List.of(binaries.program("postgres").toString(), "-D", cluster.data().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(cluster.data().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().remove("LC_ALL");
        Process attempt = builder.start();
        Waiting.until(START, () -> closed || !attempt.isAlive() || cluster.ready(attempt.pid()));
        if (attempt.isAlive() && cluster.ready(attempt.pid())) {
            process = attempt;
            port = candidate;
            attempt.onExit().thenRun(this::whenEnded);
            return;
        }
        cluster.stopOrphans();
        String said = tail(log, before);
        if (said.contains("Address already in use") || said.contains("could not bind")) {
            throw new PortTaken(candidate);
        }
        throw new PostgresFailure("PostgreSQL did not start in " + cluster.data() + ": " + said);
    }

    private void whenEnded() {
        if (!closed) {
            try {
                keeper.execute(this::revive);
            } catch (RejectedExecutionException e) {
                LOG.debug("closed meanwhile", e);
            }
        }
    }

    private void writeSettings(int candidate) throws IOException {
        Path conf = cluster.data().resolve("postgresql.auto.conf");
        Files.writeString(conf, options.effective(candidate).entrySet().stream()
                .map(setting -> setting.getKey() + " = '" + setting.getValue().replace("'", "''") + "'\n")
                .collect(Collectors.joining("", "# Written anew at each start.\n", "")));
        user.own(conf);
    }

    private static String tail(Path log, long from) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.min(from, file.length()));
            byte[] bytes = new byte[(int) Math.min(20_000, file.length() - file.getFilePointer())];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Roles and database, made if missing; passwords set again so that the file beside the data is always the truth. */
    private void establish() {
        try (Connection connection = superuser().on("postgres").connect(); Statement statement = connection.createStatement()) {
            // Stretching protects passwords that can be guessed; ours are 192 random bits, and each connection would pay for it.
            statement.execute("set scram_iterations = 1");
            for (var role : Map.of(OWNER, secrets.owner(), APP, secrets.app(), SUPERUSER, secrets.superuser()).entrySet()) {
                if (!exists(statement, "select 1 from pg_roles where rolname = '" + role.getKey() + "'")) {
                    statement.execute("create role " + role.getKey() + " login password '" + role.getValue() + "'");
                } else {
                    statement.execute("alter role " + role.getKey() + " login password '" + role.getValue() + "'");
                }
            }
            if (!exists(statement, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
            }
            statement.execute("revoke all on database " + DATABASE + " from public");
            statement.execute("grant connect on database " + DATABASE + " to " + APP);
        } catch (SQLException e) {
            throw new PostgresFailure("cannot set up the roles of the database", e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private void administer(String... statements) {
        try (Connection connection = superuser().on("postgres").connect(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new PostgresFailure("cannot administer the databases", e);
        }
    }
}
