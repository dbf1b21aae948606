package org.hutong.catalogue;

import java.time.Instant;
import java.util.List;

/** Why the catalogue does not take a definition. */
public sealed interface CatalogueRefusal extends Amended {
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

    /** Nothing of this code. */
    record NotFound() implements CatalogueRefusal {
    }

    /** Somebody else has changed it meanwhile. @param version the newest */
    record VersionChanged(int version, String by, Instant at) implements CatalogueRefusal {
    }

    /** What cannot change any more; {@code field} says which. */
    record Fixed(String field) implements CatalogueRefusal {
    }

    /** Protection would be lowered, and the steward has not said that this is meant. */
    record LoweredUnsaid() implements CatalogueRefusal {
    }

    /** Others that are in use follow from it. @param by their codes */
    record StillNeeded(List<String> by) implements CatalogueRefusal {
    }

    /** A code that was there is missing: codes are retired, never dropped. */
    record CodeDropped(String code) implements CatalogueRefusal {
    }
}
