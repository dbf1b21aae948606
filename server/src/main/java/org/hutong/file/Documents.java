package org.hutong.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.hutong.file.AttachmentRefusal.Unfit;
import org.hutong.file.Inspected.Clean;

/**
 * Takes PDFs that only show something: no password, no script, nothing that starts or carries other files. They are written anew, so that
 * what stood before or behind the document, and who made it with what, is gone.
 */
final class Documents {
    private static final long MOST_INFLATED = 150_000_000;
    private static final int MOST_OBJECTS = 200_000;
    /** Several filters in a row, or a filter whose name is disguised: a way to inflate without end, and nothing a scanner writes. */
    private static final Pattern CHAINED = Pattern.compile("/(?:Flate|LZW|Fl|RunLength)[A-Za-z]*\\s*/(?:Flate|LZW|Fl|RunLength)|/F#|/[A-Za-z#0-9]*#[0-9A-Fa-f]{2}[A-Za-z#0-9]*Decode");
    private static final Set<String> ACTIVE_KEYS = Set.of("JS", "JavaScript", "EmbeddedFiles", "EF", "RichMediaContent", "XFA");
    private static final Set<String> ACTIVE_ACTIONS = Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "GoToE", "GoToR", "Rendition", "RichMediaExecute");
    private final int mostPages;

    Documents(int mostPages) {
        this.mostPages = mostPages;
    }

    Inspected clean(byte[] bytes) {
        if (inflatesTooMuch(bytes)) {
            return Unfit.of("file-bomb");
        }
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.isEncrypted()) {
                return Unfit.of("file-locked");
            }
            int pages = document.getNumberOfPages();
            if (pages == 0) {
                return Unfit.of("file-broken");
            }
            if (pages > mostPages) {
                return Unfit.of("file-pages", mostPages);
            }
            if (active(document)) {
                return Unfit.of("file-active");
            }
            document.setDocumentInformation(new PDDocumentInformation());
            document.getDocumentCatalog().setMetadata(null);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return new Clean("application/pdf", out.toByteArray(), null, null);
        } catch (InvalidPasswordException locked) {
            return Unfit.of("file-locked");
        } catch (IOException | RuntimeException broken) {
            return Unfit.of("file-broken");
        }
    }

    /** Inflates every stream once and throws the output away, so that the reader behind meets no bomb. */
    private static boolean inflatesTooMuch(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (CHAINED.matcher(text).find()) {
            return true;
        }
        byte[] sink = new byte[64 * 1024];
        long left = MOST_INFLATED;
        int at = text.indexOf("stream");
        while (at >= 0) {
            int start = at + 6;
            while (start < bytes.length && (bytes[start] == '\r' || bytes[start] == '\n')) {
                start++;
            }
            left -= inflated(bytes, start, sink, left);
            if (left < 0) {
                return true;
            }
            at = text.indexOf("stream", at + 6);
        }
        return false;
    }

    private static long inflated(byte[] bytes, int start, byte[] sink, long most) {
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, start, bytes.length - start);
            long total = 0;
            int got = inflater.inflate(sink);
            while (got > 0 && total <= most) {
                total += got;
                got = inflater.inflate(sink);
            }
            return total;
        } catch (DataFormatException notDeflated) {
            return inflater.getBytesWritten();
        } finally {
            inflater.end();
        }
    }

    /** Walks everything that can be reached from the trailer. */
    private static boolean active(PDDocument document) {
        Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<COSBase> open = new ArrayDeque<>();
        open.push(document.getDocument().getTrailer());
        while (!open.isEmpty()) {
            COSBase next = open.pop();
            COSBase one = next instanceof COSObject reference ? reference.getObject() : next;
            if (one == null || !seen.add(one)) {
                continue;
            }
            if (seen.size() > MOST_OBJECTS) {
                return true;
            }
            if (one instanceof COSArray array) {
                array.forEach(open::push);
            } else if (one instanceof COSDictionary dictionary) {
                if (active(dictionary)) {
                    return true;
                }
                dictionary.getValues().stream().filter(value -> value != null).forEach(open::push);
            }
        }
        return false;
    }

    private static boolean active(COSDictionary dictionary) {
        return dictionary.keySet().stream().map(COSName::getName).anyMatch(ACTIVE_KEYS::contains)
                || ACTIVE_ACTIONS.contains(String.valueOf(dictionary.getNameAsString(COSName.S)));
    }
}
