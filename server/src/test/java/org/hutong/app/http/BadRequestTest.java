package org.hutong.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is sent, the answer is a problem in the reader's language that says where and why, and nothing breaks. */
@ServerTest
class BadRequestTest {
    private static final String SIGN_IN = "/api/officer/session";
    @Autowired
    private SignIns signIns;

    private Reply post(String body) {
        return signIns.nobody().post(SIGN_IN, body);
    }

    private static void isProblem(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        assertThat(reply.problem()).isEqualTo(code);
        assertThat(reply.json().path("type").asString()).isEqualTo("/problems/" + code);
        assertThat(reply.json().path("title").asString()).isNotBlank();
        assertThat(reply.json().path("detail").asString()).isNotBlank().doesNotContain("{0}");
        assertThat(reply.text()).doesNotContain("Exception", "org.hutong", "tools.jackson", "\tat ");
    }

    @Test
    void malformedJsonIsAnsweredWithItsPlace() {
        Reply reply = post("{\"login\": \"a\",\n  \"password\": }");
        isProblem(reply, 400, "malformed-request");
        assertThat(reply.json().path("detail").asString()).contains("第 2 行");
    }

    @Test
    void theAnswerComesInTheReadersLanguage() {
        Browser browser = signIns.nobody();
        assertThat(browser.send("POST", SIGN_IN, "{", Map.of("Accept-Language", "en-GB,en;q=0.8")).json().path("title").asString())
                .isEqualTo("The content cannot be read");
        assertThat(browser.send("POST", SIGN_IN, "{", Map.of("Accept-Language", "en", "Cookie", "hutong_lang=zh")).json().path("title").asString())
                .isEqualTo("内容无法读取");
        assertThat(browser.send("POST", SIGN_IN, "{", Map.of("Accept-Language", ";;;q=x")).json().path("title").asString()).isEqualTo("内容无法读取");
    }

    @Test
    void anEmptyBodyIsMalformed() {
        isProblem(signIns.nobody().send("POST", SIGN_IN, "", Map.of()), 400, "malformed-request");
    }

    @Test
    void anUnknownPropertyIsNamedWithItsPath() {
        Reply reply = post("{\"login\": \"a\", \"password\": \"b\", \"admin\": true}");
        isProblem(reply, 422, "invalid-request");
        assertThat(reply.json().at("/errors/0/path").asString()).isEqualTo("admin");
        assertThat(reply.json().at("/errors/0/code").asString()).isEqualTo("unknown-property");
    }

    @Test
    void aMissingPropertyIsRequired() {
        for (String body : new String[] {"{\"login\": \"a\"}", "{\"login\": \"a\", \"password\": null}", "{\"login\": \"a\", \"password\": \"  \"}"}) {
            Reply reply = post(body);
            isProblem(reply, 422, "invalid-request");
            assertThat(reply.json().at("/errors/0/path").asString()).isEqualTo("password");
            assertThat(reply.json().at("/errors/0/code").asString()).isEqualTo("required");
        }
    }

    @Test
    void aWrongTypeIsNamedWithItsPath() {
        Reply reply = post("{\"login\": {\"a\": 1}, \"password\": \"b\"}");
        isProblem(reply, 422, "invalid-request");
        assertThat(reply.json().at("/errors/0/path").asString()).isEqualTo("login");
        assertThat(reply.json().at("/errors/0/message").asString()).isEqualTo("这里需要文字");
    }

    @Test
    void aPropertySentTwiceIsMalformed() {
        isProblem(post("{\"login\": \"a\", \"login\": \"b\", \"password\": \"c\"}"), 400, "malformed-request");
    }

    @Test
    void somethingAfterTheEndIsRefused() {
        assertThat(post("{\"login\": \"a\", \"password\": \"b\"} {}").status()).isIn(400, 422);
    }

    @Test
    void deepNestingEndsBeforeTheStackDoes() {
        assertThat(post("[".repeat(100_000)).status()).isIn(400, 422);
        assertThat(post("{\"login\":" + "[".repeat(2_000) + "]".repeat(2_000) + "}").status()).isIn(400, 422);
    }

    @Test
    void aTooLongTextIsNamed() {
        Reply reply = post("{\"login\": \"" + "a".repeat(101) + "\", \"password\": \"b\"}");
        isProblem(reply, 422, "invalid-request");
        assertThat(reply.json().at("/errors/0/code").asString()).isEqualTo("too-long");
    }

    @Test
    void aBodyOverTheLimitIsRefusedBeforeItIsRead() {
        isProblem(post("{\"login\": \"" + "a".repeat(1_100_000) + "\"}"), 413, "body-too-large");
    }

