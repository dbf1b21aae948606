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
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Strokes and letters on PDF pages. Lengths are in points (1/72 inch). The font is Noto Sans SC; only the characters that are used go into the file. */
abstract class PaperPen {
    final PDDocument document;
    private final PDType0Font font;
    private final CmapLookup glyphs;
    PDPageContentStream pen;

    PaperPen(PDDocument document, TrueTypeFont letters) throws IOException {
        this.document = document;
        this.font = PDType0Font.load(document, letters, true);
        this.glyphs = letters.getUnicodeCmapLookup();
    }

    /** Fills an empty document. */
    interface Filled {
        void fill(PDDocument document, TrueTypeFont letters) throws IOException;
    }

    static byte[] drawn(Filled filled) {
        try (InputStream file = PaperPen.class.getResourceAsStream("/fonts/NotoSansSC-Regular.ttf");
                TrueTypeFont letters = new TTFParser().parse(new RandomAccessReadBuffer(file)); PDDocument document = new PDDocument()) {
            filled.fill(document, letters);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    interface Drawn {
        void draw() throws IOException;
    }

    final void gray(Drawn drawn) throws IOException {
        pen.setNonStrokingColor(0.35f);
        drawn.draw();
        pen.setNonStrokingColor(0f);
    }

    final void line(float fromX, float fromY, float toX, float toY) throws IOException {
        pen.setLineWidth(0.8f);
        pen.moveTo(fromX, fromY);
        pen.lineTo(toX, toY);
        pen.stroke();
    }

    final void rectangle(float x, float bottom, float width, float height) throws IOException {
        pen.setLineWidth(0.6f);
        pen.addRect(x, bottom, width, height);
        pen.stroke();
    }

    final void text(String text, float x, float baseline, float size) throws IOException {
        String drawable = drawable(text);
        if (!drawable.isEmpty()) {
            pen.beginText();
            pen.setFont(font, size);
            pen.newLineAtOffset(x, baseline);
            pen.showText(drawable);
            pen.endText();
        }
    }

    /** A code with its top left corner at a place. @param size of a side */
    final void code(BitMatrix code, float left, float top, float size) throws IOException {
        float module = size / code.getWidth();
        for (int row = 0; row < code.getHeight(); row++) {
            for (int from = 0; from < code.getWidth(); from++) {
                int to = from;
                while (to < code.getWidth() && code.get(to, row)) {
                    to++;
                }
                if (to > from) {
                    pen.addRect(left + from * module, top - (row + 1) * module, (to - from) * module, module);
                    from = to;
                }
            }
        }
        pen.fill();
    }

    final float width(String text, float size) throws IOException {
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
    final List<String> wrapped(String text, float size, float most) throws IOException {
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
