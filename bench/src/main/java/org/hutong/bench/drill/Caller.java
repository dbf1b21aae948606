package org.hutong.bench.drill;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** One signed-in person's way to the server; keeps the session's cookie, which outlives the server's process. */
public final class Caller {
    static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5))
            .executor(Executors.newVirtualThreadPerTaskExecutor()).build();
    private final String url;
    private String cookie = "";

    public Caller(String url) {
        this.url = url;
    }

    /** An answer, whatever it says. */
    public record Reply(int status, JsonNode body) {

        public boolean fine() {
            return status / 100 == 2;
        }
    }

    public Reply get(String path) throws IOException {
        return send("GET", path, null, Map.of());
    }

    public Reply post(String path, JsonNode body) throws IOException {
        return send("POST", path, body, Map.of());
    }

    /** @throws IOException when there is no answer: nobody knows what the server did */
    public Reply send(String method, String path, JsonNode body, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(40))
                .header("Accept", "application/json, application/problem+json").header("Origin", url);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        headers.forEach(request::header);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body.toString()));
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("set-cookie").stream().map(value -> value.split(";", 2)[0]).filter(value -> !value.endsWith("="))
                    .forEach(value -> cookie = value);
            String text = response.body();
            return new Reply(response.statusCode(), text.isBlank() || !(text.startsWith("{") || text.startsWith("[")) ? MissingNode.getInstance() : JSON.readTree(text));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** The body of an answer that must be a success: for what a drill sets up, not for what it checks. */
    public static JsonNode must(Reply reply, String what) throws IOException {
        if (!reply.fine()) {
            throw new IOException(what + " was refused: " + reply.status() + " " + reply.body());
        }
        return reply.body();
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }
}
