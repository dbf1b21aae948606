package org.hutong.app.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** What a browser is to the server: it keeps cookies and comes from the same origin. */
public final class Browser {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).connectTimeout(Duration.ofSeconds(5)).build();
    private final String origin;

    public Browser(int port) {
        this.origin = "http://localhost:" + port;
    }

    public String origin() {
        return origin;
    }

    public CookieManager cookies() {
        return cookies;
    }

    public Reply get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Reply delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    /** {@code body} is anything Jackson writes, or a String that is sent as it is; null sends none. */
    public Reply post(String path, Object body) {
        return send("POST", path, body, Map.of());
    }

    public Reply put(String path, Object body) {
        return send("PUT", path, body, Map.of());
    }

    /** Headers given here replace those a browser sends by itself. */
    public Reply send(String method, String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path)).timeout(Duration.ofSeconds(40))
                .setHeader("Origin", origin)
                .setHeader("Sec-Fetch-Site", "same-origin")
                .setHeader("Accept", "application/json, application/problem+json");
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        String text = body == null || body instanceof String ? (String) body : JSON.writeValueAsString(body);
        request.method(method, text == null ? BodyPublishers.noBody() : BodyPublishers.ofString(text));
        try {
            return new Reply(client.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** An answer: its status, its text, and its JSON where it is JSON. */
    public record Reply(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return text().isBlank() ? MissingNode.getInstance() : JSON.readTree(text());
        }

        /** The problem's code of an RFC 9457 answer. */
        public String problem() {
            return json().path("code").asString("");
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return status() + " " + text();
        }
    }
}
