package org.hutong.sheet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

import org.jspecify.annotations.Nullable;

/** What stands in one cell. Numbers of documents, phones and codes are texts: a spreadsheet would round them or drop their zeros. */
public sealed interface Cell {

    /** Nothing is known. */
    Cell NOTHING = new Text("");

    record Text(String text) implements Cell {
    }

    record Whole(long number) implements Cell {
    }

    record Amount(BigDecimal number) implements Cell {
    }

    record Day(LocalDate day) implements Cell {
    }

    /** In the business zone, to the minute. */
    record Moment(LocalDateTime at) implements Cell {
    }

    static Cell text(@Nullable String text) {
        return text == null ? NOTHING : new Text(text);
    }

    static Cell whole(@Nullable Integer number) {
        return number == null ? NOTHING : new Whole(number);
    }
}
