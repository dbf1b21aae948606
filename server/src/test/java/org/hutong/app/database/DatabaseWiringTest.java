package org.hutong.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Role;
import org.hutong.access.Scoped;
import org.hutong.app.testing.ServerTest;
import org.hutong.kernel.RegionCode;
import org.hutong.postgres.Login;
import org.hutong.postgres.Migrator;
import org.hutong.postgres.PostgresFailure;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.diagnostics.FailureAnalysis;

@ServerTest
class DatabaseWiringTest {
    @Autowired
    private DSLContext dsl;
    @Autowired
    private Scoped scoped;
    @Autowired
    private Database database;
    @Autowired
    @Qualifier("owner")
    private DSLContext owner;

    @Test
    void requestsRunAsARoleThatOwnsNothing() {
        assertThat(dsl.fetchValue("select current_user")).isEqualTo("hutong_app");
        assertThat(dsl.configuration().dialect()).isEqualTo(SQLDialect.POSTGRES);
        assertThat(dsl.fetchValue("select count(*) from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = 'hutong_app'")).isEqualTo(0L);
        assertThatThrownBy(() -> dsl.execute("create table mine (n int)")).hasStackTraceContaining("permission denied");
    }

    @Test
    void tablesAreChangedAsTheirOwner() {
        assertThat(owner.fetchValue("select current_user")).isEqualTo("hutong_owner");
        owner.execute("create schema wiring_test");
        owner.execute("create table wiring_test.thing (n int)");
        owner.execute("drop schema wiring_test cascade");
    }

    @Test
    void aWrongPasswordIsSaidInOneLine() {
        Login wrong = new Login(database.owner().url() + "?password=secret", database.owner().user(), "wrong");
        assertThatThrownBy(() -> Migrator.ensureAppRole(wrong, "hutong_app", "any")).isInstanceOfSatisfying(PostgresFailure.class, failure -> {
            FailureAnalysis said = new StartFailure().analyze(new IllegalStateException("some bean", failure));
            assertThat(said.getDescription()).startsWith("no way into the database").contains("password authentication failed").doesNotContain("secret");
        });
    }

    @Test
    void everyWaitHasAnEnd() {
        assertThat(dsl.fetchValue("show statement_timeout")).isEqualTo("30s");
        assertThat(dsl.fetchValue("show lock_timeout")).isEqualTo("10s");
        assertThat(dsl.fetchValue("show idle_in_transaction_session_timeout")).isEqualTo("1min");
    }

    @Test
    void theScopeEndsWithItsTransaction() {
        Actor officer = new Actor.Officer(UUID.randomUUID(), "name", UUID.randomUUID(), "post", RegionCode.of("320613002000"), "health", Set.of(Role.OFFICER));
        String inside = scoped.read(officer, tx -> (String) tx.fetchValue("select current_setting('hutong.actor', true) || ' ' || current_setting('hutong.lo', true)"));
        assertThat(inside).isEqualTo("officer 320613002000000");
        assertThat(dsl.fetchValue("select coalesce(current_setting('hutong.actor', true), '')")).isEqualTo("");
    }

    @Test
    void aReadMayNotWrite() {
        assertThatThrownBy(() -> scoped.read(new Actor.Background("test"), tx -> tx.execute("create temp table t (n int)")))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void theDataDirectoryIsTheTestsOwn(@Value("${hutong.data-dir}") Path directory) {
        assertThat(directory).isDirectory();
    }
}
