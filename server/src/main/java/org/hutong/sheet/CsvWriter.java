package org.hutong.sheet;

import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** RFC 4180, in UTF-8 with a byte order mark, without which Chinese spreadsheets read it as GBK. */
final class CsvWriter implements SheetWriter {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private final StringBuilder text = new StringBuilder("\uFEFF");

    CsvWriter(List<SheetColumn> columns) {
        row(columns.stream().map(column -> Cell.text(column.head())).toList());
    }

    @Override
    public void row(List<Cell> cells) {
        text.append(cells.stream().map(CsvWriter::written).collect(Collectors.joining(","))).append("\r\n");
    }

    @Override
    public byte[] finish() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String written(Cell cell) {
        return switch (cell) {
            case Cell.Text(var words) -> quoted(SheetWriter.harmless(words));
            case Cell.Whole(var number) -> Long.toString(number);
            case Cell.Amount(var number) -> number.toPlainString();
            case Cell.Day(var day) -> day.toString();
            case Cell.Moment(var at) -> MOMENT.format(at);
        };
    }

    private static String quoted(String words) {
        return words.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') ? "\"" + words.replace("\"", "\"\"") + "\"" : words;
    }
}