    @Test
    void aBodyWithoutALengthIsRefusedAtTheLimit() throws IOException {
        String answer = raw("POST " + SIGN_IN + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
                + "Connection: close\r\n\r\n" + ("10000\r\n" + " ".repeat(0x10000) + "\r\n").repeat(20) + "0\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413").contains("body-too-large");
    }

    @Test
    void anotherMediaTypeIsRefused() {
        isProblem(signIns.nobody().send("POST", SIGN_IN, "login=a", Map.of("Content-Type", "application/x-www-form-urlencoded")), 415, "unsupported-media-type");
        isProblem(signIns.nobody().send("POST", SIGN_IN, "<a/>", Map.of("Content-Type", "text/xml")), 415, "unsupported-media-type");
    }

    @Test
    void anotherMethodIsRefusedWithThoseThatAre() {
        Reply reply = signIns.nobody().send("PATCH", SIGN_IN, "{}", Map.of());
        isProblem(reply, 405, "method-not-allowed");
        assertThat(reply.header("Allow")).contains("GET", "POST", "DELETE");
    }

    @Test
    void anUnknownAddressIsNotFound() {
        isProblem(signIns.nobody().get("/api/nothing/here"), 404, "not-found");
        isProblem(signIns.nobody().get("/nothing"), 404, "not-found");
    }

    @Test
    void anUnreadableIdIsNotFound() {
        Browser officer = signIns.officer("320613002000", "health");
        isProblem(officer.get("/api/applications/not-a-uuid"), 404, "not-found");
        isProblem(officer.get("/api/regions/12"), 404, "not-found");
        isProblem(officer.get("/api/regions/999999999999999999999"), 404, "not-found");
    }

    @Test
    void disguisedAddressesAreNotFound() throws IOException {
        for (String path : new String[] {"/api/..%2fofficer/session", "/api//officer/session", "/resident/%2e%2e/%2e%2e/application.yml", "/officer/;a=b/x"}) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer.substring(9, 12)).as(path + "\n" + answer).isIn("404", "400");
            assertThat(answer).doesNotContain("Exception", "spring:");
        }
    }

    @Test
    void whatIsNoHttpShowsNothingOfTheServer() throws IOException {
        for (String line : new String[] {"GET /api/regions/<script> HTTP/1.1", "BREW /api/health HTTP/9.9", "\0\0\0\0"}) {
            String answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer).doesNotContain("Exception", "Tomcat", "org.apache");
        }
    }

    @Test
    void anotherSitesPageMayNotChangeAnything() {
        Browser browser = signIns.officer("320613002000", "health", Role.OFFICER);
        isProblem(browser.send("POST", "/api/applications", "{\"template\":\"T11\"}", Map.of("Sec-Fetch-Site", "cross-site", "Origin", "https://evil.example")), 403,
                "foreign-page");
        isProblem(browser.send("DELETE", SIGN_IN, null, Map.of("Sec-Fetch-Site", "same-site")), 403, "foreign-page");
        assertThat(browser.get(SIGN_IN).status()).isEqualTo(200);
    }

    @Test
    void aBrowserWithoutFetchMetadataIsJudgedByItsOrigin() throws IOException {
        String head = "DELETE " + SIGN_IN + " HTTP/1.1\r\nHost: town.example\r\nConnection: close\r\n";
        assertThat(raw(head + "Origin: https://evil.example\r\n\r\n")).startsWith("HTTP/1.1 403");
        assertThat(raw(head + "Origin: null\r\n\r\n")).startsWith("HTTP/1.1 403");
        assertThat(raw(head + "Origin: https://town.example\r\n\r\n")).startsWith("HTTP/1.1 204");
    }

    @Test
    void everyAnswerCarriesTheHeadersThatProtectItsReader() {
        for (String path : new String[] {"/api/officer/session", "/api/nothing", "/api/openapi.json", "/problems/not-found"}) {
            Reply reply = signIns.nobody().get(path);
            assertThat(reply.header("Content-Security-Policy")).contains("frame-ancestors 'none'", "script-src 'self'", "object-src 'none'")
                    .doesNotContain("unsafe");
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(reply.header("Server")).isEmpty();
        }
        assertThat(signIns.nobody().get(SIGN_IN).header("Cache-Control")).contains("no-store");
    }

    @Test
    void whatIsNoDocumentCarriesOnlyWhatConcernsIt() {
        for (String path : new String[] {"/resident/assets/none.js", "/officer/assets/none.css", "/field/assets/none.js", "/fonts/none.woff2"}) {
            Reply reply = signIns.nobody().get(path);
            assertThat(reply.status()).as(path).isEqualTo(404);
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(reply.header("Content-Security-Policy")).isEmpty();
        }
    }

    private String raw(String request) throws IOException {
        URI origin = URI.create(signIns.nobody().origin());
        try (Socket socket = new Socket("localhost", origin.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
