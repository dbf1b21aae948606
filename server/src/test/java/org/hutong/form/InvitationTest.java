package org.hutong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.question;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.text.Normalizer;
import java.util.Map;

import javax.imageio.ImageIO;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.hutong.form.FormScene.Published;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The short link of an application, its code and its poster, and where the link leads. */
@ServerTest
@ScopeTestOf({"GET /api/applications/{id}/invitation", "GET /api/applications/{id}/invitation/code", "GET /api/applications/{id}/invitation/poster"})
class InvitationTest {
    private static final String WISH = question("wish", "'kind':'yesNo','required':true");
    @Autowired
    private FormScene scene;
    @Autowired
    private SignIns signIns;

    private static String path(Published survey) {
        return "/api/applications/" + survey.application() + "/invitation";
    }

    private static String read(java.awt.image.BufferedImage picture) throws NotFoundException {
        int width = picture.getWidth();
        LuminanceSource light = new RGBLuminanceSource(width, picture.getHeight(), picture.getRGB(0, 0, width, picture.getHeight(), null, 0, width));
        return new QRCodeMultiReader().decodeMultiple(new BinaryBitmap(new HybridBinarizer(light)))[0].getText();
    }

    private static void expect(int status, Browser browser, Published survey) {
        for (String what : new String[] {"", "/code", "/poster"}) {
            assertThat(browser.download(path(survey) + what).statusCode()).as(what).isEqualTo(status);
        }
    }

    @Test
    void isForOfficersWhoSeeTheApplication() {
        Published survey = scene.publish(WISH);
        expect(200, signIns.officer(FormScene.STREET, "health"), survey);
        expect(200, signIns.officer("320613002001", "police", Role.WORKER), survey);
        expect(200, signIns.officer("320600000000", "civil-affairs"), survey);
        expect(404, signIns.officer("320613003000", "health"), survey);
        expect(401, signIns.nobody(), survey);
        expect(401, scene.signIn(scene.person()), survey);
    }

    @Test
    void leadsEverybodyToWhatIsAsked() {
        Published survey = scene.publish(WISH);
        JsonNode link = signIns.officer(FormScene.STREET, "health").get(path(survey)).json();
        Browser anybody = signIns.nobody();
        String code = link.path("code").asString();
        assertThat(link.path("url").asString()).isEqualTo(anybody.origin() + "/a/" + code);

        HttpResponse<byte[]> followed = anybody.download("/a/" + code);
        assertThat(followed.statusCode()).isEqualTo(302);
        assertThat(followed.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to).endsWith("/resident/a/" + code));

        JsonNode behind = anybody.get("/api/resident/invitations/" + code.toUpperCase(java.util.Locale.ROOT)).json();
        assertThat(behind.path("application").asString()).isEqualTo(survey.application().toString());
        assertThat(behind.path("form").asString()).isEqualTo("ask");
        assertThat(behind.path("state").asString()).isEqualTo("open");

        scene.close(survey);
        assertThat(anybody.get("/api/resident/invitations/" + code).json().path("state").asString()).isEqualTo("over");
    }

    @Test
    void aLinkOfNothingLeadsNowhere() {
        Browser anybody = signIns.nobody();
        assertThat(anybody.get("/api/resident/invitations/0000000000").status()).isEqualTo(404);
        assertThat(anybody.get("/api/resident/invitations/uuuuuuuuuu").status()).isEqualTo(404);
        assertThat(anybody.get("/api/resident/invitations/%27or%27").status()).isEqualTo(404);
    }

    @Test
    void isReadFromTheCodeAndFromThePoster() throws IOException, NotFoundException {
        Published survey = scene.publish(WISH);
        Browser officer = signIns.officer(FormScene.STREET, "health");
        officer.put("/api/regions/" + FormScene.STREET + "/phone", Map.of("phone", "0513-80000001"));
        String url = officer.get(path(survey)).json().path("url").asString();
        HttpResponse<byte[]> code = officer.download(path(survey) + "/code");
        assertThat(code.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(read(ImageIO.read(new ByteArrayInputStream(code.body())))).isEqualTo(url);

        for (String lang : new String[] {"zh", "en", "both"}) {
            try (PDDocument poster = Loader.loadPDF(officer.download(path(survey) + "/poster?lang=" + lang).body())) {
                assertThat(poster.getNumberOfPages()).isEqualTo(1);
                assertThat(read(new PDFRenderer(poster).renderImageWithDPI(0, 100))).as(lang).isEqualTo(url);
                String text = Normalizer.normalize(new PDFTextStripper().getText(poster), Normalizer.Form.NFKC);
                assertThat(text).contains(url).contains("0513-80000001");
                assertThat(text.contains("请打电话")).as(lang).isEqualTo(!lang.equals("en"));
                assertThat(text.contains("Not online?")).as(lang).isEqualTo(!lang.equals("zh"));
            }
        }
        assertThat(officer.get(path(survey) + "/poster?lang=fr").problem()).isEqualTo("invalid-request");
    }
}
