package org.hutong.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Goes through all operations of the API document: who is let in is what the document says, and nonsense breaks none of them. */
@ServerTest
class EveryOperationTest {
    private static final String REGION = "320613002000";
    private static final Map<String, String> HEADERS = Map.of("Idempotency-Key", UUID.randomUUID().toString(), "If-Match", "\"1\"");
    @Autowired
    private SignIns signIns;

    /** An operation with values in the path of its template; {@code allow} as in the document. */
    private record Operation(String method, String template, String path, Set<String> allow, boolean body) {
        boolean ofOfficers() {
            return !allow.contains("RESIDENT") && !allow.contains("ANYONE") && !allow.contains("DEMO") && !allow.contains("ACCOUNT");
        }

        boolean ofResidents() {
            return allow.contains("RESIDENT");
        }
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        signIns.nobody().get("/api/openapi.json").json().path("paths").properties().forEach(path -> path.getValue().properties().forEach(one -> {
            Set<String> allow = new TreeSet<>();
            one.getValue().path("x-allow").forEach(role -> allow.add(role.asString()));
            operations.add(new Operation(one.getKey().toUpperCase(Locale.ROOT), path.getKey(), filled(path.getKey(), one.getValue()), allow, one.getValue().has("requestBody")));
        }));
        assertThat(operations).hasSizeGreaterThan(20);
        return operations;
    }

