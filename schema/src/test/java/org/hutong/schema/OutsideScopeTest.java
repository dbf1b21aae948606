package org.hutong.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.schema.SchemaText.OURS;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.hutong.postgres.Login;
import org.hutong.postgres.Migrator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Reads every table of residents' data with the settings of somebody who has no business there. Tables are found in the system catalogue
 * and filled by the types of their columns, so that a new table without a policy that holds fails here.
 */
class OutsideScopeTest {
    private static final UUID PERSON = UUID.fromString("0192f000-0000-7000-8000-000000000001");
    private static final UUID HOUSEHOLD = UUID.fromString("0192f000-0000-7000-8000-000000000002");
    private static final UUID DWELLING = UUID.fromString("0192f000-0000-7000-8000-000000000003");
    private static final UUID LINK = UUID.fromString("0192f000-0000-7000-8000-000000000004");
    private static final UUID DOG = UUID.fromString("0192f000-0000-7000-8000-000000000005");
    private static final UUID STRANGER = UUID.fromString("0192f000-0000-7000-8000-000000000009");
    private static final int HOME = 320612;
    private static final long PLACE = 320612002001001L;
    private static final String THERE = as("officer", 320612000000000L, 320612999999999L);
    private static final String ELSEWHERE = as("officer", 320613000000000L, 320613999999999L);
    private static final String BACKGROUND = as("background", 0, 0);
    private static final String RESIDENT = "select set_config('hutong.actor', 'resident', true) || set_config('hutong.lo', '0', true)"
            + " || set_config('hutong.hi', '0', true) || set_config('hutong.wards', '{}', true) || set_config('hutong.subject', '%s', true)";
    /** What was released before officers' transactions were kept from links and history. */
    private static final String RELEASED = "202611231581";
    private static final String DATABASE = "outside_scope";
    private static final List<String> HISTORY = List.of("resource.assertion", "resource.correction", "resource.id_registry", "resource.link");

    private static Login superuser;
    private static Login app;

    /** Upgrades a database that was in use, with a type of subject that a steward had added. */
    @BeforeAll
    static void upgrade() throws SQLException {
        MigratedDatabase.postgres().createDatabase(DATABASE, null);
        superuser = MigratedDatabase.postgres().superuser().on(DATABASE);
        app = MigratedDatabase.postgres().app().on(DATABASE);
        Login owner = MigratedDatabase.postgres().owner().on(DATABASE);
        Flyway.configure().dataSource(owner.dataSource()).locations(Migrator.SHIPPED).defaultSchema("migrations").createSchemas(true)
                .target(RELEASED).load().migrate();
        try (Connection connection = owner.connect()) {
            execute(connection, "create table resource.x_dog (home int not null, id uuid not null, created_at timestamptz not null default now(), dek bytea,"
                    + " prov bytea not null default '', merged_into uuid, erased_at timestamptz, region bigint, primary key (home, id))");
            execute(connection, "grant select, insert, update on resource.x_dog to hutong_app");
            execute(connection, "alter table resource.x_dog enable row level security");
            execute(connection, "alter table resource.x_dog force row level security");
            execute(connection, "create policy x_dog_scope on resource.x_dog using (current_setting('hutong.actor', true) = 'background'"
                    + " or current_setting('hutong.actor', true) = 'officer' and region between current_setting('hutong.lo', true)::bigint"
                    + " and current_setting('hutong.hi', true)::bigint)");
            execute(connection, "insert into catalogue.resource_type (code, name_zh, name_en, table_name, link_kind, built_in)"
                    + " values ('dog', '犬', 'Dog', 'x_dog', 'keeps', false)");
        }
        try (Connection connection = superuser.connect()) {
            execute(connection, "set session_replication_role = replica");
            for (String table : tables(connection)) {
                fill(connection, table);
            }
        }
        Migrator.migrate(owner.dataSource());
        try (Connection connection = superuser.connect()) {
            execute(connection, "set session_replication_role = replica");
            for (String table : tables(connection)) {
                if (count(connection, table) == 0) {
                    fill(connection, table);
                }
            }
            history(connection);
        }
    }

