package org.hutong.app.testing;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.hutong.access.Scoped;
import org.hutong.access.ScopedForTests;
import org.hutong.postgres.EmbeddedPostgres;
import org.hutong.postgres.Login;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** A migrated database of a test's own, as the owner, as the application, and as somebody through {@link Scoped}. */
public final class TestDatabase implements AutoCloseable {
    private final String name;
    private final EmbeddedPostgres postgres;
    private final HikariDataSource ownerSource;
    private final HikariDataSource appSource;

    TestDatabase(String name, EmbeddedPostgres postgres) {
        this.name = name;
        this.postgres = postgres;
        this.ownerSource = pool(ownerLogin());
        this.appSource = pool(appLogin());
    }

    public Login ownerLogin() {
        return postgres.owner().on(name);
    }

    public Login appLogin() {
        return postgres.app().on(name);
    }

    /** The superuser sees everything, past row-level security: for checking what is really in the tables. */
    public Login superuserLogin() {
        return postgres.superuser().on(name);
    }

    public DataSource ownerSource() {
        return ownerSource;
    }

    public DataSource appSource() {
        return appSource;
    }

    public DSLContext owner() {
        return DSL.using(ownerSource, SQLDialect.POSTGRES);
    }

    /** Outside any scope: row-level security shows nothing. */
    public DSLContext app() {
        return DSL.using(appSource, SQLDialect.POSTGRES);
    }

    /** Past row-level security. */
    public DSLContext everything() {
        return DSL.using(superuserLogin().dataSource(), SQLDialect.POSTGRES);
    }

    /** As the server has it: transactions as an actor. */
    public Scoped scoped() {
        return ScopedForTests.on(DSL.using(new TransactionAwareDataSourceProxy(appSource), SQLDialect.POSTGRES), appSource,
                new JdbcTransactionManager(appSource));
    }

    /** Empties the tables, in any order of foreign keys. */
    public void truncate(String... tables) {
        try (Connection connection = superuserLogin().connect(); var statement = connection.createStatement()) {
            statement.execute("truncate " + String.join(", ", tables) + " cascade");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        ownerSource.close();
        appSource.close();
        postgres.dropDatabase(name);
    }

    private static HikariDataSource pool(Login login) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }
}
