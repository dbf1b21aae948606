package org.hutong.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestDatabase;
import org.hutong.kernel.BusinessDay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What an administrator does: accounts, posts, who holds them; and what the auditor reads of it. */
@ServerTest
class AdministrationTest {
    private static final String SESSION = "/api/officer/session";
    private static final String ACCOUNTS = "/api/administration/accounts";
    private static final String STREET = "970101001";
    @Autowired
    private SignIns signIns;
    @Autowired
    private BusinessDay day;
    @Autowired
    private TestDatabase database;
    private Actor.Officer keeper;
    private Browser administrator;
    private final String login = "new-" + UUID.randomUUID();

    @BeforeEach
    void anAdministrator() {
        database.truncate("access.allowance");
        keeper = signIns.actor(STREET, "civil-affairs", Role.ADMINISTRATOR);
        administrator = signIns.as(keeper);
    }

    private JsonNode create() {
        Reply made = administrator.post(ACCOUNTS, Map.of("login", login, "name", "王丽", "region", "970101001000"));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json();
    }

    private String createPost() {
        return administrator.post("/api/administration/posts", Map.of("title", Map.of("zh", "新岗位", "en", "New post"), "region", "970101001001",
                "department", "health", "roles", new String[] {"WORKER"})).json().path("id").asString();
    }

    private Browser signIn(String password, int status) {
        Browser browser = signIns.nobody();
        Reply reply = browser.post(SESSION, Map.of("login", login, "password", password));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        return browser;
    }

    @Test
    void aOneTimePasswordIsChangedBeforeAnythingElse() {
        JsonNode made = create();
        String post = createPost();
        assertThat(administrator.post("/api/posts/" + post + "/holdings", Map.of("account", made.path("account").asString(), "since", day.today(),
                "deputy", false)).status()).isEqualTo(201);
        String oneTime = made.path("password").asString();
        assertThat(oneTime).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
        Browser fresh = signIn(oneTime, 200);
        assertThat(fresh.get(SESSION).json().path("passwordDue").asBoolean()).isTrue();
        assertThat(fresh.get("/api/posts/" + post).problem()).isEqualTo("password-due");
        assertThat(change(fresh, "not this one", "a new long password").json().at("/errors/0/code").asString()).isEqualTo("password-wrong");
        assertThat(change(fresh, oneTime, "short").json().at("/errors/0/code").asString()).isEqualTo("too-short");
        assertThat(change(fresh, oneTime, oneTime).json().at("/errors/0/code").asString()).isEqualTo("password-easy");
        assertThat(change(fresh, oneTime, "x" + login).json().at("/errors/0/code").asString()).isEqualTo("password-easy");
        Reply changed = change(fresh, oneTime, "a new long password");
        assertThat(changed.json().path("passwordDue").asBoolean()).isFalse();
        assertThat(fresh.get("/api/posts/" + post).status()).isEqualTo(200);
        signIn(oneTime, 401);
        signIn("a new long password", 200);
    }

    private static Reply change(Browser browser, String current, String next) {
        return browser.put(SESSION + "/password", Map.of("current", current, "next", next));
    }

    @Test
    void changingThePasswordEndsTheOtherSessions() {
        String oneTime = create().path("password").asString();
        Browser one = signIn(oneTime, 200);
        Browser two = signIn(oneTime, 200);
        change(one, oneTime, "a new long password");
        assertThat(two.get(SESSION).problem()).isEqualTo("session-expired");
        assertThat(one.get(SESSION).status()).isEqualTo(200);
    }

    @Test
    void aDisabledAccountIsSignedOutAndSignsInNoMore() {
        JsonNode made = create();
        String account = ACCOUNTS + "/" + made.path("account").asString();
        Browser browser = signIn(made.path("password").asString(), 200);
        assertThat(administrator.post(account + "/disable", null).status()).isEqualTo(204);
        assertThat(browser.get(SESSION).problem()).isEqualTo("session-expired");
        signIn(made.path("password").asString(), 401);
        assertThat(administrator.post(account + "/enable", null).status()).isEqualTo(204);
        signIn(made.path("password").asString(), 200);
        String again = administrator.post(account + "/password", null).json().path("password").asString();
        signIn(made.path("password").asString(), 401);
        signIn(again, 200);
    }

    @Test
    void aLoginIsThereOnce() {
        create();
        assertThat(administrator.post(ACCOUNTS, Map.of("login", login, "name", "别人", "region", "970101001000")).problem()).isEqualTo("login-taken");
        assertThat(administrator.post(ACCOUNTS, Map.of("login", "1 2", "name", "别人", "region", "970101001000")).status()).isEqualTo(422);
    }

    @Test
    void anAdministratorGivesNothingToTheOwnAccount() {
        String post = createPost();
        assertThat(administrator.post("/api/posts/" + post + "/holdings", Map.of("account", keeper.account(), "since", day.today(), "deputy", false)).problem())
                .isEqualTo("own-account");
        assertThat(administrator.post("/api/posts/" + post + "/holdings",
                Map.of("account", keeper.account(), "since", day.today(), "until", day.today(), "deputy", true)).problem()).isEqualTo("own-account");
        assertThat(administrator.post(ACCOUNTS + "/" + keeper.account() + "/password", null).problem()).isEqualTo("own-account");
        assertThat(administrator.post(ACCOUNTS + "/" + keeper.account() + "/disable", null).problem()).isEqualTo("own-account");
        assertThat(administrator.post("/api/administration/posts/" + keeper.post() + "/abolish", null).problem()).isEqualTo("own-account");
    }

    @Test
    void anAbolishedPostIsHeldByNobody() {
        Actor.Officer worker = signIns.actor("970101001001", "health", Role.WORKER);
        Browser browser = signIns.as(worker);
        assertThat(browser.get("/api/officer/home").status()).isEqualTo(200);
        assertThat(administrator.post("/api/administration/posts/" + worker.post() + "/abolish", null).status()).isEqualTo(204);
        assertThat(browser.get("/api/officer/home").problem()).isEqualTo("post-needed");
        assertThat(administrator.get("/api/posts/" + worker.post()).json().at("/post/abolished").asBoolean()).isTrue();
        assertThat(administrator.post("/api/administration/posts/" + worker.post() + "/abolish", null).status()).isEqualTo(404);
    }

    @Test
    void theAuditorReadsWhoGaveWhatToWhom() {
        JsonNode made = create();
        String post = createPost();
        administrator.post("/api/posts/" + post + "/holdings", Map.of("account", made.path("account").asString(), "since", day.today(), "deputy", false));
        JsonNode newest = signIns.officer("9701", "civil-affairs", Role.AUDITOR).get("/api/administration/changes").json().path("items").get(0);
        assertThat(newest.path("kind").asString()).isEqualTo("given");
        assertThat(newest.path("whom").asString()).isEqualTo("王丽 " + login);
        assertThat(newest.path("by").asString()).startsWith("测试 test-");
        assertThat(newest.at("/post/zh").asString()).isEqualTo("新岗位");
    }

    @Test
    void accountsAreFoundWithThePostsTheyHold() {
        Actor.Officer worker = signIns.actor("970101001001", "health", Role.WORKER);
        JsonNode found = administrator.get(ACCOUNTS + "?q=test-" + worker.account()).json().path("items");
        assertThat(found).hasSize(1);
        assertThat(found.at("/0/posts/0/title/zh").asString()).isEqualTo("岗位");
        assertThat(administrator.get(ACCOUNTS + "?q=test-" + keeper.account()).json().at("/items/0/own").asBoolean()).isTrue();
    }
}
