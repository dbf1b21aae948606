package org.hutong.app.database;

import java.time.Duration;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which database the server uses. Without a {@code url} it starts the embedded PostgreSQL in the data directory.
 *
 * @param url JDBC address of a PostgreSQL of your own
 * @param ownerUser role that owns the database and changes the schema
 * @param appUser role that serves requests; must own nothing; made if missing and the owner may make roles
 * @param appPassword if empty, one is made and kept in the data directory
 * @param poolSize connections for requests
 * @param statementTimeout longest statement of a request
 * @param port of the embedded PostgreSQL; 0 takes a free one
 * @param postgres further settings of the embedded PostgreSQL, as in postgresql.conf
 */
@ConfigurationProperties("hutong.database")
public record DatabaseSettings(
        String url,
        @DefaultValue("hutong_owner") String ownerUser,
        String ownerPassword,
        @DefaultValue("hutong_app") String appUser,
        String appPassword,
        @DefaultValue("16") int poolSize,
        @DefaultValue("30s") Duration statementTimeout,
        @DefaultValue("0") int port,
        @DefaultValue Map<String, String> postgres) {

    public DatabaseSettings {
        postgres = Map.copyOf(postgres);
    }

    boolean embedded() {
        return url == null || url.isBlank();
    }

    /** Leaves the passwords out. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + (embedded() ? "embedded" : url) + "]";
    }
}
