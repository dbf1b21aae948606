package org.hutong.form.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import com.google.zxing.common.BitMatrix;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.hutong.form.paper.PaperContent.Field;
import org.hutong.form.paper.PaperContent.Section;

/**
 * Draws sheets on A4, one person after another, each beginning on a page of its own. Lengths are in points (1/72 inch). The font is Noto
 * Sans SC; only the characters that are used go into the file.
 */
public final class PaperDrawing {
    private static final float LEFT = 48;
    private static final float RIGHT = PDRectangle.A4.getWidth() - 48;
    private static final float TOP = PDRectangle.A4.getHeight() - 44;
    private static final float BOTTOM = 62;
    private static final float CODE = 82;
    private static final float TEXT = 11;
    private static final float SMALL = 8.5f;
    private static final float ROW = 24;
    private static final float BOX = 19;

    private final PDDocument document;
    private final PDType0Font font;
    private final CmapLookup glyphs;
    private final PaperWords words;
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream pen;
    private float y;

    private PaperDrawing(PDDocument document, TrueTypeFont letters, PaperWords words) throws IOException {
        this.document = document;
        this.font = PDType0Font.load(document, letters, true);
        this.glyphs = letters.getUnicodeCmapLookup();
        this.words = words;
    }

    /** One PDF with all sheets. */
    public static byte[] draw(List<PaperContent> sheets, PaperWords words) {
        try (InputStream file = PaperDrawing.class.getResourceAsStream("/fonts/NotoSansSC-Regular.ttf");
                TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(file)); PDDocument document = new PDDocument()) {
            PaperDrawing drawing = new PaperDrawing(document, letters, words);
            for (PaperContent sheet : sheets) {
                drawing.sheet(sheet);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sheet(PaperContent sheet) throws IOException {
        pages.clear();
        BitMatrix code = PaperCode.drawn(sheet.code());
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
        code(code);
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

    private void code(BitMatrix code) throws IOException {
        float module = CODE / code.getWidth();
        for (int row = 0; row < code.getHeight(); row++) {
            for (int from = 0; from < code.getWidth(); from++) {
                int to = from;
                while (to < code.getWidth() && code.get(to, row)) {
                    to++;
                }
                if (to > from) {
                    pen.addRect(RIGHT - CODE + from * module, TOP - (row + 1) * module, (to - from) * module, module);
                    from = to;
                }
            }
        }
        pen.fill();
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

    // --- strokes and letters ---------------------------------------------------------------------------------------------------

    private interface Drawn {
        void draw() throws IOException;
    }

    private void gray(Drawn drawn) throws IOException {
        pen.setNonStrokingColor(0.35f);
        drawn.draw();
        pen.setNonStrokingColor(0f);
    }

    private void line(float fromX, float fromY, float toX, float toY) throws IOException {
        pen.setLineWidth(0.8f);
        pen.moveTo(fromX, fromY);
        pen.lineTo(toX, toY);
        pen.stroke();
    }

    private void rectangle(float x, float bottom, float width, float height) throws IOException {
        pen.setLineWidth(0.6f);
        pen.addRect(x, bottom, width, height);
        pen.stroke();
    }

    private void text(String text, float x, float baseline, float size) throws IOException {
        String drawable = drawable(text);
        if (!drawable.isEmpty()) {
            pen.beginText();
            pen.setFont(font, size);
            pen.newLineAtOffset(x, baseline);
            pen.showText(drawable);
            pen.endText();
        }
    }

    private float width(String text, float size) throws IOException {
        return font.getStringWidth(drawable(text)) / 1000 * size;
    }

    /** A character that the font does not have is drawn as an empty square, so that a rare name is seen to be incomplete, not wrong. */
    private String drawable(String text) {
        StringBuilder drawable = new StringBuilder();
        text.codePoints().map(letter -> Character.isWhitespace(letter) ? ' ' : letter).filter(letter -> !Character.isISOControl(letter))
                .forEach(letter -> drawable.appendCodePoint(glyphs.getGlyphId(letter) == 0 ? '□' : letter));
        return drawable.toString();
    }

    /** Broken where the line is full: at a space in Latin text, anywhere in Chinese. */
    private List<String> wrapped(String text, float size, float most) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int letter : text.codePoints().toArray()) {
            if (letter == '\n' || width(line.toString() + Character.toString(letter), size) > most) {
                int space = letter == ' ' || letter == '\n' || letter > 0x2E80 ? -1 : line.lastIndexOf(" ");
                lines.add(space > 0 ? line.substring(0, space) : line.toString());
                line = new StringBuilder(space > 0 ? line.substring(space + 1) : "");
            }
            if (letter != '\n') {
                line.appendCodePoint(letter);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }
}
