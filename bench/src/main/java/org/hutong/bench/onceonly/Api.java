package org.hutong.bench.onceonly;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One signed-in browser, as far as the server can tell: JSON over HTTP with cookies of its own. */
final class Api {
    static final JsonMapper JSON = JsonMapper.shared();
    private final String base;
    private final HttpClient http;

    /** @param base for example {@code http://localhost:8080} */
    Api(String base) {
        this.base = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
        this.http = HttpClient.newBuilder().cookieHandler(new CookieManager()).connectTimeout(Duration.ofSeconds(5)).build();
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** @throws Refusal when the server does not say 2xx */
    JsonNode get(String path) {
        return expectSuccess("GET", path, send("GET", path, null, Map.of()));
    }

    /** @throws Refusal when the server does not say 2xx */
    JsonNode post(String path, JsonNode body) {
        return post(path, body, Map.of());
    }

    /** @throws Refusal when the server does not say 2xx */
    JsonNode post(String path, JsonNode body, Map<String, String> headers) {
        return expectSuccess("POST", path, send("POST", path, body, headers));
    }

    /** @throws Refusal when the server does not say 2xx */
    JsonNode put(String path, JsonNode body) {
        return expectSuccess("PUT", path, send("PUT", path, body, Map.of()));
    }

    private HttpResponse<String> send(String method, String path, JsonNode body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json").header("Accept-Language", "zh");
        headers.forEach(request::header);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(method, HttpRequest.BodyPublishers.ofString(body.toString()));
        }
        if (!method.equals("GET")) {
            request.header("Origin", base);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException(method + " " + path));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + base + path + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode expectSuccess(String method, String path, HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new Refusal(method + " " + path, response.statusCode(), response.body());
        }
        return response.body().isBlank() ? JSON.nullNode() : JSON.readTree(response.body());
    }

    /** The server said no. */
    static final class Refusal extends RuntimeException {
        final int status;
        final String body;

        Refusal(String what, int status, String body) {
            super(what + ": " + status + " " + (body.length() > 1000 ? body.substring(0, 1000) : body));
            this.status = status;
            this.body = body;
        }
    }
}
