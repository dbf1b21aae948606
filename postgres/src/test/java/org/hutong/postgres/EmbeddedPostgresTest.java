package org.hutong.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {
    private Path home;

    @BeforeEach
    void makeHome() throws Exception {
        home = Files.createTempDirectory("hutong-postgres-test-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
    }

    @AfterEach
    void deleteHome() {
        new Cluster(home.resolve("data")).stopOrphans();
        Tools.deleteTree(home);
    }

    @Test
    void keepsItsDataFromOneStartToTheNext() throws Exception {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(home, Options.standard())) {
            execute(first.owner(), "create table kept (n int)", "insert into kept values (42)");
        }
        try (EmbeddedPostgres second = EmbeddedPostgres.start(home, Options.standard())) {
            assertThat(value(second.owner(), "select n from kept")).isEqualTo("42");
        }
        assertThat(new Cluster(home.resolve("data")).postmaster()).isEmpty();
    }

    @Test
    void comesBackOnTheSamePortAndLosesNothingWhenItsProcessesAreKilled() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, Options.standard())) {
            execute(postgres.owner(), "create table kept (n int)", "insert into kept select generate_series(1, 1000)");
            int port = postgres.port();
            long killed = postgres.pid();
            killAll(postgres.pid());
            assertThat(Waiting.until(Duration.ofSeconds(60), () -> postgres.pid() != killed)).isTrue();
            assertThat(postgres.port()).isEqualTo(port);
            assertThat(value(postgres.owner(), "select count(*) from kept")).isEqualTo("1000");
        }
        assertThat(cluster().postmaster()).isEmpty();
    }

    @Test
    void losesNothingThatWasCommittedWhenEveryProcessIsKilled() throws Exception {
        Process other = otherJvm();
        long postmaster = awaitReady();
        Secrets secrets = Secrets.in(home.resolve("passwords"));
        int port = Integer.parseInt(Files.readAllLines(home.resolve("data/postmaster.pid")).get(3));
        Login owner = new Login("jdbc:postgresql://127.0.0.1:" + port + "/hutong", EmbeddedPostgres.OWNER, secrets.owner());
        assertThat(Waiting.until(Duration.ofSeconds(30), () -> answers(owner))).isTrue();
        execute(owner, "create table kept (n int)", "insert into kept select generate_series(1, 1000)");
        other.destroyForcibly();
        killAll(postmaster);
        other.waitFor(10, TimeUnit.SECONDS);
        try (EmbeddedPostgres next = EmbeddedPostgres.start(home, Options.standard())) {
            assertThat(value(next.owner(), "select count(*) from kept")).isEqualTo("1000");
        }
    }

    @Test
    void stopsWithTheProcessThatStartedItEvenWhenThatIsKilled() throws Exception {
        Process other = otherJvm();
        awaitReady();
        other.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        if (Tools.present("setpriv")) {
            assertThat(Waiting.until(Duration.ofSeconds(30), () -> cluster().postmaster().isEmpty())).isTrue();
        }
        try (EmbeddedPostgres next = EmbeddedPostgres.start(home, Options.standard())) {
            assertThat(value(next.owner(), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void stopsAnOrphanBeforeItStarts() throws Exception {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(home, Options.standard())) {
            execute(first.owner(), "create table kept (n int)", "insert into kept values (7)");
        }
        Process orphan = new ProcessBuilder(orphanCommand()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        assertThat(Waiting.until(Duration.ofSeconds(30), () -> cluster().ready(orphan.pid()))).isTrue();
        try (EmbeddedPostgres second = EmbeddedPostgres.start(home, Options.standard())) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(value(second.owner(), "select n from kept")).isEqualTo("7");
        }
    }

    @Test
    void letsOnlyOneProcessHoldADataDirectory() {
        try (EmbeddedPostgres first = EmbeddedPostgres.start(home, Options.forTests())) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(first.home(), Options.forTests())).isInstanceOf(PostgresFailure.class)
                    .hasMessageContaining("another Hutong");
        }
    }

    @Test
    void givesTheApplicationARoleThatOwnsNothing() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, Options.forTests())) {
            execute(postgres.owner(), "create schema hall", "create table hall.thing (n int)", "grant usage on schema hall to hutong_app",
                    "grant select on hall.thing to hutong_app");
            assertThat(value(postgres.app(), "select count(*) from hall.thing")).isEqualTo("0");
            for (String forbidden : List.of("create table hall.other (n int)", "create schema mine", "create table public.other (n int)",
                    "create temp table t (n int)", "drop table hall.thing", "insert into hall.thing values (1)")) {
                assertThatThrownBy(() -> execute(postgres.app(), forbidden)).as(forbidden).isInstanceOf(SQLException.class);
            }
            assertThat(value(postgres.superuser(), "select count(*) from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'hutong_app'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void findsTrigramsInChineseAndSortsByPinyin() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, Options.forTests())) {
            execute(postgres.owner(), "create extension pg_trgm");
            assertThat(value(postgres.owner(), "select array_length(show_trgm('崇川区文峰街道'), 1) > 3")).isEqualTo("t");
            assertThat(value(postgres.owner(), "select string_agg(n, '' order by n collate \"zh-x-icu\") from unnest(array['张','阿','李']) n"))
                    .isEqualTo("阿李张");
            assertThat(value(postgres.owner(), "select 'Ä' ~ '^\\w$'")).isEqualTo("t");
        }
    }

    @Test
    void writesNoDataIntoItsLog() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, Options.forTests())) {
            execute(postgres.owner(), "create table person (phone text primary key)", "insert into person values ('13962912345')");
            assertThatThrownBy(() -> execute(postgres.owner(), "insert into person values ('13962912345')")).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> execute(postgres.owner(), "insert into nowhere values ('13962912345')")).isInstanceOf(SQLException.class);
            assertThat(Files.readString(postgres.home().resolve("postgres.log"))).contains("duplicate key").doesNotContain("13962912345");
        }
    }

    @Test
    void isFoundByAToolBesideItForAsLongAsItRuns() throws Exception {
        assertThat(EmbeddedPostgres.running(home)).as("nothing was ever made here").isEmpty();
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, Options.forTests())) {
            Login found = EmbeddedPostgres.running(home).orElseThrow();
            assertThat(found).isEqualTo(postgres.app());
            found.connect().close();
        }
        assertThat(EmbeddedPostgres.running(home)).as("it was stopped").isEmpty();
    }

    @Test
    void keepsItsPasswordsFromOthers() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(home, Options.forTests())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(postgres.home().resolve("passwords")))).isEqualTo("rw-------");
            assertThat(postgres.app().toString()).doesNotContain(postgres.app().password());
            Login wrong = new Login(postgres.app().url(), EmbeddedPostgres.APP, "wrong");
            assertThatThrownBy(wrong::connect).isInstanceOf(SQLException.class).hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void goesElsewhereWhenItsUserCannotReachTheDirectory() throws Exception {
        Path closed = Files.createDirectory(home.resolve("closed"), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(closed.resolve("database"), Options.forTests())) {
            assertThat(postgres.home().startsWith("/var/lib/hutong")).isEqualTo(ServerUser.choose().stepsDown());
            assertThat(value(postgres.owner(), "select 1")).isEqualTo("1");
            Path used = postgres.home();
            postgres.close();
            Tools.deleteTree(used);
        }
    }

    private List<String> orphanCommand() {
        ServerUser user = ServerUser.choose();
        List<String> command = new ArrayList<>(user.prefix());
        command.addAll(List.of(Binaries.unpacked(Binaries.defaultCache(user)).program("postgres").toString(), "-D", home.resolve("data").toString()));
        return command;
    }

    private Cluster cluster() {
        return new Cluster(home.resolve("data"));
    }

    private long awaitReady() {
        assertThat(Waiting.until(Duration.ofSeconds(90), () -> cluster().postmaster().filter(cluster()::ready).isPresent())).isTrue();
        return cluster().postmaster().orElseThrow();
    }

    private static boolean answers(Login login) {
        try (Connection connection = login.connect()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    private static void killAll(long postmaster) {
        List<Long> processes = new ArrayList<>(List.of(postmaster));
        processes.addAll(ProcessHandle.of(postmaster).orElseThrow().descendants().map(ProcessHandle::pid).toList());
        processes.forEach(pid -> Tools.signal(pid, "KILL"));
    }

    private Process otherJvm() throws Exception {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-cp",
                System.getProperty("java.class.path"), Holder.class.getName(), home.toString()).inheritIO().start();
    }

    private static void execute(Login login, String... statements) throws SQLException {
        try (Connection connection = login.connect(); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String value(Login login, String query) throws SQLException {
        try (Connection connection = login.connect(); Statement statement = connection.createStatement(); var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
