package org.hutong.resource;

import java.util.Optional;

import org.hutong.kernel.ElementCode;
import org.hutong.kernel.ValueKind;
import org.jooq.Condition;

/** Where the compiler of criteria finds elements and links in the database. */
interface ElementColumns {

    /** Empty for an element that is not stored. */
    Optional<Column> column(ElementCode element);

    /** The blind index of a normalised text, as in the column {@code name_bx}. */
    byte[] blindIndex(ElementCode element, String normalised);

    /** Whether the element's current value is within its period of validity: two-valued, false where there is no value. */
    Condition fresh(ElementCode element, String alias);

    /** The way over one kind of link from a resource type; empty when none starts there. */
    Optional<Step> step(String fromType, String link);

    /** A typed column; an encrypted one is only asked for equality, through its blind index. */
    record Column(String name, ValueKind kind, boolean encrypted) {
    }

    /**
     * A way over links.
     *
     * @param kind    the stored kind, which is also the resource type of the link's own elements
     * @param inverse whether the link is walked from its end to its start
     * @param type    the resource type arrived at
     * @param table   its table in schema resource
     */
    record Step(String kind, boolean inverse, String type, String table) {
    }
}
