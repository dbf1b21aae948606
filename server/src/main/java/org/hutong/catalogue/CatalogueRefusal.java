package org.hutong.catalogue;

/** Why the catalogue does not take a definition. */
public sealed interface CatalogueRefusal {
    /** The code is in use, perhaps with another meaning. */
    record CodeTaken(String code) implements CatalogueRefusal {
    }

    /** No resource type or link kind of this name. */
    record NoSuchType(String type) implements CatalogueRefusal {
    }

    /** No code list of this name. */
    record NoSuchCodeList(String list) implements CatalogueRefusal {
    }

    /** Code, name, kind or period is not well formed; {@code field} says which. */
    record Malformed(String field) implements CatalogueRefusal {
    }
}
