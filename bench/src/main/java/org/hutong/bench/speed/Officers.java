package org.hutong.bench.speed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Officers of one department at all levels of the demo, signed in, with the regions below theirs that have children. */
final class Officers {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> LEVELS = List.of("city", "province", "district", "street", "community");
    /** Below a city there are thousands; so many of each level are enough. */
    private static final int MOST_EACH = 40;

    private Officers() {
    }

    /** @param top the region of the application; who sees more begins there. The widest comes first */
    static List<DrillBoard.Reader> signIn(MeasuredServer server, String top) throws IOException, InterruptedException {
        List<DrillBoard.Reader> readers = new ArrayList<>();
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            for (String level : LEVELS) {
                HttpResponse<String> signedIn = send(http, server, "POST", "/api/officer/session", "",
                        "{\"login\":\"" + level + ".health\",\"password\":\"hutong-demo\"}");
                String cookie = signedIn.headers().firstValue("set-cookie").map(header -> header.split(";")[0]).orElseThrow();
                String region = JSON.readTree(signedIn.body()).at("/post/region/code").asString();
                readers.add(new DrillBoard.Reader(cookie, regions(http, server, cookie, level.equals("province") ? top : region)));
            }
        }
        return readers;
    }

    private static List<String> regions(HttpClient http, MeasuredServer server, String cookie, String top) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(top));
        List<String> level = List.of(top);
        while (!level.isEmpty() && level.getFirst().length() == 12) {
            List<String> below = new ArrayList<>();
            for (String region : level) {
                JsonNode children = JSON.readTree(send(http, server, "GET", "/api/regions/" + region, cookie, null).body()).path("children");
                children.forEach(child -> below.add(child.path("code").asString()));
            }
            level = below.stream().filter(code -> code.length() == 12).limit(MOST_EACH).toList();
            all.addAll(level);
        }
        return all;
    }

    private static HttpResponse<String> send(HttpClient http, MeasuredServer server, String method, String path, String cookie, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.url() + path)).timeout(Duration.ofMinutes(2)).header("Origin", server.url())
                .header("Content-Type", "application/json").method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + " was refused: " + response.statusCode() + " " + response.body());
        }
        return response;
    }
}
