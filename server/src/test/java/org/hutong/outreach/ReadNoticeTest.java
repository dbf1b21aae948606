package org.hutong.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.question;

import java.util.UUID;

import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.hutong.form.FormScene;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.RegionCode;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
class ReadNoticeTest {
    private static final String WISH = question("wish", "'kind':'yesNo','required':true");
    @Autowired
    private FormScene scene;

    private static JsonNode notice(Browser browser, Published survey) {
        for (JsonNode notice : browser.get("/api/resident/notices").json()) {
            if (notice.path("application").asString().equals(survey.application().toString())) {
                return notice;
            }
        }
        return tools.jackson.databind.node.MissingNode.getInstance();
    }

    @Test
    void whoIsAddressedReadsItAndItCountsAsReadFromThenOn() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(WISH);
        assertThat(notice(browser, survey).at("/title/zh").asString()).isEqualTo("请填写");
        assertThat(notice(browser, survey).path("read").asBoolean(true)).isFalse();
        int unread = browser.get("/api/resident/home").json().at("/notices/unread").asInt();
        String read = "/api/resident/notices/" + notice(browser, survey).path("id").asString() + "/read";
        assertThat(browser.post(read, null).status()).isEqualTo(204);
        assertThat(browser.post(read, null).status()).isEqualTo(204);
        assertThat(notice(browser, survey).path("read").asBoolean()).isTrue();
        assertThat(browser.get("/api/resident/home").json().at("/notices/unread").asInt()).isEqualTo(unread - 1);
    }

    @Test
    @ScopeTestOf({"GET /api/resident/notices", "POST /api/resident/notices/{id}/read"})
    void whoIsNotAddressedHasNoSuchNotice() {
        Published survey = scene.publish(WISH);
        Browser elsewhere = scene.signIn(scene.person(RegionCode.of("320682001001"), java.util.Map.of()));
        assertThat(notice(elsewhere, survey).isMissingNode()).isTrue();
        assertThat(elsewhere.post("/api/resident/notices/" + survey.application() + ".tell/read", null).status()).isEqualTo(404);
        Browser here = scene.signIn(scene.person());
        assertThat(here.post("/api/resident/notices/" + UUID.randomUUID() + ".tell/read", null).status()).isEqualTo(404);
        assertThat(here.post("/api/resident/notices/nonsense/read", null).status()).isEqualTo(404);
    }
}