    private static String filled(String path, JsonNode operation) {
        String filled = path;
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.path("parameters")) {
            String name = parameter.path("name").asString();
            JsonNode schema = parameter.path("schema");
            String value = schema.path("format").asString("").equals("uuid") ? UUID.randomUUID().toString()
                    : schema.path("pattern").asString("").contains("[0-9a-f-]{36}") ? "320613-" + UUID.randomUUID() : REGION;
            filled = filled.replace("{" + name + "}", value);
            if (parameter.path("in").asString().equals("query") && parameter.path("required").asBoolean()) {
                query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(value);
            }
        }
        return filled + query;
    }

    private static Reply call(Browser browser, Operation operation, String body) {
        return browser.send(operation.method(), operation.path(), operation.body() ? body : null, HEADERS);
    }

    @Test
    void whoIsNotSignedInGetsNowhere() {
        for (Operation operation : operations()) {
            if (operation.ofOfficers() || operation.ofResidents() || operation.allow().contains("ACCOUNT")) {
                Reply reply = call(signIns.nobody(), operation, "{}");
                assertThat(reply.status()).as(operation + " " + reply).isEqualTo(401);
                assertThat(reply.problem()).isEqualTo("not-signed-in");
            }
        }
    }

    @Test
    void residentsAreNotOfficersAndOfficersAreNotResidents() {
        Browser resident = signIns.newcomer();
        Browser officer = signIns.officer(REGION, "health", Role.values());
        for (Operation operation : operations()) {
            if (operation.ofOfficers()) {
                assertThat(call(resident, operation, "{}").status()).as(operation.toString()).isEqualTo(401);
            } else if (operation.ofResidents()) {
                assertThat(call(officer, operation, "{}").status()).as(operation.toString()).isEqualTo(401);
            }
        }
    }

    @Test
    void aRoleThatIsNotNamedIsNotEnough() {
        for (Role role : Role.values()) {
            Browser browser = signIns.officer(REGION, "health", role);
            for (Operation operation : operations()) {
                if (operation.ofOfficers()) {
                    Reply reply = call(browser, operation, "{}");
                    assertThat(reply.problem().equals("role-missing")).as(role + " at " + operation + " " + reply).isNotEqualTo(operation.allow().contains(role.name()));
                }
            }
        }
    }

    @Test
    void administratorsAndAuditorsSeeNoResidentsData() {
        Set<String> allowed = new TreeSet<>();
        for (Operation operation : operations()) {
            if (operation.ofOfficers() && (operation.allow().contains("ADMINISTRATOR") || operation.allow().contains("AUDITOR"))) {
                allowed.add(operation.method() + " " + operation.template());
            }
        }
        assertThat(allowed).as("because they keep accounts and posts, and the tree of regions with it, and see nobody's data").containsExactly(
                "DELETE /api/posts/{id}/handovers/{handover}", "DELETE /api/posts/{id}/holdings/{holding}", "GET /api/administration/accounts",
                "GET /api/administration/changes", "GET /api/administration/posts", "GET /api/officer/handovers", "GET /api/posts/{id}",
                "GET /api/posts/{id}/colleagues", "GET /api/posts/{id}/waiting", "GET /api/regions/{code}", "POST /api/administration/accounts",
                "POST /api/administration/accounts/{id}/disable", "POST /api/administration/accounts/{id}/enable",
                "POST /api/administration/accounts/{id}/password", "POST /api/administration/posts", "POST /api/administration/posts/{id}/abolish",
                "POST /api/administration/regions", "POST /api/administration/regions/check",
                "POST /api/officer/handovers/{id}/done", "POST /api/posts/{id}/handovers", "POST /api/posts/{id}/holdings", "PUT /api/regions/{code}/name");
    }

    @Test
    void aPostIsChosenFirst() {
        Browser browser = signIns.accountWithoutPost();
        for (Operation operation : operations()) {
            if (operation.ofOfficers()) {
                assertThat(call(browser, operation, "{}").problem()).as(operation.toString()).isEqualTo("post-needed");
            }
        }
    }

    @Test
    void theDemoIsNotThereOutsideOfADemoTown() {
        for (Operation operation : operations()) {
            if (operation.allow().contains("DEMO")) {
                assertThat(call(signIns.nobody(), operation, "{}").status()).as(operation.toString()).isEqualTo(404);
            }
        }
    }

    @Test
    void nonsenseBreaksNothing() {
        Browser officer = signIns.officer(REGION, "health", Role.values());
        Browser resident = signIns.newcomer();
        String[] bodies = {"{", "", "null", "[]", "\"x\"", "{}", "{\"a\":{\"b\":[1,2,{\"c\":null}]}}", "\uFEFF{}", "{\"version\":99999999999999999999}",
                "{\"manifest\":" + "[".repeat(300) + "]".repeat(300) + "}", "{\"answers\":{\"\":\"\\u0000\"}}"};
        List<String> broken = new ArrayList<>();
        for (Operation operation : operations()) {
            for (String body : operation.body() ? bodies : new String[] {""}) {
                Reply reply = call(operation.ofResidents() ? resident : officer, operation, body);
                if (reply.status() >= 500 || reply.status() >= 400 && reply.problem().isEmpty()) {
                    broken.add(operation.method() + " " + operation.path() + " " + body.substring(0, Math.min(60, body.length())) + " → " + reply);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void nonsenseInAddressesBreaksNothing() {
        Browser officer = signIns.officer(REGION, "health", Role.values());
        Browser resident = signIns.newcomer();
        List<String> broken = new ArrayList<>();
        signIns.nobody().get("/api/openapi.json").json().path("paths").properties().forEach(path -> {
            for (String nonsense : Arrays.asList("x", "-1", "%00", "%27%20or%201%3D1", "320613-x", "000000000000", "99999999999999999999999", "%F0%9F%92%A9")) {
                String address = path.getKey().replaceAll("\\{[^}]+}", nonsense) + "?page=" + nonsense + "&size=" + nonsense + "&q=" + nonsense + "&region=" + nonsense
                        + "&state=" + nonsense + "&phone=" + nonsense;
                Reply reply = (path.getKey().startsWith("/api/resident") ? resident : officer).get(address);
                if (reply.status() >= 500) {
                    broken.add(address + " → " + reply);
                }
            }
        });
        assertThat(broken).isEmpty();
    }
}
