package org.hutong.catalogue;

import org.jooq.DSLContext;

/** The catalogue with the shipped definitions, without Spring. */
public final class CatalogueForTests {
    private CatalogueForTests() {
    }

    public static Catalogue on(DSLContext app, DSLContext owner, ResourceColumns columns) {
        Catalogue catalogue = new Catalogue(app, owner, columns);
        catalogue.afterSingletonsInstantiated();
        return catalogue;
    }
}
