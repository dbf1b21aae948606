package org.hutong.bench.drill;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
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

    /** A PNG with some fields beside it, as a form of a browser sends it. */
    public Reply upload(String path, Map<String, String> fields, byte[] png) throws IOException {
        String boundary = "hutong-" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (var field : fields.entrySet()) {
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n" + field.getValue() + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"photo.png\"\r\nContent-Type: image/png\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(png);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return sent(request(path).header("Content-Type", "multipart/form-data; boundary=" + boundary).POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** @throws IOException when there is no answer: nobody knows what the server did */
    public Reply send(String method, String path, JsonNode body, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = request(path);
        headers.forEach(request::header);
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body.toString()));
        }
        return sent(request);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(40))
                .header("Accept", "application/json, application/problem+json").header("Origin", url);
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private Reply sent(HttpRequest.Builder request) throws IOException {
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
