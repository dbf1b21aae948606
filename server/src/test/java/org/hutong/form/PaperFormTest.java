package org.hutong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.question;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestDatabase;
import org.hutong.file.Samples;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A form on paper: printed with what is known, signed, photographed, found again. */
@ServerTest
@ScopeTestOf({"POST /api/officer/forms/{application}/{form}/papers", "POST /api/officer/papers", "GET /api/applications/{id}/papers", "POST /api/officer/files"})
class PaperFormTest {
    private static final String EMPLOYER = question("work", "'kind':'text','element':'person.employer','required':true");
    private static final String WISH = question("wish", "'kind':'yesNo','required':true");
    private static final String MOBILE = question("mobile", "'kind':'phone','element':'person.mobile','required':true");
    private static final String PHOTO = question("photo", "'kind':'file','accept':'photo','required':false");
    @Autowired
    private FormScene scene;
    @Autowired
    private SignIns signIns;
    @Autowired
    private TestDatabase database;

    private static byte[] print(Browser officer, Published survey, SubjectId... persons) {
        return officer.downloadByPost("/api/officer/forms/" + survey.application() + "/ask/papers", Map.of("persons", Arrays.stream(persons).map(SubjectId::toString).toList()));
    }

    private static Reply upload(Browser officer, byte[] photo) {
        return officer.upload("/api/officer/papers", Map.of(), "IMG_7.jpg", photo);
    }

