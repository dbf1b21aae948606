package org.hutong.app.database;

import java.nio.file.Path;
import java.time.Duration;

import javax.sql.DataSource;

import org.hutong.postgres.Login;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/**
 * The two ways into the database: {@code dataSource} for requests, as a role that owns nothing, and {@code owner} for changing tables at run
 * time. Every wait has an end, so that no request waits longer than 35 s even when the network is cut silently.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseWiring {

    @Bean
    Database database(DatabaseSettings settings, @Value("${hutong.data-dir:.hutong}") Path dataDirectory) {
        return Database.open(settings, dataDirectory);
    }

    @Bean
    @Primary
    HikariDataSource dataSource(Database database, DatabaseSettings settings) {
        HikariConfig config = pool("hutong", database.app(), settings.statementTimeout());
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(Math.min(2, settings.poolSize()));
        return new HikariDataSource(config);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("owner")
    DataSource ownerDataSource(Database database) {
        HikariConfig config = pool("hutong-owner", database.owner(), Duration.ofHours(1));
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    @Bean(defaultCandidate = false)
    @Qualifier("owner")
    DSLContext ownerDslContext(@Qualifier("owner") DataSource owner) {
        return DSL.using(owner, SQLDialect.POSTGRES);
    }

    private static HikariConfig pool(String name, Login login, Duration longestStatement) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(login.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        config.setIdleTimeout(Duration.ofMinutes(2).toMillis());
        config.setKeepaliveTime(Duration.ofMinutes(2).toMillis());
        config.setMaxLifetime(Duration.ofMinutes(30).toMillis());
        config.addDataSourceProperty("ApplicationName", name);
        config.addDataSourceProperty("connectTimeout", "5");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("socketTimeout", Long.toString(longestStatement.toSeconds() + 3));
        // The default quotes the failing row, which ends up in logs.
        config.addDataSourceProperty("logServerErrorDetail", "false");
        config.addDataSourceProperty("options", "-c statement_timeout=" + longestStatement.toMillis() + " -c lock_timeout=10000"
                + " -c idle_in_transaction_session_timeout=60000");
        return config;
    }
}
