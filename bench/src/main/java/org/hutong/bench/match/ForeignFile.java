package org.hutong.bench.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.hutong.catalogue.match.ColumnMatcher;
import org.hutong.catalogue.match.ColumnMatcher.About;
import org.hutong.catalogue.match.ColumnMatcher.Column;
import org.hutong.catalogue.match.Match;
import org.hutong.catalogue.match.Meaning;
import org.hutong.kernel.ElementPath;

/** Reads a workbook, a CSV or a column file. Of a table it finds the row with the heads: titles and notes may stand above it. */
final class ForeignFile {
    private static final List<String> COLUMN_FILE = List.of("form_id", "form", "subject", "column");
    /** Heads are looked for among so many rows. */
    private static final int FIRST_ROWS = 15;
    private static final int MOST_ROWS = 200;
    private static final int MOST_COLUMNS = 500;
    private static final long MOST_BYTES = 64L << 20;

    private final ColumnMatcher matcher;

    ForeignFile(ColumnMatcher matcher) {
        this.matcher = matcher;
    }

    /** @throws IOException that says what is wrong with the file and where, for whoever gave it */
    List<ForeignForm> read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no file " + file);
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(file + " is larger than " + (MOST_BYTES >> 20) + " MB");
        }
        String name = file.getFileName().toString();
        byte[] head = new byte[4];
        try (InputStream in = Files.newInputStream(file)) {
            in.readNBytes(head, 0, head.length);
        }
        if (head[0] == 'P' && head[1] == 'K') {
            return workbook(file);
        }
        if ((head[0] & 0xFF) == 0xD0 && (head[1] & 0xFF) == 0xCF) {
            throw new IOException(name + " is an old workbook (.xls) or is protected by a password: save it as .xlsx without one");
        }
        String text = text(file);
        String first = text.lines().findFirst().orElseThrow(() -> new IOException(name + " is empty"));
        if (List.of(first.split("\t", -1)).containsAll(COLUMN_FILE)) {
            return columnFile(name, text);
        }
        char separator = first.chars().filter(c -> c == '\t').count() > first.chars().filter(c -> c == ',').count() ? '\t' : ',';
        return List.of(table(name, name, Csv.rows(text, separator, MOST_ROWS)));
    }

    /** UTF-8, else GB 18030, as Chinese office programs write CSV. */
    private static String text(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, Charset.forName("GB18030"));
        }
    }

    private static List<ForeignForm> columnFile(String name, String text) throws IOException {
        try (BufferedReader in = new BufferedReader(new java.io.StringReader(text))) {
            List<String> heads = List.of(in.readLine().split("\t", -1));
            int element = heads.indexOf("element");
            Map<String, ForeignForm> forms = new LinkedHashMap<>();
            int number = 1;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                String[] cells = line.split("\t", -1);
                if (cells.length < heads.size()) {
                    throw new IOException(name + ", line " + number + ": " + cells.length + " columns instead of " + heads.size());
                }
                String title = cells[heads.indexOf("form")];
                ForeignForm form = forms.computeIfAbsent(cells[heads.indexOf("form_id")],
                        id -> new ForeignForm(id, title, About.of(cells[heads.indexOf("subject")], title), new ArrayList<>(), new ArrayList<>()));
                form.columns().add(new Column(cells[heads.indexOf("column")], List.of()));
                if (element >= 0) {
                    form.truth().add(cells[element]);
                }
            }
            if (forms.isEmpty()) {
                throw new IOException(name + " has no columns below its first line");
            }
            return List.copyOf(forms.values());
        }
    }

    private List<ForeignForm> workbook(Path file) throws IOException {
        List<ForeignForm> forms = new ArrayList<>();
        try (ReadableWorkbook book = open(file)) {
            for (Sheet sheet : book.getSheets().toList()) {
                try (var rows = sheet.openStream()) {
                    List<List<String>> cells = rows.limit(MOST_ROWS).map(ForeignFile::cells).toList();
                    if (cells.stream().anyMatch(row -> row.stream().anyMatch(cell -> !cell.isBlank()))) {
                        forms.add(table(sheet.getName(), file.getFileName() + " " + sheet.getName(), cells));
                    }
                }
            }
        } catch (RuntimeException e) {
            throw new IOException(file.getFileName() + " cannot be read as a workbook: " + e.getMessage(), e);
        }
        if (forms.isEmpty()) {
            throw new IOException(file.getFileName() + " has only empty sheets");
        }
        return forms;
    }

    private static ReadableWorkbook open(Path file) throws IOException {
        try {
            return new ReadableWorkbook(file.toFile());
        } catch (IOException | RuntimeException e) {
            throw new IOException(file.getFileName() + " cannot be read as a workbook: " + e.getMessage(), e);
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            Cell cell = row.getCell(i);
            cells.add(cell == null || cell.getRawValue() == null ? "" : cell.getText());
        }
        return cells;
    }

    /** The row whose cells are most surely heads; of two levels the upper is put before the lower where it names somebody. */
    private ForeignForm table(String id, String name, List<List<String>> rows) throws IOException {
        int best = -1;
        double most = 0;
        String title = rows.stream().flatMap(List::stream).filter(cell -> !cell.isBlank()).findFirst().orElse("");
        About about = About.of("", title);
        for (int i = 0; i < Math.min(FIRST_ROWS, rows.size()); i++) {
            List<Column> heads = heads(rows, i).stream().filter(head -> !head.isBlank()).map(head -> new Column(head, List.of())).toList();
            double sure = heads.size() < 2 ? 0 : matcher.match(about, heads).stream().filter(match -> !match.doubtful()).count();
            if (sure > most) {
                most = sure;
                best = i;
            }
        }
        if (best < 0) {
            throw new IOException(name + ": no row looks like the heads of columns");
        }
        int at = best;
        List<String> heads = heads(rows, at);
        List<Column> columns = IntStream.range(0, heads.size()).filter(i -> !heads.get(i).isBlank()).mapToObj(i -> new Column(heads.get(i),
                rows.stream().skip(at + 1).filter(row -> i < row.size()).map(row -> row.get(i)).filter(cell -> !cell.isBlank()).limit(50).toList())).toList();
        return new ForeignForm(id, title, about, columns, List.of());
    }

    private boolean ofSomebodyLinked(String head) {
        Match match = matcher.match(About.PERSON, List.of(new Column(head, List.of()))).getFirst();
        return match.meaning() instanceof Meaning.Element(ElementPath path) && !path.link().isEmpty() && !match.doubtful();
    }

    private List<String> heads(List<List<String>> rows, int at) {
        List<String> own = rows.get(at);
        List<String> above = at == 0 ? List.of() : rows.get(at - 1);
        List<String> heads = new ArrayList<>();
        String group = "";
        for (int i = 0; i < own.size(); i++) {
            if (i < above.size() && !above.get(i).isBlank()) {
                group = above.get(i).strip();
            }
            String head = own.get(i).strip();
            String both = group + "/" + head;
            heads.add(!head.isEmpty() && !group.isEmpty() && ofSomebodyLinked(both) ? both : head);
        }
        return heads;
    }
}