    /** What a phone makes of a sheet: turned, smaller or larger, blurred, uneven light, noise, JPEG. */
    static byte[] photographed(byte[] pdf, int page, double degrees, double dpi, int blur) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage sheet = new PDFRenderer(document).renderImageWithDPI(page, (float) dpi);
            int side = (int) (Math.hypot(sheet.getWidth(), sheet.getHeight()) * 1.02);
            BufferedImage photo = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = photo.createGraphics();
            pen.setColor(new Color(0x6b5b4b));
            pen.fillRect(0, 0, side, side);
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            AffineTransform turn = AffineTransform.getRotateInstance(Math.toRadians(degrees), side / 2.0, side / 2.0);
            turn.translate((side - sheet.getWidth()) / 2.0, (side - sheet.getHeight()) / 2.0);
            turn.shear(0.03, 0.02);
            pen.drawImage(sheet, turn, null);
            pen.dispose();
            float[] box = new float[blur * blur];
            Arrays.fill(box, 1f / box.length);
            BufferedImage blurred = blur < 2 ? photo : new ConvolveOp(new Kernel(blur, blur, box)).filter(photo, null);
            Random random = new Random(7);
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    int rgb = blurred.getRGB(x, y);
                    int change = (int) (random.nextGaussian() * 8) - 60 * x / side;
                    blurred.setRGB(x, y, new Color(shifted(rgb >> 16, change), shifted(rgb >> 8, change), shifted(rgb, change)).getRGB());
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(blurred, "jpg", out);
            return out.toByteArray();
        }
    }

    private static int shifted(int channel, int change) {
        return Math.clamp((channel & 0xFF) + change, 0, 255);
    }

    @Test
    void aSheetShowsWhatIsKnownAndIsJournalled() throws IOException {
        Published survey = scene.publish(EMPLOYER, WISH, MOBILE, PHOTO);
        SubjectId person = scene.person(Map.of("person.employer", new Value.Text("第一纺织厂"), "person.name", new Value.Text("张桂芳")));
        byte[] pdf = print(signIns.as(survey.owner()), survey, person);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            // The font draws radicals and characters of the same shape with one glyph, and says the radical.
            String text = Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFKC);
            assertThat(text).contains("测试表单").contains("张桂芳").contains("第一纺织厂").contains("本人签名").contains("是").contains("否");
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(pdf.length).as("only the characters that are used").isLessThan(400_000);
        assertThat(scene.signIn(person).get("/api/resident/data").text()).contains("代为填写");
    }

    @ParameterizedTest
    @CsvSource({"7,150,3", "-7,130,2", "93,150,3", "180,150,2", "183,110,1", "-41,200,3"})
    void aPhotographedSheetFindsItsCase(double degrees, double dpi, int blur) throws IOException {
        Published survey = scene.publish(EMPLOYER, WISH);
        SubjectId person = scene.person();
        SubjectId another = scene.person();
        Browser officer = signIns.as(survey.owner());
        byte[] pdf = print(officer, survey, another, person);
        Reply reply = upload(officer, photographed(pdf, 1, degrees, dpi, blur));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        assertThat(reply.json().path("person").asString()).isEqualTo(person.toString());
        assertThat(reply.json().path("application").asString()).isEqualTo(survey.application().toString());
        assertThat(reply.json().path("entered").asBoolean()).isFalse();
        JsonNode items = officer.get("/api/applications/" + survey.application() + "/papers").json().path("items");
        assertThat(items.findValuesAsString("person")).containsExactly(person.toString());
        String file = "/api/officer/persons/" + person + "/files/" + items.get(0).path("file").asString();
        assertThat(officer.download(file).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsTypedFromItEndsTheCase() throws IOException {
        Published survey = scene.publish(WISH);
        SubjectId person = scene.person();
        Browser officer = signIns.as(survey.owner());
        upload(officer, photographed(print(officer, survey, person), 0, 7, 150, 2));
        Reply entered = officer.send("POST", "/api/officer/forms/" + survey.application() + "/ask/persons/" + person + "/submissions?means=paper",
                Map.of("version", 1, "answers", Map.of("wish", true)), Map.of("Idempotency-Key", java.util.UUID.randomUUID().toString()));
        assertThat(entered.status()).as(entered.toString()).isEqualTo(201);
        assertThat(officer.get("/api/applications/" + survey.application() + "/papers").json().at("/items/0/entered").asBoolean()).isTrue();
        assertThat(officer.post("/api/officer/forms/" + survey.application() + "/ask/papers", Map.of("persons", List.of(person.toString()))).status())
                .as("nothing is left to print").isEqualTo(404);
    }

    @Test
    void outsideOfTheScopeThereIsNoPaper() throws IOException {
        Published survey = scene.publish(WISH, PHOTO);
        SubjectId person = scene.person();
        Browser officer = signIns.as(survey.owner());
        byte[] photo = photographed(print(officer, survey, person), 0, 0, 150, 1);
        Browser elsewhere = signIns.officer("320613003000", "health");
        assertThat(upload(elsewhere, photo).status()).as("an officer of another place").isEqualTo(404);
        assertThat(upload(signIns.officer(FormScene.STREET, "civil-affairs", Role.OFFICER), photo).status()).as("an officer of another department").isEqualTo(404);
        Map<String, Object> wanted = Map.of("persons", List.of(person.toString()));
        assertThat(elsewhere.post("/api/officer/forms/" + survey.application() + "/ask/papers", wanted).status()).isEqualTo(404);
        assertThat(elsewhere.get("/api/applications/" + survey.application() + "/papers").status()).isEqualTo(404);
        SubjectId far = scene.person(RegionCode.of("320682001001"), Map.of());
        assertThat(officer.post("/api/officer/forms/" + survey.application() + "/ask/papers", Map.of("persons", List.of(person.toString(), far.toString()))).status())
                .isEqualTo(404);
        assertThat(elsewhere.upload("/api/officer/files?person=" + person, Map.of("application", survey.application().toString(), "form", "ask", "question", "photo"),
                "a.jpg", Samples.picture("jpg", 100, 100)).status()).isEqualTo(404);
        assertThat(database.everything().fetchCount(org.hutong.schema.form.Tables.PAPER_SCAN, org.hutong.schema.form.Tables.PAPER_SCAN.APPLICATION.eq(survey.application()))).isZero();
    }

    @Test
    void aSheetOfAnotherTownIsNoPaperHere() throws IOException {
        Published survey = scene.publish(WISH);
        Browser officer = signIns.as(survey.owner());
        byte[] photo = photographed(print(officer, survey, scene.person()), 0, 0, 150, 1);
        database.everything().deleteFrom(org.hutong.schema.form.Tables.PAPER).where(org.hutong.schema.form.Tables.PAPER.APPLICATION.eq(survey.application())).execute();
        assertThat(upload(officer, photo).status()).isEqualTo(404);
    }

    @Test
    void aPhotoWithoutACodeSaysSo() {
        Reply reply = upload(signIns.officer(FormScene.STREET, "health"), Samples.picture("jpg", 800, 600));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.text()).contains("file-no-code");
    }

    @Test
    void theCodeSaysNothingAndTheTableHoldsOnlyItsDigest() {
        Published survey = scene.publish(WISH);
        SubjectId person = scene.person();
        print(signIns.as(survey.owner()), survey, person);
        String row = database.everything().fetch("select * from form.paper where application = ?", survey.application()).formatCSV();
        assertThat(row).doesNotContain("HUTONG:");
    }

    @Test
    void anOfficerUploadsAPhotoForThePersonAndSubmitsIt() {
        Published survey = scene.publish(question("photo", "'kind':'file','accept':'photo','required':true"));
        SubjectId person = scene.person();
        Browser officer = signIns.as(survey.owner());
        Reply taken = officer.upload("/api/officer/files?person=" + person, Map.of("application", survey.application().toString(), "form", "ask", "question", "photo"),
                "a.jpg", Samples.picture("jpg", 100, 100));
        assertThat(taken.status()).as(taken.toString()).isEqualTo(201);
        String id = taken.json().path("id").asString();
        assertThat(officer.download("/api/officer/persons/" + person + "/files/" + id).statusCode()).isEqualTo(200);
        Reply receipt = officer.send("POST", "/api/officer/forms/" + survey.application() + "/ask/persons/" + person + "/submissions?means=in-person",
                Map.of("version", 1, "answers", Map.of("photo", id)), Map.of("Idempotency-Key", java.util.UUID.randomUUID().toString()));
        assertThat(receipt.status()).as(receipt.toString()).isEqualTo(201);
    }
}
