package org.hutong.app.testing;

import java.util.concurrent.atomic.AtomicInteger;

import org.hutong.postgres.EmbeddedPostgres;
import org.hutong.postgres.Migrator;
import org.hutong.postgres.Options;

/** One PostgreSQL per test process; each database is a copy of one that was migrated once. */
final class TestDatabases {
    private static final String TEMPLATE = "hutong_template";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabases() {
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = migrated();

        private static EmbeddedPostgres migrated() {
            EmbeddedPostgres postgres = EmbeddedPostgres.temporary(Options.forTests().withSetting("max_connections", "300"));
            postgres.createDatabase(TEMPLATE, null);
            Migrator.migrate(postgres.owner().on(TEMPLATE).dataSource());
            return postgres;
        }
    }

    /** A new database with the newest schema and nothing in it. */
    static TestDatabase fresh() {
        String name = "test_" + COUNT.incrementAndGet();
        Server.POSTGRES.createDatabase(name, TEMPLATE);
        return new TestDatabase(name, Server.POSTGRES);
    }
}
