package org.hutong.access;

import javax.sql.DataSource;

import org.jooq.DSLContext;
import org.springframework.transaction.PlatformTransactionManager;

/** Opens {@link Scoped} to tests that do without Spring. */
public final class ScopedForTests {
    private ScopedForTests() {
    }

    public static Scoped on(DSLContext dsl, DataSource pool, PlatformTransactionManager transactions) {
        return new Scoped(dsl, new Connections(pool), transactions);
    }
}
