package org.hutong.bench.speed;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

import org.hutong.catalogue.DataElement;
import org.hutong.catalogue.Shipped;
import org.hutong.kernel.ElementCode;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One published application for everybody in the city with two forms: {@code open} has thirty questions about what is on file, {@code submit}
 * asks four things always anew, one of them encrypted. Its board shows the progress of {@code submit}.
 *
 * @param region that of the application
 */
record Setting(String application, int version, String region) {
    static final String OPEN = "open";
    static final String SUBMIT = "submit";
    static final List<DataElement> THIRTY = elements("name idNumber sex birthDate ethnic mobile address building region grid hukouRegion hukouAddress"
            + " hukouKind nativePlace education marital political employmentStatus employer bankName bankAccount bankHolder pension medicalPay health"
            + " chronic allergy livesAlone disabilityType disabilityLevel");
    /** Text, yes or no, decimal, encrypted. The town knows none of them. */
    static final List<DataElement> FOUR = elements("hobby onlyChild height nrcmsNo");

    private static final JsonMapper JSON = JsonMapper.shared();

    private static List<DataElement> elements(String names) {
        List<DataElement> shipped = Shipped.read().elements();
        return List.of(names.split(" ")).stream().map(name -> ElementCode.of("person." + name))
                .map(code -> shipped.stream().filter(element -> element.code().equals(code)).findFirst().orElseThrow()).toList();
    }

    static Setting publish(MeasuredServer server) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).connectTimeout(Duration.ofSeconds(5)).build()) {
            Api api = new Api(http, server.url());
            JsonNode post = officer(api);
            String region = post.path("region").path("code").asString();
            ObjectNode wanted = JSON.createObjectNode();
            wanted.set("manifest", manifest(region, post.path("department").asString()));
            String id = api.call("POST", "/api/applications", wanted).path("id").asString();
            JsonNode published = api.call("POST", "/api/applications/" + id + "/publish", null);
            return new Setting(id, published.path("version").asInt(1), region);
        }
    }

    /** The officer with the widest region among those who may publish. */
    private static JsonNode officer(Api api) throws IOException, InterruptedException {
        for (String end : List.of("00000000", "000000")) {
            for (JsonNode account : api.call("GET", "/api/demo/accounts", null)) {
                ObjectNode credentials = JSON.createObjectNode().put("login", account.path("login").asString())
                        .put("password", account.path("password").asString());
                for (JsonNode post : api.call("POST", "/api/officer/session", credentials).path("posts")) {
                    String region = post.path("region").path("code").asString();
                    if (post.path("roles").toString().contains("OFFICER") && region.endsWith(end) && !region.endsWith("0000000000")) {
                        api.call("PUT", "/api/officer/session/post", JSON.createObjectNode().put("post", post.path("id").asString()));
                        return post;
                    }
                }
            }
        }
        throw new IOException("no demo account may publish applications");
    }

    private static ObjectNode manifest(String region, String department) {
        ObjectNode manifest = JSON.createObjectNode().put("manifest", 1).put("department", department).put("region", region);
        manifest.set("title", text("测速", "Speed"));
        manifest.set("summary", text("测量打开和提交表单的速度", "Measures how fast forms open and submit"));
        manifest.set("purpose", text("测速", "To measure speed").put("basis", "测速"));
        ArrayNode components = manifest.putArray("components");
        components.addObject().put("id", "who").put("kind", "audience").put("relation", "resides-in").set("criterion", JSON.createObjectNode().put("always", true));
        form(components, OPEN, THIRTY, null);
        form(components, SUBMIT, FOUR, "never");
        components.addObject().put("id", "progress").put("kind", "board").put("form", SUBMIT).put("relation", "resides-in");
        return manifest;
    }

    private static void form(ArrayNode components, String id, List<DataElement> elements, String reuse) {
        ObjectNode form = components.addObject().put("id", id).put("kind", "form").put("audience", "who").put("askKnown", true);
        form.set("title", text("测速", "Speed"));
        ObjectNode page = form.putArray("pages").addObject().put("id", "page");
        page.set("title", text("测速", "Speed"));
        ArrayNode questions = page.putArray("questions");
        for (DataElement element : elements) {
            ObjectNode question = questions.addObject().put("id", element.code().name()).put("kind", element.kind().json())
                    .put("element", element.code().code()).put("required", false);
            question.set("label", text(element.name().zh(), element.name().en()));
            if (element.codeList() != null) {
                question.put("codeList", element.codeList());
            }
            if (element.unit() != null) {
                question.putObject("unit").put("zh", element.unit().zh()).put("en", element.unit().en());
            }
            if (reuse != null) {
                question.put("reuse", reuse);
            }
        }
    }

    private static ObjectNode text(String zh, String en) {
        return JSON.createObjectNode().put("zh", zh).put("en", en);
    }

    /** Calls that must succeed. */
    private record Api(HttpClient http, String url) {
        JsonNode call(String method, String path, JsonNode body) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofMinutes(2)).header("Origin", url)
                    .header("Content-Type", "application/json")
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString())).build();
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IOException(method + " " + path + " was refused: " + response.statusCode() + " " + response.body());
            }
            return response.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(response.body());
        }
    }
}
