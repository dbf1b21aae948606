package org.hutong.access;

import org.jooq.DSLContext;
import org.springframework.transaction.PlatformTransactionManager;

/** Opens {@link Scoped} to tests that do without Spring. */
public final class ScopedForTests {
    private ScopedForTests() {
    }

    public static Scoped on(DSLContext dsl, PlatformTransactionManager transactions) {
        return new Scoped(dsl, transactions);
    }
}
