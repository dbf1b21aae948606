package org.hutong.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.hutong.kernel.BusinessDay;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whose posts and accounts one may see and change. */
@ServerTest
class PostScopeTest {
    private static final String STREET = "970101001";
    private static final String OTHER_STREET = "970101002";
    private static final String COMMUNITY = "970101001001";
    @Autowired
    private SignIns signIns;
    @Autowired
    private BusinessDay day;

    @Test
    @ScopeTestOf({"GET /api/posts/{id}", "GET /api/posts/{id}/colleagues", "GET /api/posts/{id}/waiting", "POST /api/posts/{id}/holdings",
            "DELETE /api/posts/{id}/holdings/{holding}", "POST /api/posts/{id}/handovers", "DELETE /api/posts/{id}/handovers/{handover}"})
    void thePostOfAnotherIsNotThere() {
        Actor.Officer holder = signIns.actor(STREET, "health");
        String post = "/api/posts/" + holder.post();
        String holding = signIns.as(holder).get(post).json().at("/held/0/holding").asString();
        Actor.Officer same = signIns.actor(STREET, "health");
        for (Browser other : new Browser[] {signIns.as(same), signIns.officer("970101", "health"), signIns.officer(OTHER_STREET, "health", Role.ADMINISTRATOR),
                signIns.officer(COMMUNITY, "health", Role.ADMINISTRATOR), signIns.officer(OTHER_STREET, "health", Role.AUDITOR)}) {
            assertThat(other.get(post).status()).isEqualTo(404);
            changes(other, post, holding, same, 404);
        }
        Browser auditor = signIns.officer(STREET, "health", Role.AUDITOR);
        assertThat(auditor.get(post).json().path("changes").asBoolean()).isFalse();
        changes(auditor, post, holding, same, 404);
        Browser administrator = signIns.officer("970101", "health", Role.ADMINISTRATOR);
        assertThat(administrator.get(post).json().path("gives").asBoolean()).isTrue();
    }

    private void changes(Browser other, String post, String holding, Actor.Officer whom, int status) {
        assertThat(other.get(post + "/colleagues").status()).isEqualTo(status);
        assertThat(other.get(post + "/waiting").status()).isEqualTo(status);
        assertThat(other.post(post + "/holdings", Map.of("account", whom.account(), "since", day.today(), "until", day.today(), "deputy", true)).status())
                .isEqualTo(status);
        assertThat(other.post(post + "/holdings", Map.of("account", whom.account(), "since", day.today(), "deputy", false)).status()).isEqualTo(status);
        assertThat(other.delete(post + "/holdings/" + holding).status()).isEqualTo(status);
        assertThat(other.post(post + "/handovers", Map.of("holding", holding, "successor", whom.account(), "lastDay", day.today(), "note", "")).status())
                .isEqualTo(status);
        assertThat(other.delete(post + "/handovers/" + UUID.randomUUID()).status()).isEqualTo(status);
    }

    @Test
    void aHolderGivesThePostToNobody() {
        Actor.Officer holder = signIns.actor(STREET, "health");
        Actor.Officer other = signIns.actor(STREET, "health");
        assertThat(signIns.as(holder).post("/api/posts/" + holder.post() + "/holdings",
                Map.of("account", other.account(), "since", day.today(), "deputy", false)).status()).isEqualTo(404);
    }

    @Test
    void oneHolderOfAPostDoesNotHandOverForAnother() {
        Actor.Officer holder = signIns.actor(STREET, "health");
        Actor.Officer second = signIns.actor(STREET, "health");
        String post = "/api/posts/" + holder.post();
        Browser administrator = signIns.officer(STREET, "health", Role.ADMINISTRATOR);
        assertThat(administrator.post(post + "/holdings", Map.of("account", second.account(), "since", day.today(), "deputy", false)).status()).isEqualTo(201);
        String other = administrator.get(post).json().path("held").valueStream()
                .filter(one -> one.path("account").asString().equals(second.account().toString())).findFirst().orElseThrow().path("holding").asString();
        assertThat(signIns.as(holder).post(post + "/handovers", Map.of("holding", other, "successor", signIns.actor(STREET, "police").account(), "lastDay",
                day.today(), "note", "")).status()).isEqualTo(404);
    }