    @AfterAll
    static void drop() {
        MigratedDatabase.postgres().dropDatabase(DATABASE);
    }

    @Test
    void everyTableHasARow() throws SQLException {
        try (Connection connection = superuser.connect()) {
            for (String table : tables(connection)) {
                assertThat(count(connection, table)).as(table).isPositive();
            }
        }
    }

    @Test
    void anOfficerOfAnotherRegionReadsNothing() throws SQLException {
        assertThat(read(ELSEWHERE)).isEmpty();
    }

    @Test
    void anotherResidentReadsNothing() throws SQLException {
        assertThat(read(RESIDENT.formatted(STRANGER))).isEmpty();
    }

    @Test
    void theOfficerThereReadsHistoryOfEveryTypeOfSubject() throws SQLException {
        Map<String, Long> read = read(THERE);
        assertThat(read).containsEntry("resource.assertion", 5L).containsEntry("resource.correction", 5L).containsEntry("resource.link", 1L)
                .containsEntry("resource.id_registry", 1L);
    }

    @Test
    void theSystemReadsAll() throws SQLException {
        assertThat(read(BACKGROUND)).containsKeys(HISTORY.toArray(String[]::new));
    }

    @Test
    void historyGoesWithWhoMoves() throws SQLException {
        try (Connection connection = app.connect()) {
            connection.setAutoCommit(false);
            execute(connection, BACKGROUND);
            execute(connection, "update resource.person set resides_in = 320613002001001");
            execute(connection, ELSEWHERE);
            assertThat(strings(connection, "select type from resource.assertion order by 1")).containsExactly("member", "person");
            assertThat(strings(connection, "select id::text from resource.link")).containsExactly(LINK.toString());
            execute(connection, THERE);
            assertThat(strings(connection, "select type from resource.assertion order by 1"))
                    .as("still registered here").containsExactly("dog", "dwelling", "household", "member", "person");
            connection.rollback();
        }
    }

    @Test
    void aNumberThatSomebodyElsewhereHasIsNotShownToWhoClaimsIt() throws SQLException {
        try (Connection connection = app.connect()) {
            connection.setAutoCommit(false);
            execute(connection, ELSEWHERE);
            execute(connection, "insert into resource.person (home, id, resides_in) values (320613, '" + STRANGER + "', 320613002001001)");
            String claim = "insert into resource.id_registry (blind_index, home, subject) values ('%s', 320613, '" + STRANGER + "')"
                    + " on conflict (blind_index) do nothing returning subject::text";
            assertThat(strings(connection, claim.formatted("\\x00"))).isEmpty();
            assertThat(strings(connection, "select subject::text from resource.id_registry")).isEmpty();
            assertThat(strings(connection, claim.formatted("\\x77"))).containsExactly(STRANGER.toString());
            connection.rollback();
        }
    }

