package org.hutong.sheet;

import java.util.List;

/**
 * Writes one table, row by row. The file is held in memory, since a table of people must not lie about on a disk: callers bound the
 * number of rows.
 *
 * <p>A text that a spreadsheet would take for a formula (it starts with {@code = + - @}, a tab or a line feed) gets an apostrophe in
 * front, as OWASP advises against CSV injection; also in XLSX, since such a file may be saved as CSV later.
 */
public interface SheetWriter {

    /**
     * Begins a table.
     *
     * @param name of the sheet; characters that a sheet's name may not have are replaced
     */
    static SheetWriter of(SheetFormat format, String name, List<SheetColumn> columns) {
        return switch (format) {
            case XLSX -> new XlsxWriter(name, columns);
            case CSV -> new CsvWriter(columns);
        };
    }

    /** @param cells one for each column, in their order */
    void row(List<Cell> cells);

    /** The whole file; nothing can be added after it. */
    byte[] finish();

    /** A text as it may stand in a cell. */
    static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
