package org.hutong.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.hutong.access.DemoMessages;
import org.hutong.access.SignIns;
import org.hutong.app.DemoGuide;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.Invented;
import org.hutong.app.testing.ServerTest;
import org.hutong.kernel.RegionCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

@ServerTest
@TestPropertySource(properties = {"hutong.demo=true", "hutong.town.persons=0"})
class DemoAccountsTest {
    @Autowired
    private SignIns signIns;
    @Autowired
    private DemoGuide guide;
    @Autowired
    private DemoMessages messages;

    private Reply signIn(Browser browser, String login, String password) {
        return browser.post("/api/officer/session", Map.of("login", login, "password", password));
    }

    @Test
    void everyAccountThatIsShownSignsIn() {
        for (JsonNode account : signIns.nobody().get("/api/demo/accounts").json()) {
            Reply reply = signIn(signIns.nobody(), account.path("login").asString(), account.path("password").asString());
            assertThat(reply.status()).as(account + " " + reply).isEqualTo(200);
            assertThat(account.at("/region/zh").asString()).isNotBlank();
        }
    }

    @Test
    void thereAreSixLevelsSixDepartmentsAndTheSpecialRoles() {
        Set<Integer> levels = new TreeSet<>();
        Set<String> departments = new TreeSet<>();
        Set<String> roles = new TreeSet<>();
        for (DemoAccounts.DemoOfficer officer : DemoAccounts.officers()) {
            RegionCode region = officer.post().region();
            levels.add(region.level());
            departments.add(officer.post().department());
            officer.post().roles().forEach(role -> roles.add(role.name()));
        }
        assertThat(levels).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(departments).containsExactly("civil-affairs", "disabled-federation", "health", "human-resources", "police", "urban-management");
        assertThat(roles).containsExactly("ADMINISTRATOR", "AUDITOR", "OFFICER", "STEWARD", "WORKER");
        assertThat(DemoAccounts.officers()).extracting(DemoAccounts.DemoOfficer::login).doesNotHaveDuplicates();
    }

    @Test
    void oneAccountHasTwoPostsAndChooses() {
        Browser browser = signIns.nobody();
        JsonNode session = signIn(browser, "two.posts", DemoAccounts.PASSWORD).json();
        assertThat(session.has("post")).isFalse();
        assertThat(session.path("posts")).hasSize(2);
        Reply chosen = browser.put("/api/officer/session/post", Map.of("post", session.at("/posts/1/id").asString()));
        assertThat(chosen.json().at("/post/deputy").asBoolean()).isTrue();
    }

    @Test
    void theWelcomeNamesAccountsThatExist() {
        assertThat(guide.accounts()).isNotEmpty().allSatisfy(account ->
                assertThat(signIn(signIns.nobody(), account.login(), account.password()).status()).isEqualTo(200));
        assertThat(guide.personas()).isNotEmpty();
    }

    @Test
    void theMessageBoxShowsThePhoneAskedForAndNoOther() {
        String phone = Invented.phone();
        messages.send(phone, "first");
        messages.send(Invented.phone(), "of somebody else");
        JsonNode box = signIns.nobody().post("/api/demo/messages", Map.of("phone", phone)).json();
        assertThat(box).hasSize(1);
        assertThat(box.at("/0/text").asString()).isEqualTo("first");
    }
}
