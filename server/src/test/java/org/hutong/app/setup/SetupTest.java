package org.hutong.app.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import org.hutong.access.FirstAccount;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestDatabase;
import org.hutong.region.Regions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** A server of its own, since an account can be the first one only once. */
@ServerTest
@TestPropertySource(properties = "hutong.database.pool-size=4")
class SetupTest {
    private static final String SHEET = "320000000000,江苏省\n320600000000,南通市\n320613000000,崇川区\n320613002000,和平桥街道\n320613002001,一社区\n320613002002,二社区";
    @Autowired
    private SignIns signIns;
    @Autowired
    private FirstAccount first;
    @Autowired
    private Regions regions;
    @Autowired
    private TestDatabase database;
    private Browser browser;

    @BeforeEach
    void aSiteWithoutAccounts() {
        database.truncate("access.post_change", "access.handover", "access.holding", "access.officer_session", "access.account", "access.post", "region.region");
        browser = signIns.nobody();
    }

    private Map<String, Object> wish(String key) {
        Map<String, Object> wish = new HashMap<>(Map.of("key", key, "sheet", SHEET, "region", "320613002000", "login", "Admin", "name", "李红",
                "password", "a quiet street"));
        return wish;
    }

    @Test
    void theFirstAdministratorSignsInAndMakesTheOthers() {
        assertThat(browser.get("/api/setup").json().path("needed").asBoolean()).isTrue();
        assertThat(browser.post("/api/setup/open", Map.of("key", first.key())).json().path("there").asBoolean()).isFalse();
        Reply checked = browser.post("/api/setup/regions", Map.of("key", first.key(), "sheet", SHEET));
        assertThat(checked.json().at("/places/3/name/zh").asString()).isEqualTo("和平桥街道");
        assertThat(checked.json().at("/levels/4/count").asInt()).isEqualTo(2);
        assertThat(regions.isEmpty()).isTrue();

        assertThat(browser.post("/api/setup", wish(first.key())).status()).isEqualTo(201);
        assertThat(regions.everything()).hasSize(6);
        Reply session = browser.post("/api/officer/session", Map.of("login", "admin", "password", "a quiet street"));
        assertThat(session.json().at("/post/region/code").asString()).isEqualTo("320613002000");
        assertThat(browser.post("/api/administration/accounts", Map.of("login", "wang", "name", "王丽", "region", "320613002001")).status()).isEqualTo(201);
        assertThat(browser.get("/api/administration/changes").json().at("/items/3/kind").asString()).isIn("account-created", "post-created");
        assertThat(browser.get("/api/people?q=x").status()).isEqualTo(403);
    }

    @Test
    void itIsDoneOnce() {
        String key = first.key();
        assertThat(browser.post("/api/setup", wish(key)).status()).isEqualTo(201);
        assertThat(browser.get("/api/setup").json().path("needed").asBoolean()).isFalse();
        assertThat(browser.post("/api/setup", wish(key)).problem()).isEqualTo("setup-over");
        assertThat(browser.post("/api/setup/open", Map.of("key", key)).problem()).isEqualTo("setup-over");
        assertThat(browser.post("/api/setup/regions", Map.of("key", key, "sheet", SHEET)).problem()).isEqualTo("setup-over");
        assertThat(first.path()).isEmpty();
    }

    @Test
    void withoutTheKeyNothingOpens() {
        assertThat(browser.post("/api/setup", wish("guess")).status()).isEqualTo(403);
        assertThat(browser.post("/api/setup/open", Map.of("key", "!")).status()).isEqualTo(403);
        assertThat(browser.post("/api/setup/regions", Map.of("key", "AAAA", "sheet", SHEET)).status()).isEqualTo(403);
        assertThat(regions.isEmpty()).isTrue();
        assertThat(first.needed()).isTrue();
    }

    @Test
    void whatIsWrongIsSaidWithItsPlaceAndNothingIsKept() {
        Map<String, Object> wish = wish(first.key());
        wish.put("sheet", "320000000000,江苏省\n32O6,南通市");
        assertThat(browser.post("/api/setup", wish).json().at("/errors/0/path").asString()).isEqualTo("sheet/2");
        wish = wish(first.key());
        wish.put("region", "330000000000");
        assertThat(browser.post("/api/setup", wish).json().at("/errors/0/code").asString()).isEqualTo("region-unknown");
        wish = wish(first.key());
        wish.put("password", "short");
        assertThat(browser.post("/api/setup", wish).json().at("/errors/0/code").asString()).isEqualTo("too-short");
        wish.put("password", "the admin himself");
        assertThat(browser.post("/api/setup", wish).json().at("/errors/0/code").asString()).isEqualTo("password-easy");
        wish.put("login", "1 2");
        assertThat(browser.post("/api/setup", wish).status()).isEqualTo(422);
        assertThat(regions.isEmpty()).isTrue();
    }
}
