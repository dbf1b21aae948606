package org.hutong.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.hutong.file.AttachmentRefusal.Unfit;
import org.hutong.file.Inspected.Clean;
import org.hutong.kernel.form.Accept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

/** What is taken of a file, and what is refused before it can do harm. */
class InspectionTest {
    private static final FileSettings SETTINGS = new FileSettings(1600, 30_000_000, 30, 40, DataSize.ofMegabytes(100), Duration.ofDays(7), Duration.ofDays(90), 2);
    private final Inspection inspection = new Inspection(SETTINGS);

    private Inspected inspect(Accept accept, String name, byte[] bytes) {
        return inspection.inspect(new Upload(accept, name, bytes, null, "ask/photo", null));
    }

    private Clean clean(Accept accept, String name, byte[] bytes) {
        Inspected answer = inspect(accept, name, bytes);
        assertThat(answer).isInstanceOf(Clean.class);
        return (Clean) answer;
    }

    private static void refused(Inspected answer, String code) {
        assertThat(answer).isInstanceOfSatisfying(Unfit.class, unfit -> assertThat(unfit.code()).isEqualTo(code));
    }

    private static BufferedImage seen(Clean clean) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(clean.bytes()));
    }

    @Test
    void aPhotoIsMadeAnewWithoutWhatTheCameraWroteIntoIt() {
        byte[] given = Samples.withExif(Samples.picture("jpg", 800, 600), 1, "N 32.0 E 120.9 of a secret camera");
        Clean clean = clean(Accept.PHOTO, "IMG_1.JPG", given);
        assertThat(clean.mediaType()).isEqualTo("image/jpeg");
        assertThat(new String(clean.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif").doesNotContain("secret camera");
        assertThat(clean.width()).isEqualTo(800);
    }

    /** Where the left, red half of the stored picture goes, by the EXIF value; 1 to 8 as in TIFF 6.0. */
    @ParameterizedTest
    @CsvSource({"1,10,100", "2,190,100", "3,190,100", "4,10,100", "5,50,10", "6,50,10", "7,50,190", "8,50,190"})
    void aPhotoIsTurnedAsTheCameraWasHeld(int orientation, int redX, int redY) throws IOException {
        BufferedImage upright = seen(clean(Accept.PHOTO, "a.jpg", Samples.withExif(Samples.picture("jpg", 200, 100 * 2), orientation, "x")));
        int red = upright.getRGB(Math.min(redX, upright.getWidth() - 1), Math.min(redY, upright.getHeight() - 1));
        assertThat((red >> 16 & 0xFF) > 150 && (red & 0xFF) < 100).as("%x", red).isTrue();
    }

    @Test
    void aPhotoThatWasTurnedIsAsHighAsItWasWide() {
        Clean clean = clean(Accept.PHOTO, "a.jpg", Samples.withExif(Samples.picture("jpg", 300, 100), 6, "x"));
        assertThat(clean.width()).isEqualTo(100);
        assertThat(clean.height()).isEqualTo(300);
    }

    @Test
    void aLargePhotoIsScaledDown() {
        Clean clean = clean(Accept.PHOTO, "a.jpg", Samples.picture("jpg", 5000, 3000));
        assertThat(clean.width()).isEqualTo(1600);
        assertThat(clean.height()).isEqualTo(960);
    }

    @Test
    void aPictureWithTooManyPixelsIsRefusedByItsHeader() {
        refused(inspect(Accept.PHOTO, "a.png", Samples.hugePng(100_000, 100_000)), "file-pixels");
    }

    @Test
    void whatStandsBehindAPictureIsDropped() {
        byte[] jpeg = Samples.picture("jpg", 100, 100);
        byte[] tail = "PK\3\4 <script>alert(1)</script> PK\5\6".getBytes(StandardCharsets.ISO_8859_1);
        byte[] both = java.util.Arrays.copyOf(jpeg, jpeg.length + tail.length);
        System.arraycopy(tail, 0, both, jpeg.length, tail.length);
        assertThat(new String(clean(Accept.PHOTO, "a.jpg", both).bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("script").doesNotContain("PK\3\4");
    }

    @Test
    void whatIsNoPictureIsSaidPlainly() {
        refused(inspect(Accept.PHOTO, "a.heic", Samples.heic()), "file-heic");
        refused(inspect(Accept.PHOTO, "a.jpg", Samples.heic()), "file-heic");
        refused(inspect(Accept.PHOTO, "a.gif", "GIF89a".getBytes(StandardCharsets.US_ASCII)), "file-no-picture");
        refused(inspect(Accept.PHOTO, "a.svg", "<svg onload='x'/>".getBytes(StandardCharsets.US_ASCII)), "file-no-picture");
        refused(inspect(Accept.PHOTO, "a.pdf", Samples.pdf(1)), "file-no-picture");
        refused(inspect(Accept.DOCUMENT, "a.docx", "PK\3\4".getBytes(StandardCharsets.US_ASCII)), "file-no-document");
        refused(inspect(Accept.PHOTO, "a.jpg", new byte[0]), "file-empty");
        refused(inspect(Accept.PHOTO, "a.png", Samples.picture("png", 10, 10)), "file-tiny");
    }

    @Test
    void aNameThatSaysAnotherThingIsRefused() {
        refused(inspect(Accept.PHOTO, "a.png", Samples.picture("jpg", 100, 100)), "file-renamed");
        refused(inspect(Accept.DOCUMENT, "a.jpg", Samples.pdf(1)), "file-renamed");
        refused(inspect(Accept.PHOTO, "a.jpg.exe", Samples.picture("jpg", 100, 100)), "file-renamed");
        clean(Accept.PHOTO, "image", Samples.picture("jpg", 100, 100));
    }

    @Test
    void aDamagedFileIsRefusedAndBreaksNothing() {
        byte[] jpeg = Samples.picture("jpg", 400, 400);
        byte[] pdf = Samples.pdf(2);
        for (int cut = 4; cut < 200; cut += 7) {
            assertThat(inspect(Accept.PHOTO, "a.jpg", java.util.Arrays.copyOf(jpeg, cut))).isInstanceOf(Unfit.class);
            assertThat(inspect(Accept.DOCUMENT, "a.pdf", java.util.Arrays.copyOf(pdf, Math.max(6, cut)))).isInstanceOf(Unfit.class);
        }
    }

    @Test
    void anEmptySignatureIsNone() {
        refused(inspect(Accept.SIGNATURE, "s.png", Samples.white()), "file-signature-blank");
        assertThat(clean(Accept.SIGNATURE, "s.png", Samples.signature()).mediaType()).isEqualTo("image/png");
    }

    @Test
    void aPlainPdfIsWrittenAnewWithoutItsAuthor() throws IOException {
        Clean clean = clean(Accept.DOCUMENT, "a.pdf", Samples.pdf(2));
        assertThat(clean.mediaType()).isEqualTo("application/pdf");
        try (PDDocument document = Loader.loadPDF(clean.bytes())) {
            assertThat(document.getNumberOfPages()).isEqualTo(2);
            assertThat(document.getDocumentInformation().getAuthor()).isNull();
        }
    }

    @Test
    void pdfsThatDoMoreThanShowAreRefused() {
        refused(inspect(Accept.DOCUMENT, "a.pdf", Samples.lockedPdf()), "file-locked");
        refused(inspect(Accept.DOCUMENT, "a.pdf", Samples.pdfWithScript()), "file-active");
        refused(inspect(Accept.DOCUMENT, "a.pdf", Samples.pdf(31)), "file-pages");
        refused(inspect(Accept.DOCUMENT, "a.pdf", Samples.bombPdf()), "file-bomb");
    }
}