    @Test
    @ScopeTestOf({"GET /api/officer/handovers", "POST /api/officer/handovers/{id}/done"})
    void aNoteIsForTheSuccessorOnly() {
        Actor.Officer holder = signIns.actor(STREET, "health");
        Actor.Officer successor = signIns.actor(STREET, "police");
        Browser administrator = signIns.officer(STREET, "health", Role.ADMINISTRATOR);
        String post = "/api/posts/" + holder.post();
        String handover = administrator.post(post + "/handovers", Map.of("holding", administrator.get(post).json().at("/held/0/holding").asString(),
                "successor", successor.account(), "lastDay", day.today().minusDays(1), "note", "交接说明")).json().path("id").asString();
        Browser stranger = signIns.officer(STREET, "civil-affairs");
        assertThat(stranger.get("/api/officer/handovers").json()).isEmpty();
        assertThat(stranger.post("/api/officer/handovers/" + handover + "/done", null).status()).isEqualTo(404);
        Browser elsewhere = signIns.as(successor);
        assertThat(elsewhere.get("/api/officer/handovers").json()).as("begun, and acting in another post").isEmpty();
        assertThat(elsewhere.post("/api/officer/handovers/" + handover + "/done", null).status()).isEqualTo(404);
    }

    @Test
    @ScopeTestOf({"GET /api/administration/accounts", "POST /api/administration/accounts", "POST /api/administration/accounts/{id}/password",
            "POST /api/administration/accounts/{id}/disable", "POST /api/administration/accounts/{id}/enable", "GET /api/administration/posts",
            "POST /api/administration/posts", "POST /api/administration/posts/{id}/abolish", "GET /api/administration/changes"})
    void anAdministratorKeepsTheOwnRegionAndBelow() {
        Actor.Officer far = signIns.actor(OTHER_STREET, "health");
        Actor.Officer above = signIns.actor("970101", "health");
        Browser administrator = signIns.officer(STREET, "health", Role.ADMINISTRATOR);
        for (Actor.Officer outside : new Actor.Officer[] {far, above}) {
            String account = "/api/administration/accounts/" + outside.account();
            assertThat(administrator.get("/api/administration/accounts?q=test-" + outside.account()).json().path("items")).isEmpty();
            assertThat(administrator.post(account + "/password", null).status()).isEqualTo(404);
            assertThat(administrator.post(account + "/disable", null).status()).isEqualTo(404);
            assertThat(administrator.post(account + "/enable", null).status()).isEqualTo(404);
            assertThat(administrator.post("/api/administration/posts/" + outside.post() + "/abolish", null).status()).isEqualTo(404);
        }
        for (String region : new String[] {"970101000000", "970101002000"}) {
            assertThat(administrator.post("/api/administration/accounts", Map.of("login", "outside.1", "name", "外面", "region", region)).status()).isEqualTo(422);
            assertThat(administrator.post("/api/administration/posts", Map.of("title", Map.of("zh", "岗", "en", "Post"), "region", region, "department", "health",
                    "roles", new String[] {"OFFICER"})).status()).isEqualTo(422);
        }
        assertThat(administrator.get("/api/administration/posts").json().path("items").valueStream().map(one -> one.at("/region/code").asString()))
                .allMatch(code -> code.startsWith(STREET));
        signIns.officer(OTHER_STREET, "health", Role.ADMINISTRATOR).post("/api/administration/accounts/" + far.account() + "/disable", null);
        assertThat(administrator.get("/api/administration/changes").json().path("items").valueStream().map(one -> one.at("/region/code").asString()))
                .allMatch(code -> code.startsWith(STREET));
    }
}
