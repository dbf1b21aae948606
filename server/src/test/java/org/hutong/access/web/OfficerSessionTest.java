package org.hutong.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.hutong.access.Accounts;
import org.hutong.access.Accounts.NewAccount;
import org.hutong.access.Accounts.NewHolding;
import org.hutong.access.Accounts.NewPost;
import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestClock;
import org.hutong.app.testing.TestDatabase;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class OfficerSessionTest {
    private static final String PASSWORD = "correct horse";
    private static final String SESSION = "/api/officer/session";
    @Autowired
    private Accounts accounts;
    @Autowired
    private SignIns signIns;
    @Autowired
    private TestClock clock;
    @Autowired
    private BusinessDay day;
    @Autowired
    private TestDatabase database;
    private final String login = "officer-" + UUID.randomUUID();
    private final UUID account = UUID.randomUUID();
    private final NewPost street = new NewPost(UUID.randomUUID(), Localised.of("街道卫健", "Street health"), RegionCode.of("320613002000"), "health",
            Set.of(Role.OFFICER));
    private final NewPost community = new NewPost(UUID.randomUUID(), Localised.of("社区工作者", "Community worker"), RegionCode.of("320613002001"),
            "civil-affairs", Set.of(Role.WORKER));

    @BeforeEach
    void nobodyHasTriedYet() {
        database.truncate("access.allowance");
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    private Browser browser() {
        return signIns.nobody();
    }

    private void account(NewHolding... holdings) {
        accounts.add(List.of(new NewAccount(account, login, "张敏", street.region())), List.of(street, community), List.of(holdings), PASSWORD);
    }

    private NewHolding holds(NewPost post) {
        return new NewHolding(account, post.id(), LocalDate.of(2026, 1, 1), null, false);
    }

    private Reply signIn(Browser browser, String password) {
        return browser.post(SESSION, Map.of("login", login, "password", password));
    }

    @Test
    void theFieldAppHasASessionOfItsOwn() {
        account(holds(street));
        Browser browser = browser();
        Map<String, String> field = Map.of("Hutong-App", "field");
        assertThat(browser.send("POST", SESSION, Map.of("login", login, "password", PASSWORD), field).status()).isEqualTo(200);
        assertThat(browser.get(SESSION).status()).as("at the desk").isEqualTo(401);
        signIn(browser, PASSWORD);
        assertThat(browser.delete(SESSION).status()).isEqualTo(204);
        assertThat(browser.send("GET", SESSION, null, field).status()).as("the round goes on").isEqualTo(200);
    }

    @Test
    void whoHoldsOnePostWorksInItAtOnce() {
        account(holds(street));
        Browser browser = browser();
        Reply reply = signIn(browser, PASSWORD);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.json().at("/account/name").asString()).isEqualTo("张敏");
        assertThat(reply.json().at("/post/region/code").asString()).isEqualTo("320613002000");
        assertThat(reply.json().at("/post/roles/0").asString()).isEqualTo("OFFICER");
        assertThat(browser.get(SESSION).json()).isEqualTo(reply.json());
    }

    @Test
    void theCookieIsForThisSiteAndNotForScripts() {
        account(holds(street));
        String cookie = signIn(browser(), PASSWORD).header("Set-Cookie");
        assertThat(cookie).startsWith("hutong_officer=").contains("Path=/", "HttpOnly", "SameSite=Strict").doesNotContain("Domain", "Max-Age");
    }

    @Test
    void anUnknownLoginIsAnsweredLikeAWrongPassword() {
        account(holds(street));
        Reply wrong = signIn(browser(), "wrong");
        Reply unknown = browser().post(SESSION, Map.of("login", "nobody-" + login, "password", PASSWORD));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.problem()).isEqualTo("sign-in-refused");
        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.text()).isEqualTo(wrong.text());
        assertThat(unknown.header("Set-Cookie")).isEmpty();
    }

    @Test
    void tenWrongPasswordsAreTriedAndTheEleventhHasToWait() {
        account(holds(street));
        Browser browser = browser();
        for (int i = 0; i < 10; i++) {
            assertThat(signIn(browser, "wrong " + i).status()).isEqualTo(401);
        }
        Reply eleventh = signIn(browser, PASSWORD);
        assertThat(eleventh.status()).isEqualTo(429);
        assertThat(eleventh.problem()).isEqualTo("too-many-requests");
        assertThat(Integer.parseInt(eleventh.header("Retry-After"))).isBetween(1, 90);
        clock.moveOn(Duration.ofSeconds(91));
        assertThat(signIn(browser, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void whoHoldsTwoPostsChoosesOneAndCanChange() {
        account(holds(street), holds(community));
        Browser browser = browser();
        Reply signedIn = signIn(browser, PASSWORD);
        assertThat(signedIn.json().has("post")).isFalse();
        assertThat(signedIn.json().path("posts")).hasSize(2);
        assertThat(browser.get("/api/regions/320613002001").problem()).isEqualTo("post-needed");

        Reply chosen = browser.put(SESSION + "/post", Map.of("post", community.id()));
        assertThat(chosen.status()).as(chosen.toString()).isEqualTo(200);
        assertThat(chosen.json().at("/post/department").asString()).isEqualTo("civil-affairs");
        Reply changed = browser.put(SESSION + "/post", Map.of("post", street.id()));
        assertThat(changed.json().at("/post/title/en").asString()).isEqualTo("Street health");
    }

    @Test
    void choosingAPostEndsTheOldToken() {
        account(holds(street), holds(community));
        Browser browser = browser();
        String before = cookie(signIn(browser, PASSWORD));
        browser.put(SESSION + "/post", Map.of("post", street.id()));
        assertThat(browser().send("GET", SESSION, null, Map.of("Cookie", before)).status()).isEqualTo(401);
    }

    @Test
    @ScopeTestOf("PUT /api/officer/session/post")
    void aPostOfSomebodyElseIsNotThere() {
        account(holds(street));
        Browser browser = browser();
        signIn(browser, PASSWORD);
        assertThat(browser.put(SESSION + "/post", Map.of("post", community.id())).status()).isEqualTo(404);
        assertThat(browser.put(SESSION + "/post", Map.of("post", UUID.randomUUID())).status()).isEqualTo(404);
    }

    @Test
    void aDeputyHoldsThePostFromTheFirstDayToTheLast() {
        LocalDate today = day.today();
        account(holds(street), new NewHolding(account, community.id(), today.plusDays(1), today.plusDays(2), true));
        assertThat(signIn(browser(), PASSWORD).json().path("posts")).hasSize(1);
        clock.moveOn(Duration.ofDays(1));
        Browser deputy = browser();
        assertThat(signIn(deputy, PASSWORD).json().at("/posts/1/deputy").asBoolean()).isTrue();
        clock.moveOn(Duration.ofDays(1));
        assertThat(signIn(browser(), PASSWORD).json().path("posts")).hasSize(2);
        clock.moveOn(Duration.ofDays(1));
        assertThat(signIn(browser(), PASSWORD).json().path("posts")).hasSize(1);
    }

    @Test
    void signingOutEndsTheSession() {
        account(holds(street));
        Browser browser = browser();
        String cookie = cookie(signIn(browser, PASSWORD));
        Reply out = browser.delete(SESSION);
        assertThat(out.status()).isEqualTo(204);
        assertThat(out.header("Set-Cookie")).contains("Max-Age=0");
        Reply after = browser().send("GET", SESSION, null, Map.of("Cookie", cookie));
        assertThat(after.status()).isEqualTo(401);
        assertThat(after.problem()).isEqualTo("session-expired");
        assertThat(browser().get(SESSION).problem()).isEqualTo("not-signed-in");
    }

    @Test
    void anHourWithoutARequestEndsTheSession() {
        account(holds(street));
        Browser used = browser();
        Browser unused = browser();
        signIn(used, PASSWORD);
        signIn(unused, PASSWORD);
        clock.moveOn(Duration.ofMinutes(40));
        assertThat(used.get(SESSION).status()).isEqualTo(200);
        clock.moveOn(Duration.ofMinutes(40));
        assertThat(used.get(SESSION).status()).isEqualTo(200);
        assertThat(unused.get(SESSION).problem()).isEqualTo("session-expired");
    }

    @Test
    void twelveHoursEndTheSessionInAnyCase() {
        account(holds(street));
        Browser browser = browser();
        signIn(browser, PASSWORD);
        for (int i = 0; i < 23; i++) {
            clock.moveOn(Duration.ofMinutes(31));
                assertThat(browser.get(SESSION).status()).isEqualTo(200);
        }
        clock.moveOn(Duration.ofMinutes(31));
        assertThat(browser.get(SESSION).problem()).isEqualTo("session-expired");
    }

    private static String cookie(Reply reply) {
        String set = reply.header("Set-Cookie");
        return set.substring(0, set.indexOf(';'));
    }
}
