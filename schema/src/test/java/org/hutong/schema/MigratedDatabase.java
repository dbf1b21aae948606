package org.hutong.schema;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.hutong.postgres.EmbeddedPostgres;
import org.hutong.postgres.Login;
import org.hutong.postgres.Migrator;
import org.hutong.postgres.Options;

/** A PostgreSQL with all migrations run, started once for all tests of this module. */
final class MigratedDatabase {
    private static final EmbeddedPostgres POSTGRES = migrated();

    private MigratedDatabase() {
    }

    static EmbeddedPostgres postgres() {
        return POSTGRES;
    }

    /** Rows as column name to text. */
    static List<Map<String, String>> rows(String query) {
        return rows(POSTGRES.superuser(), query);
    }

    static List<Map<String, String>> rows(Login login, String query) {
        try (Connection connection = login.connect(); Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(query)) {
            List<Map<String, String>> rows = new ArrayList<>();
            while (result.next()) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.put(result.getMetaData().getColumnLabel(column), result.getString(column));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    /** The first column. */
    static List<String> names(String query) {
        return rows(query).stream().map(row -> row.values().iterator().next()).toList();
    }

    private static EmbeddedPostgres migrated() {
        EmbeddedPostgres postgres = EmbeddedPostgres.temporary(Options.forTests());
        Migrator.migrate(postgres.owner().dataSource());
        return postgres;
    }
}
