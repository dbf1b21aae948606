package org.hutong.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/** Brings a database to the newest schema, as the role that owns it. */
public final class Migrator {
    /** Where the schema module keeps its migrations. */
    public static final String SHIPPED = "classpath:db/migration";

    private Migrator() {
    }

    /** Runs what is missing and gives the number of migrations run. Several servers may do so at once: Flyway takes a lock. */
    public static int migrate(DataSource owner, String... locations) {
        MigrateResult result = Flyway.configure()
                .dataSource(owner)
                .locations(locations.length == 0 ? new String[] {SHIPPED} : locations)
                .defaultSchema("migrations")
                .createSchemas(true)
                // Modules number their migrations apart from each other; none depends on a later module's.
                .outOfOrder(true)
                // A transaction-wide lock would keep "create index concurrently" waiting for itself.
                .configuration(java.util.Map.of("flyway.postgresql.transactional.lock", "false"))
                .load()
                .migrate();
        return result.migrationsExecuted;
    }

    /**
     * Makes the application's role on a database that is not ours, if the owner's role may; says what to run if it may not.
     */
    public static void ensureAppRole(Login owner, String app, String password) {
        try (Connection connection = reach(owner)) {
            if (roleExists(connection, app)) {
                return;
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("create role " + statement.enquoteIdentifier(app, false) + " login password " + statement.enquoteLiteral(password));
            }
        } catch (SQLException e) {
            throw new PostgresFailure("role " + app + " is missing and " + owner.user() + " may not make it; as an administrator of the database run: create role "
                    + app + " login password '...'", e);
        }
    }

    private static Connection reach(Login owner) {
        try {
            return owner.connect();
        } catch (SQLException e) {
            throw new PostgresFailure("no way into the database " + owner.url().replaceFirst("[?].*", "") + " as " + owner.user() + ": " + e.getMessage(), e);
        }
    }

    private static boolean roleExists(Connection connection, String role) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            query.setString(1, role);
            return query.executeQuery().next();
        }
    }
}
