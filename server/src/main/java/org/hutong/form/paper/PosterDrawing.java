package org.hutong.form.paper;

import java.io.IOException;
import java.util.List;

import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** An A4 poster for the stairwell: what is asked, a code to scan from two steps away, and whom to call. */
public final class PosterDrawing extends PaperPen {
    private static final float WIDTH = PDRectangle.A4.getWidth();
    private static final float MARGIN = 56;
    /** 11 cm: read by a cheap phone from more than a metre. */
    private static final float CODE = 312;

    /**
     * What stands in one language.
     *
     * @param phone who helps; empty for nobody
     */
    public record Words(String region, String title, String summary, List<String> steps, String until, String phone) {
    }

    private float y = PDRectangle.A4.getHeight() - 72;

    private PosterDrawing(PDDocument document, TrueTypeFont letters) throws IOException {
        super(document, letters);
    }

    /** One page. @param words in one language or two, the first larger */
    public static byte[] draw(List<Words> words, String link) {
        return drawn((document, letters) -> new PosterDrawing(document, letters).poster(words, link));
    }

    private void poster(List<Words> words, String link) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream stream = new PDPageContentStream(document, page)) {
            pen = stream;
            boolean two = words.size() > 1;
            for (int i = 0; i < words.size(); i++) {
                Words one = words.get(i);
                centred(one.region(), i == 0 ? 20 : 14);
                centred(one.title(), i == 0 ? two ? 40 : 46 : 22);
                if (!two) {
                    centred(one.summary(), 17);
                }
                y -= 8;
            }
            y -= 12;
            code(QrCode.drawn(link), (WIDTH - CODE) / 2, y, CODE);
            y -= CODE + 4;
            centred(link, 13);
            y -= 12;
            for (int i = 0; i < words.size(); i++) {
                Words one = words.get(i);
                float size = i == 0 ? 20 : 14;
                for (String step : one.steps()) {
                    centred(step, size);
                }
                centred(one.until(), size);
                centred(one.phone(), i == 0 ? 24 : 15);
                y -= 8;
            }
            pen = null;
        }
    }

    private void centred(String text, float size) throws IOException {
        for (String line : wrapped(text, size, WIDTH - 2 * MARGIN)) {
            y -= size * 1.15f;
            text(line, (WIDTH - width(line, size)) / 2, y, size);
            y -= size * 0.35f;
        }
    }
}