    /** Each table with at least one row that somebody sees. */
    private static Map<String, Long> read(String settings) throws SQLException {
        List<String> tables;
        try (Connection connection = superuser.connect()) {
            tables = new ArrayList<>(tables(connection));
            tables.addAll(strings(connection, "select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                    + " where n.nspname = 'published' and c.relkind = 'v'"));
        }
        Map<String, Long> seen = new TreeMap<>();
        try (Connection connection = app.connect()) {
            connection.setAutoCommit(false);
            execute(connection, settings);
            for (String table : tables) {
                long rows = count(connection, table);
                if (rows > 0) {
                    seen.put(table, rows);
                }
            }
            connection.rollback();
        }
        return seen;
    }

    /** All that grow with residents and are about somebody, as far as the application may read them at all. */
    private static List<String> tables(Connection connection) throws SQLException {
        return strings(connection, "select c.oid::regclass::text from pg_class c join pg_namespace n on n.oid = c.relnamespace where " + OURS
                + " and c.relkind in ('r', 'p') and not c.relispartition and has_table_privilege('hutong_app', c.oid, 'select')"
                + " and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'home' and not a.attisdropped) order by 1").stream()
                .filter(table -> !RowSecurityTest.ABOUT_NOBODY.containsKey(table)).toList();
    }

    /** One row about the person there, or whose key is the person's. */
    private static void fill(Connection connection, String table) throws SQLException {
        Map<String, String> values = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement(); ResultSet column = statement.executeQuery(
                "select quote_ident(a.attname), format_type(a.atttypid, null), a.attnotnull and not a.atthasdef, (select substring(pg_get_constraintdef(r.oid) from '''([^'']*)''')"
                + " from pg_constraint r where r.conrelid = a.attrelid and r.contype = 'c' and r.conkey = array[a.attnum] limit 1)"
                + " from pg_attribute a where a.attrelid = '" + table + "'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum")) {
            while (column.next()) {
                String name = column.getString(1);
                boolean place = column.getString(2).equals("bigint") && name.matches("(.*_)?region|resides_in|registered_in|works_in");
                if (place || column.getBoolean(3)) {
                    values.put(name, place ? Long.toString(PLACE) : value(name, column.getString(2), column.getString(4)));
                }
            }
        }
        values.put("home", Integer.toString(HOME));
        if (table.equals("task.report")) {
            // Heard at a door or told in a form, one of the two.
            values.put("task", "'" + PERSON + "'");
        }
        execute(connection, "insert into " + table + " (" + String.join(", ", values.keySet()) + ") values (" + String.join(", ", values.values()) + ")");
    }

    private static String value(String name, String type, String allowed) {
        return switch (type) {
            case "uuid" -> "'" + PERSON + "'";
            case "text" -> "'" + (allowed != null ? allowed : name.equals("type") ? "person" : "x") + "'";
            case "boolean" -> "false";
            case "integer", "bigint", "smallint", "numeric" -> "1";
            case "bytea" -> "'\\x00'";
            case "date" -> "current_date";
            case "timestamp with time zone" -> "now()";
            case "jsonb" -> "'{}'";
            case "xid8" -> "pg_current_xact_id()";
            default -> {
                if (type.endsWith("[]")) {
                    yield "'{}'";
                }
                throw new IllegalStateException("no value of type " + type + " for " + name);
            }
        };
    }

    /** The person has a household, a dwelling and a dog there, and something was stated and is contested of each. */
    private static void history(Connection connection) throws SQLException {
        execute(connection, "update resource.household set id = '" + HOUSEHOLD + "'");
        execute(connection, "update resource.dwelling set id = '" + DWELLING + "'");
        execute(connection, "update resource.x_dog set id = '" + DOG + "'");
        execute(connection, "update resource.link set id = '" + LINK + "', kind = 'member', to_home = " + HOME + ", to_id = '" + HOUSEHOLD + "'");
        for (Map.Entry<String, UUID> more : Map.of("household", HOUSEHOLD, "dwelling", DWELLING, "member", LINK, "dog", DOG).entrySet()) {
            execute(connection, "insert into resource.assertion (home, subject, recorded_on, id, type, source, means, actor, stated_at, recorded_at, said) select home, '"
                    + more.getValue() + "', recorded_on, id, '" + more.getKey() + "', source, means, actor, stated_at, recorded_at, said from resource.assertion"
                    + " where type = 'person'");
            execute(connection, "insert into resource.correction (home, id, subject, type, element, act, against, opened_at) select home, '" + more.getValue() + "', '"
                    + more.getValue() + "', '" + more.getKey() + "', element, act, against, opened_at from resource.correction where type = 'person'");
        }
    }

    private static String as(String actor, long from, long to) {
        return "select set_config('hutong.actor', '" + actor + "', true) || set_config('hutong.lo', '" + from + "', true) || set_config('hutong.hi', '" + to
                + "', true) || set_config('hutong.subject', '', true) || set_config('hutong.wards', '{}', true)";
    }

    private static long count(Connection connection, String table) throws SQLException {
        return Long.parseLong(strings(connection, "select count(*) from " + table).getFirst());
    }

    private static List<String> strings(Connection connection, String query) throws SQLException {
        List<String> strings = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(query)) {
            while (row.next()) {
                strings.add(row.getString(1));
            }
        }
        return strings;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
