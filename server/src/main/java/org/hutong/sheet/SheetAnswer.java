package org.hutong.sheet;

/** What becomes of asking for a table. */
public sealed interface SheetAnswer {

    /** Tables are made in memory and each line is journalled, so a bound has to be. A community has some 5,000 people, a street some 50,000. */
    int MOST_ROWS = 50_000;

    /** @param name of the file, without its ending */
    record File(String name, SheetFormat format, byte[] bytes) implements SheetAnswer {
    }

    /** Whole numbers and restricted values were asked for by a post of a department that has no purpose with them. */
    record NotYours() implements SheetAnswer {
    }

    /** More rows than one table takes: the officer chooses a smaller region. */
    record TooLong(int most) implements SheetAnswer {
    }
}
