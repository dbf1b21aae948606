package org.hutong.form.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.google.zxing.common.BitMatrix;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.hutong.form.paper.PaperContent.Field;
import org.hutong.form.paper.PaperContent.Section;

/**
 * Draws sheets on A4, one person after another, each beginning on a page of its own. Lengths are in points (1/72 inch). The font is Noto
 * Sans SC; only the characters that are used go into the file.
 */
public final class PaperDrawing extends PaperPen {
    private static final float LEFT = 48;
    private static final float RIGHT = PDRectangle.A4.getWidth() - 48;
    private static final float TOP = PDRectangle.A4.getHeight() - 44;
    private static final float BOTTOM = 62;
    private static final float CODE = 82;
    private static final float TEXT = 11;
    private static final float SMALL = 8.5f;
    private static final float ROW = 24;
    private static final float BOX = 19;

    private final PaperWords words;
    private final List<PDPage> pages = new ArrayList<>();
    private float y;

    private PaperDrawing(PDDocument document, TrueTypeFont letters, PaperWords words) throws IOException {
        super(document, letters);
        this.words = words;
    }

    /** One PDF with all sheets. */
    public static byte[] draw(List<PaperContent> sheets, PaperWords words) {
        return drawn((document, letters) -> {
            PaperDrawing drawing = new PaperDrawing(document, letters, words);
            for (PaperContent sheet : sheets) {
                drawing.sheet(sheet);
            }
        });
    }

    private void sheet(PaperContent sheet) throws IOException {
        pages.clear();
        BitMatrix code = QrCode.drawn(sheet.code());
        page(sheet, code, true);
        for (Section section : sheet.sections()) {
            room(sheet, code, 80);
            y -= 22;
            pen.setLineWidth(0.8f);
            text(section.title(), LEFT, y, 13);
            y -= 6;
            line(LEFT, y, RIGHT, y);
            y -= 8;
            for (Field field : section.fields()) {
                field(sheet, code, field);
            }
        }
        signature(sheet, code);
        pen.close();
        footers();
    }

    private void page(PaperContent sheet, BitMatrix code, boolean first) throws IOException {
        if (pen != null && !first) {
            pen.close();
        }
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(page);
        pen = new PDPageContentStream(document, page);
        code(code, RIGHT - CODE, TOP, CODE);
        y = TOP - 18;
        for (String line : wrapped(sheet.title(), first ? 19 : 13, RIGHT - CODE - 20 - LEFT)) {
            text(line, LEFT, y, first ? 19 : 13);
            y -= first ? 26 : 18;
        }
        text(sheet.person(), LEFT, y, 12);
        y -= 16;
        if (first) {
            for (String head : sheet.head()) {
                for (String line : wrapped(head, SMALL, RIGHT - CODE - 20 - LEFT)) {
                    text(line, LEFT, y, SMALL);
                    y -= 12;
                }
            }
        }
        y = Math.min(y, TOP - CODE - 14);
    }

    private void room(PaperContent sheet, BitMatrix code, float height) throws IOException {
        if (y - height < BOTTOM) {
            page(sheet, code, false);
        }
    }

    private void field(PaperContent sheet, BitMatrix code, Field field) throws IOException {
        List<String> label = wrapped(field.label(), TEXT, RIGHT - LEFT);
        room(sheet, code, label.size() * 15 + height(field) + 16);
        for (String line : label) {
            y -= 15;
            text(line, LEFT, y, TEXT);
        }
        String note = !field.held().isEmpty() || !field.ticked().isEmpty() ? words.known() : field.note();
        if (!note.isEmpty()) {
            float after = LEFT + width(label.getLast(), TEXT) + 8;
            boolean beside = after + width(note, SMALL) < RIGHT;
            y -= beside ? 0 : 12;
            gray(() -> text(note, beside ? after : LEFT, y, SMALL));
        }
        y -= 6;
        switch (field.way()) {
            case LINE -> written(field, 1);
            case LINES -> written(field, 3);
            case SPACE -> written(field, 4);
            case BOXES -> boxes(field);
            case CHOICE -> choice(field);
        }
        y -= 6;
    }

    private float height(Field field) throws IOException {
        return switch (field.way()) {
            case LINE, BOXES -> ROW;
            case LINES -> 3 * ROW;
            case SPACE -> 4 * ROW;
            case CHOICE -> choiceRows(field).size() * 20f;
        };
    }

    private void written(Field field, int rows) throws IOException {
        float height = rows * ROW;
        rectangle(LEFT, y - height, RIGHT - LEFT, height);
        float at = y - 16;
        for (String line : wrapped(field.held(), TEXT, RIGHT - LEFT - 16)) {
            if (at > y - height) {
                text(line, LEFT + 8, at, TEXT);
            }
            at -= 16;
        }
        if (field.way() == PaperContent.Way.SPACE && !field.note().isEmpty()) {
            gray(() -> text(field.note(), LEFT + 8, y - 16, SMALL));
        }
        y -= height;
    }

    private void boxes(Field field) throws IOException {
        int[] letters = field.held().codePoints().toArray();
        for (int i = 0; i < field.boxes(); i++) {
            rectangle(LEFT + i * (BOX + 2), y - BOX, BOX, BOX);
            if (i < letters.length) {
                text(Character.toString(letters[i]), LEFT + i * (BOX + 2) + 6, y - 14, TEXT);
            }
        }
        y -= ROW;
    }

    private record Placed(int option, float x) {
    }

    private List<List<Placed>> choiceRows(Field field) throws IOException {
        List<List<Placed>> rows = new ArrayList<>(List.of(new ArrayList<>()));
        float x = LEFT;
        for (int i = 0; i < field.options().size(); i++) {
            float wide = 18 + width(field.options().get(i), TEXT) + 18;
            if (x + wide > RIGHT && x > LEFT) {
                rows.add(new ArrayList<>());
                x = LEFT;
            }
            rows.getLast().add(new Placed(i, x));
            x += wide;
        }
        return rows;
    }

    private void choice(Field field) throws IOException {
        for (List<Placed> row : choiceRows(field)) {
            for (Placed one : row) {
                rectangle(one.x, y - 13, 11, 11);
                if (field.ticked().contains(one.option)) {
                    line(one.x + 2, y - 7, one.x + 5, y - 11);
                    line(one.x + 5, y - 11, one.x + 10, y - 3);
                }
                text(field.options().get(one.option), one.x + 16, y - 12, TEXT);
            }
            y -= 20;
        }
    }

    private void signature(PaperContent sheet, BitMatrix code) throws IOException {
        room(sheet, code, 92);
        y -= 22;
        text(words.signNote(), LEFT, y, TEXT);
        y -= 40;
        text(words.signature(), LEFT, y, TEXT);
        line(LEFT + 84, y - 3, LEFT + 280, y - 3);
        text(words.date(), LEFT + 320, y, TEXT);
        line(LEFT + 352, y - 3, RIGHT, y - 3);
    }

    private void footers() throws IOException {
        for (int i = 0; i < pages.size(); i++) {
            try (PDPageContentStream foot = new PDPageContentStream(document, pages.get(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
                pen = foot;
                int page = i + 1;
                gray(() -> {
                    text(words.keepFlat(), LEFT, 36, SMALL);
                    String count = words.page().formatted(page, pages.size());
                    text(count, RIGHT - width(count, SMALL), 36, SMALL);
                });
            }
        }
        pen = null;
    }
}
