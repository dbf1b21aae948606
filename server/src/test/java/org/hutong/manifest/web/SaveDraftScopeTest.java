package org.hutong.manifest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.manifest.web.Drafting.COMMUNITY;
import static org.hutong.manifest.web.Drafting.DISTRICT;
import static org.hutong.manifest.web.Drafting.OTHER_STREET;
import static org.hutong.manifest.web.Drafting.STREET;
import static org.hutong.manifest.web.Drafting.id;

import java.util.UUID;

import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Who may save, publish and close: posts of the same region and department; a draft is the department's own. */
@ServerTest
@ScopeTestOf({"PUT /api/applications/{id}/draft", "POST /api/applications/{id}/publish", "POST /api/applications/{id}/close",
        "POST /api/applications/{id}/check"})
class SaveDraftScopeTest {
    @Autowired
    private SignIns signIns;
    @Autowired
    private Drafting drafting;

    @Test
    void forOthersADraftDoesNotExist() {
        JsonNode made = drafting.draft(signIns.officer(STREET.toString(), "health"), "T11");
        for (Browser other : new Browser[] {signIns.officer(OTHER_STREET.toString(), "health"), signIns.officer(STREET.toString(), "police"),
                signIns.officer(COMMUNITY.toString(), "health")}) {
            everything(other, made, 404);
        }
        everything(signIns.nobody(), made, 401);
        everything(signIns.officer(STREET.toString(), "health", Role.WORKER), made, 403);
        everything(signIns.officer(STREET.toString(), "health", Role.AUDITOR), made, 403);
    }

    @Test
    void aDepartmentAboveSeesADraftBelowAndChangesNothing() {
        JsonNode made = drafting.draft(signIns.officer(STREET.toString(), "health"), "T11");
        Browser above = signIns.officer(DISTRICT.toString(), "health");
        JsonNode seen = above.get("/api/applications/" + id(made)).json();
        assertThat(seen.path("editable").asBoolean()).isFalse();
        assertThat(seen.has("draft")).isFalse();
        everything(above, made, 403);
    }

    @Test
    void anotherDepartmentSeesWhatRunsAndChangesNothing() {
        Browser health = signIns.officer(STREET.toString(), "health");
        JsonNode running = drafting.published(health, "T11");
        drafting.save(health, running, running.path("published"));
        Browser police = signIns.officer(STREET.toString(), "police");
        JsonNode seen = police.get("/api/applications/" + id(running)).json();
        assertThat(seen.path("published")).isEqualTo(running.path("published"));
        assertThat(seen.has("draft")).isFalse();
        everything(police, running, 403);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        Browser officer = signIns.officer(STREET.toString(), "health");
        JsonNode made = drafting.draft(officer, "T11");
        assertThat(drafting.save(officer, UUID.randomUUID().toString(), 1, drafting.manifest(made)).status()).isEqualTo(404);
        assertThat(officer.get("/api/applications/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    private void everything(Browser officer, JsonNode application, int status) {
        String path = "/api/applications/" + id(application);
        assertThat(drafting.save(officer, id(application), application.path("revision").asInt(), application.path("draft")).status())
                .as("save").isEqualTo(status);
        assertThat(officer.post(path + "/publish", null).status()).as("publish").isEqualTo(status);
        assertThat(officer.post(path + "/close", null).status()).as("close").isEqualTo(status);
        assertThat(officer.post(path + "/check", null).status()).as("check").isEqualTo(status);
    }
}
