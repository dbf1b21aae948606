package org.hutong.bench.drill;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a drill needs before it begins: applications with many forms, and invented residents who are signed in. Every form asks one question,
 * always anew, whose answer goes to the person's data.
 */
record Stage(List<String> applications, List<Form> forms, List<Caller> residents) {
    /** As many forms as one application may well have. */
    private static final int FORMS_EACH = 40;
    static final String QUESTION = "hobby";
    private static final String ELEMENT = "person.hobby";
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    static Stage set(String url, int residents, int forms) throws IOException {
        Caller officer = new Caller(url);
        JsonNode session = signInOfficer(officer);
        JsonNode post = session.path("post");
        String region = post.path("region").path("code").asString();
        List<String> applications = new ArrayList<>();
        List<Form> all = new ArrayList<>();
        while (all.size() < forms) {
            List<String> names = IntStream.rangeClosed(1, Math.min(FORMS_EACH, forms - all.size())).mapToObj(number -> "form" + number).toList();
            String application = publish(officer, manifest(region, post.path("department").asString(), names));
            applications.add(application);
            names.forEach(name -> all.add(new Form(application, name)));
        }
        String community = Caller.must(officer.get("/api/regions/" + region), "the officer's region").path("children").path(0).path("code").asString(region);
        List<Caller> callers = new ArrayList<>();
        for (int i = 0; i < residents; i++) {
            callers.add(signInResident(url, i, community));
        }
        return new Stage(applications, all, callers);
    }

    private static String publish(Caller officer, ObjectNode manifest) throws IOException {
        ObjectNode wanted = Caller.object();
        wanted.set("manifest", manifest);
        String application = Caller.must(officer.post("/api/applications", wanted), "making an application").path("id").asString();
        Caller.must(officer.post("/api/applications/" + application + "/publish", null), "publishing an application");
        return application;
    }

    /** One form of one application, which each resident may submit once. */
    record Form(String application, String id) {
        String path() {
            return "/api/resident/forms/" + application + "/" + id;
        }
    }

    private static JsonNode signInOfficer(Caller officer) throws IOException {
        for (JsonNode account : Caller.must(officer.get("/api/demo/accounts"), "the demo accounts")) {
            ObjectNode credentials = Caller.object().put("login", account.path("login").asString()).put("password", account.path("password").asString());
            JsonNode session = Caller.must(officer.post("/api/officer/session", credentials), "signing in as an officer");
            for (JsonNode post : session.path("posts")) {
                if (post.path("roles").toString().contains("OFFICER") && post.path("region").path("code").asString().endsWith("000000")) {
                    return Caller.must(officer.send("PUT", "/api/officer/session/post", Caller.object().put("post", post.path("id").asString()), java.util.Map.of()),
                            "choosing a post");
                }
            }
        }
        throw new IOException("no demo account may publish applications");
    }

    private static Caller signInResident(String url, int number, String region) throws IOException {
        Caller caller = new Caller(url);
        String phone = "143%08d".formatted(50_000_000 + number);
        Caller.must(caller.post("/api/resident/codes", Caller.object().put("phone", phone)), "asking for a phone code");
        String text = Caller.must(caller.post("/api/demo/messages", Caller.object().put("phone", phone)), "the message box").path(0).path("text").asString();
        Matcher code = CODE.matcher(text);
        if (!code.find()) {
            throw new IOException("no code came to the phone");
        }
        Caller.must(caller.post("/api/resident/session", Caller.object().put("name", "演练" + chinese(number)).put("phone", phone).put("code", code.group()).put("region", region)),
                "signing in as a resident");
        return caller;
    }

    private static String chinese(int number) {
        StringBuilder text = new StringBuilder();
        for (char digit : Integer.toString(number).toCharArray()) {
            text.append("零一二三四五六七八九".charAt(digit - '0'));
        }
        return text.toString();
    }

    private static ObjectNode manifest(String region, String department, List<String> forms) {
        ObjectNode manifest = Caller.object().put("manifest", 1).put("department", department).put("region", region);
        manifest.set("title", text("演练", "Drill"));
        manifest.set("summary", text("演练", "Drill"));
        manifest.set("purpose", text("演练", "Drill").put("basis", "drill"));
        ArrayNode components = manifest.putArray("components");
        components.addObject().put("id", "who").put("kind", "audience").put("relation", "resides-in").set("criterion", Caller.object().put("always", true));
        for (String name : forms) {
            ObjectNode form = components.addObject().put("id", name).put("kind", "form").put("audience", "who").put("askKnown", true);
            form.set("title", text("演练 " + name, "Drill " + name));
            ObjectNode page = form.putArray("pages").addObject().put("id", "p");
            page.set("title", text("演练", "Drill"));
            ObjectNode question = page.putArray("questions").addObject().put("id", QUESTION).put("kind", "text").put("element", ELEMENT).put("required", true)
                    .put("reuse", "never");
            question.set("label", text("爱好", "Hobby"));
        }
        return manifest;
    }

    private static ObjectNode text(String zh, String en) {
        return Caller.object().put("zh", zh).put("en", en);
    }
}
