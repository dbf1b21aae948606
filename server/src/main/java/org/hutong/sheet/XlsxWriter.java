package org.hutong.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Office Open XML. Rows leave the memory of objects a thousand at a time. */
final class XlsxWriter implements SheetWriter {
    private static final int FLUSHED_EVERY = 1_000;
    private static final int LONGEST_NAME = 31;
    private static final String AS_TEXT = "@";

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Workbook book = new Workbook(bytes, "Hutong", "1.0");
    private final Worksheet sheet;
    private int row;

    XlsxWriter(String name, List<SheetColumn> columns) {
        sheet = book.newWorksheet(allowed(name));
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(column, columns.get(column).width());
            sheet.inlineString(0, column, SheetWriter.harmless(columns.get(column).head()));
            sheet.style(0, column).bold().fillColor("E3EDF2").format(AS_TEXT).set();
        }
        sheet.freezePane(0, 1);
        row = 1;
    }

    private static String allowed(String name) {
        String plain = name.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        return plain.isEmpty() ? "1" : plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    @Override
    public void row(List<Cell> cells) {
        for (int column = 0; column < cells.size(); column++) {
            write(cells.get(column), column);
        }
        row++;
        if (row % FLUSHED_EVERY == 0) {
            flush();
        }
    }

    private void write(Cell cell, int column) {
        switch (cell) {
            case Cell.Text(var text) -> {
                if (!text.isEmpty()) {
                    sheet.inlineString(row, column, SheetWriter.harmless(text));
                    sheet.style(row, column).format(AS_TEXT).set();
                }
            }
            case Cell.Whole(var number) -> sheet.value(row, column, number);
            case Cell.Amount(var number) -> sheet.value(row, column, number);
            case Cell.Day(var day) -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case Cell.Moment(var at) -> {
                sheet.value(row, column, at);
                sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
            }
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] finish() {
        try {
            book.finish();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
