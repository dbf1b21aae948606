package org.hutong.bench.onceonly;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.hutong.bench.drill.Caller;
import org.hutong.bench.onceonly.PaperManifest.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The officers of the demo town at work: a steward who completes the catalogue, and one of each department who publishes its forms. */
final class Offices {
    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
    private final Caller steward;
    private final Map<String, Caller> departments;

    private Offices(Caller steward, Map<String, Caller> departments) {
        this.steward = steward;
        this.departments = departments;
    }

    /** Signs in one officer of each department whose post is the region, and a steward. */
    static Offices signIn(String server, String region) throws IOException {
        Map<String, Caller> departments = new TreeMap<>();
        Caller steward = null;
        List<String> wanted = List.of("police", "health", "civil-affairs", "disabled-federation", "urban-management", "human-resources");
        for (JsonNode account : Caller.must(new Caller(server).get("/api/demo/accounts"), "the demo accounts")) {
            if (steward != null && departments.keySet().containsAll(wanted)) {
                break;
            }
            String login = account.path("login").asString();
            boolean maybeSteward = steward == null && login.contains("steward");
            if (!maybeSteward && (!login.startsWith("district.") || departments.containsKey(account.path("department").asString()))) {
                continue;
            }
            Caller caller = new Caller(server);
            ObjectNode credentials = Caller.object().put("login", login).put("password", account.path("password").asString());
            JsonNode session = Caller.must(caller.post("/api/officer/session", credentials), "signing in as " + login);
            JsonNode post = session.path("post");
            if (maybeSteward) {
                steward = caller;
            } else if (post.path("region").path("code").asString().equals(region)) {
                departments.put(post.path("department").asString(), caller);
            }
        }
        if (steward == null || departments.isEmpty()) {
            throw new IOException("the demo has no steward, or no officers whose post is " + region);
        }
        return new Offices(steward, departments);
    }

    /** The elements that the forms name; those that the catalogue lacks are added to it first. */
    Map<String, Element> catalogue(List<PaperForm> forms) throws IOException {
        Map<String, Element> catalogue = read();
        for (PaperForm form : forms) {
            for (PaperForm.Column column : form.columns()) {
                String code = PaperManifest.elementOf(column.means());
                if (column.bound() && !catalogue.containsKey(code)) {
                    add(code, column.wording());
                    catalogue = read();
                }
            }
        }
        return catalogue;
    }

    private Map<String, Element> read() throws IOException {
        Map<String, Element> elements = new HashMap<>();
        for (JsonNode one : Caller.must(steward.get("/api/catalogue/elements"), "the catalogue")) {
            String code = one.path("code").asString();
            elements.put(code, new Element(code, one.path("name").path("zh").asString(), one.path("name").path("en").asString(), one.path("kind").asString(),
                    one.path("codeList").asString(""), one.path("unit"), one.path("validFor").asString("")));
        }
        return elements;
    }

    private void add(String code, String wording) throws IOException {
        String type = code.substring(0, code.indexOf('.'));
        ObjectNode element = Caller.object().put("code", code).put("kind", code.endsWith(".photo") ? "file" : "text").put("protection", "open").put("firstRank", "resident")
                .put("validFor", "P2Y");
        element.set("name", PaperManifest.text(wording, code));
        Caller.Reply added = steward.post("/api/catalogue/elements", element);
        if (!added.fine() && added.body().path("errors").path(0).path("code").asString("").equals("no-such-type")) {
            ObjectNode made = Caller.object().put("code", type).put("linkKind", "keeps-" + type);
            made.set("name", PaperManifest.text(type, type));
            Caller.must(steward.post("/api/catalogue/resource-types", made), "adding the resource type " + type);
            added = steward.post("/api/catalogue/elements", element);
        }
        Caller.must(added, "adding the element " + code);
    }

    /** The codes of the lists that some elements use. */
    Map<String, List<String>> codeLists(Collection<Element> elements) throws IOException {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (Element element : elements) {
            if (!element.codeList().isEmpty() && !lists.containsKey(element.codeList())) {
                List<String> codes = new ArrayList<>();
                Caller.must(steward.get("/api/catalogue/code-lists/" + element.codeList()), "the code list " + element.codeList()).path("items")
                        .forEach(item -> codes.add(item.path("code").asString()));
                lists.put(element.codeList(), codes);
            }
        }
        return lists;
    }

    /** @return the application's id */
    String publish(PaperForm form, String region, Map<String, Element> catalogue) throws IOException {
        String department = departments.containsKey(form.hutongDepartment()) ? form.hutongDepartment() : departments.keySet().iterator().next();
        Caller officer = departments.get(department);
        ObjectNode wanted = Caller.object();
        wanted.set("manifest", PaperManifest.of(form, region, department, catalogue));
        String application = Caller.must(officer.post("/api/applications", wanted), "setting up " + form.id()).path("id").asString();
        Caller.must(officer.post("/api/applications/" + application + "/publish", null), "publishing " + form.id());
        return application;
    }

    /**
     * Signs a resident in by a code from the demo's message box.
     *
     * @param newcomer whether nobody may have been found on file
     */
    static Caller resident(String server, String name, String phone, String idNumber, String community, boolean newcomer) throws IOException {
        Caller caller = new Caller(server);
        Caller.must(caller.post("/api/resident/codes", Caller.object().put("phone", phone)), "asking for a code");
        String text = Caller.must(caller.post("/api/demo/messages", Caller.object().put("phone", phone)), "the message box").path(0).path("text").asString("");
        Matcher code = CODE.matcher(text);
        if (!code.find()) {
            throw new IOException("no code came to the phone");
        }
        ObjectNode claim = Caller.object().put("name", name).put("phone", phone).put("code", code.group());
        if (idNumber != null) {
            claim.put("idNumber", idNumber);
        }
        if (community != null) {
            claim.put("region", community);
        }
        JsonNode session = Caller.must(caller.post("/api/resident/session", claim), "signing in as " + name);
        if (session.path("newcomer").asBoolean() != newcomer) {
            throw new IOException(newcomer ? "a newcomer was taken for somebody on file" : name
                    + " is not on file: is the server's town another one? See --town-persons and --town-seed");
        }
        return caller;
    }
}
