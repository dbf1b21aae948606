package org.hutong.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class SheetWriterTest {
    private static final List<SheetColumn> COLUMNS = List.of(new SheetColumn("姓名", 10), new SheetColumn("=HEAD", 10));
    private static final String ID_NUMBER = "329999194403129020";

    private static String csv(List<List<Cell>> rows) {
        SheetWriter sheet = SheetWriter.of(SheetFormat.CSV, "表", COLUMNS);
        rows.forEach(sheet::row);
        return new String(sheet.finish(), StandardCharsets.UTF_8);
    }

    private static List<Row> xlsx(String name, List<List<Cell>> rows) throws IOException {
        SheetWriter sheet = SheetWriter.of(SheetFormat.XLSX, name, COLUMNS);
        rows.forEach(sheet::row);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(sheet.finish()))) {
            return book.getFirstSheet().read();
        }
    }

    @Test
    void whatASpreadsheetWouldTakeForAFormulaIsDisarmed() throws IOException {
        for (String attack : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1")) {
            assertThat(csv(List.of(List.of(Cell.text(attack), Cell.NOTHING)))).as(attack).contains("'" + attack.charAt(0));
            assertThat(xlsx("表", List.of(List.of(Cell.text(attack), Cell.NOTHING))).get(1).getCellText(0)).as(attack).startsWith("'");
        }
        assertThat(csv(List.of())).contains("'=HEAD");
        assertThat(SheetWriter.harmless("和平路 1-1")).isEqualTo("和平路 1-1");
    }

    @Test
    void numbersOfDocumentsStayTextToTheLastDigit() throws IOException {
        Row row = xlsx("表", List.of(List.of(Cell.text(ID_NUMBER), Cell.text("0012")))).get(1);
        assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
        assertThat(row.getCellText(0)).isEqualTo(ID_NUMBER);
        assertThat(row.getCellText(1)).isEqualTo("0012");
    }

    @Test
    void numbersAndTimesAreNumbersAndTimes() throws IOException {
        Row row = xlsx("表", List.of(List.of(new Cell.Whole(-3), new Cell.Amount(new BigDecimal("12.50"))))).get(1);
        assertThat(row.getCell(0).asNumber()).isEqualByComparingTo("-3");
        assertThat(row.getCell(1).asNumber()).isEqualByComparingTo("12.50");
        Row times = xlsx("表", List.of(List.of(new Cell.Day(LocalDate.of(2026, 3, 5)), new Cell.Moment(LocalDateTime.of(2026, 3, 5, 8, 7))))).get(1);
        assertThat(times.getCellAsDate(0)).contains(LocalDateTime.of(2026, 3, 5, 0, 0));
        assertThat(times.getCellAsDate(1)).contains(LocalDateTime.of(2026, 3, 5, 8, 7));
        assertThat(csv(List.of(List.of(new Cell.Whole(-3), new Cell.Moment(LocalDateTime.of(2026, 3, 5, 8, 7)))))).contains("-3,2026-03-05 08:07");
    }

    @Test
    void csvIsQuotedWhereItMustAndReadAsUtf8() {
        String text = csv(List.of(List.of(Cell.text("他说“好”, \"yes\"\n再见"), Cell.NOTHING)));
        assertThat(text).startsWith("\uFEFF姓名,").contains("\"他说“好”, \"\"yes\"\"\n再见\",\r\n");
    }

    @Test
    void aLongTableIsWhole() throws IOException {
        List<List<Cell>> rows = java.util.stream.IntStream.range(0, 2_500).<List<Cell>>mapToObj(i -> List.of(Cell.text("人" + i), new Cell.Whole(i))).toList();
        List<Row> read = xlsx("街道[1]: 甲/乙?", rows);
        assertThat(read).hasSize(2_501);
        assertThat(read.getLast().getCellText(0)).isEqualTo("人2499");
    }
}
