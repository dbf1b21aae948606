package org.hutong.resource.index;

import org.hutong.kernel.ElementCode;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of every person: one column.
 *
 * @param name   of the column in {@code resource.person}
 * @param form   how its values are numbers
 * @param stated the element whose time of stating it is; null for a value
 */
public record IndexColumn(String name, Form form, @Nullable ElementCode stated) {
    /** Where a person lives; rows are kept in this order. */
    public static final IndexColumn RESIDES_IN = new IndexColumn("resides_in", Form.REGION, null);

    /** How values become numbers. */
    public enum Form {
        /** Whole numbers as they are. */
        INTEGER,
        /** In ten thousandths; a column with a finer value is not kept. */
        DECIMAL,
        /** Days since 1970. */
        DATE,
        /** As {@link PartialDates} numbers them. */
        PARTIAL_DATE,
        /** 1 and 0. */
        YES_NO,
        /** By their place among the codes met so far. */
        CODE,
        /** A column of bits for each code met so far. */
        CODES,
        /** By their place among the regions in order of their numbers. */
        REGION,
        /** Seconds since 1970. */
        TIME,
        /** Only whether there is a value. */
        PRESENCE
    }

    public IndexColumn(String name, Form form) {
        this(name, form, null);
    }
}
