package org.hutong.app.database;

import java.nio.file.Path;

import org.hutong.postgres.EmbeddedPostgres;
import org.hutong.postgres.Login;
import org.hutong.postgres.Migrator;
import org.hutong.postgres.Options;
import org.hutong.postgres.Secrets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database of this server, started if it is ours and brought to the newest schema. */
class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private final Login owner;
    private final Login app;
    private final EmbeddedPostgres postgres;

    private Database(Login owner, Login app, EmbeddedPostgres postgres) {
        this.owner = owner;
        this.app = app;
        this.postgres = postgres;
    }

    static Database open(DatabaseSettings settings, Path dataDirectory) {
        Database database = settings.embedded() ? embedded(settings, dataDirectory) : external(settings, dataDirectory);
        try {
            int steps = Migrator.migrate(database.owner.dataSource());
            LOG.info("database {}: {} migrations run", database.owner.url(), steps);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Database embedded(DatabaseSettings settings, Path dataDirectory) {
        Options options = Options.standard().withPort(settings.port());
        for (var setting : settings.postgres().entrySet()) {
            options = options.withSetting(setting.getKey(), setting.getValue());
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.start(dataDirectory.resolve("postgres"), options);
        return new Database(postgres.owner(), postgres.app(), postgres);
    }

    private static Database external(DatabaseSettings settings, Path dataDirectory) {
        Login owner = new Login(settings.url(), settings.ownerUser(), settings.ownerPassword());
        String password = settings.appPassword() == null || settings.appPassword().isBlank()
                ? Secrets.in(dataDirectory.resolve("database-passwords")).app()
                : settings.appPassword();
        Migrator.ensureAppRole(owner, settings.appUser(), password);
        return new Database(owner, new Login(settings.url(), settings.appUser(), password), null);
    }

    Login owner() {
        return owner;
    }

    Login app() {
        return app;
    }

    @Override
    public void close() {
        if (postgres != null) {
            postgres.close();
        }
    }
}
