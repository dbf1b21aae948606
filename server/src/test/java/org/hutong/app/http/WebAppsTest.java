package org.hutong.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class WebAppsTest {
    private static final Map<String, String> PAGE = Map.of("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    @Autowired
    private SignIns signIns;

    private Reply page(String path) {
        return signIns.nobody().send("GET", path, null, PAGE);
    }

    private String asset(String app) {
        Matcher script = Pattern.compile("/" + app + "/assets/[^\"]+\\.js").matcher(page("/" + app + "/").text());
        assertThat(script.find()).isTrue();
        return script.group();
    }

    @Test
    void whoComesIsAResidentUnlessHeSaysOtherwise() {
        assertThat(page("/").status()).isEqualTo(302);
        assertThat(page("/").header("Location")).endsWith("/resident/");
        assertThat(page("/officer").header("Location")).endsWith("/officer/");
    }

    @Test
    void theFontOfRareCharactersIsServedFromHere() {
        Reply sheet = page("/fonts/rare-han/rare-han.css");
        assertThat(sheet.header("Content-Type")).startsWith("text/css");
        assertThat(sheet.header("Cache-Control")).contains("max-age=2592000");
        Matcher slice = Pattern.compile("url\\((2a680\\.woff2)\\)").matcher(sheet.text());
        assertThat(slice.find()).isTrue();
        assertThat(page("/fonts/rare-han/" + slice.group(1)).status()).isEqualTo(200);
        assertThat(page("/fonts/rare-han/none.woff2").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "field", "resident"})
    void everyAddressOfTheAppsRouterGetsItsPage(String app) {
        String home = page("/" + app + "/").text();
        assertThat(home).contains("<div id=\"app\">");
        for (String path : new String[] {"/some/where", "/forms/0190/ask", "/index.html"}) {
            Reply reply = page("/" + app + path);
            assertThat(reply.status()).as(path).isEqualTo(200);
            assertThat(reply.text()).isEqualTo(home);
            assertThat(reply.header("Content-Type")).startsWith("text/html");
            assertThat(reply.header("Cache-Control")).contains("no-cache");
            assertThat(reply.header("Last-Modified")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "field", "resident"})
    void aFileWithAHashInItsNameIsKeptForAYear(String app) {
        Reply reply = page(asset(app));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).contains("max-age=31536000", "immutable").doesNotContain("no-store");
    }

    @Test
    void aFileThatIsNotThereIsNotFound() {
        for (String path : new String[] {"/resident/assets/gone-12345678.js", "/resident/nothing.png", "/officer/assets/", "/assets/x.js"}) {
            assertThat(page(path).status()).as(path).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"officer", "field", "resident"})
    void pagesHaveNothingInlineThatThePolicyForbids(String app) {
        assertThat(page("/" + app + "/").text()).doesNotContainPattern("<script(?![^>]*\\bsrc=)[^>]*>").doesNotContain("<style", " style=", " onload=");
    }

    @Test
    void textsTravelCompressed() throws IOException, InterruptedException {
        String path = asset("resident");
        HttpRequest request = HttpRequest.newBuilder(URI.create(signIns.nobody().origin() + path)).header("Accept-Encoding", "gzip").build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> reply = client.send(request, BodyHandlers.ofByteArray());
            assertThat(reply.headers().firstValue("Content-Encoding")).hasValue("gzip");
            assertThat(reply.body().length).isLessThan(page(path).text().length() / 2);
        }
    }

    @Test
    void theProblemPageSpeaksBothLanguages() {
        Reply reply = page("/problems/session-expired");
        assertThat(reply.header("Content-Type")).startsWith("text/html");
        assertThat(reply.text()).contains("登录已过期", "You have been signed out", "2002");
        assertThat(page("/problems/no-such-problem").status()).isEqualTo(404);
    }
}
