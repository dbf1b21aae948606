package org.hutong.manifest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.manifest.web.Drafting.COMMUNITY;
import static org.hutong.manifest.web.Drafting.DISTRICT;
import static org.hutong.manifest.web.Drafting.GRID;
import static org.hutong.manifest.web.Drafting.OTHER_STREET;
import static org.hutong.manifest.web.Drafting.PROVINCE;
import static org.hutong.manifest.web.Drafting.STREET;
import static org.hutong.manifest.web.Drafting.id;

import java.util.List;

import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Which applications a post sees: those that run in its area, whoever runs them, and the drafts of its department. */
@ServerTest
@ScopeTestOf({"GET /api/applications", "GET /api/applications/{id}"})
class ListApplicationsScopeTest {
    @Autowired
    private SignIns signIns;
    @Autowired
    private Drafting drafting;

    @Test
    void whatRunsIsSeenAboveAndBelowAndNotBeside() {
        JsonNode running = drafting.published(signIns.officer(STREET.toString(), "health"), "T11");
        for (var region : List.of(PROVINCE, DISTRICT, STREET, COMMUNITY, GRID)) {
            Browser officer = signIns.officer(region.toString(), "police");
            assertThat(ids(officer, "running")).as(region.toString()).contains(id(running));
            assertThat(officer.get("/api/applications/" + id(running)).status()).isEqualTo(200);
        }
        for (String region : List.of(OTHER_STREET.toString(), "980000000000")) {
            Browser officer = signIns.officer(region, "health");
            assertThat(ids(officer, null)).as(region).doesNotContain(id(running));
            assertThat(officer.get("/api/applications/" + id(running)).status()).isEqualTo(404);
        }
    }

    @Test
    void draftsAreSeenByTheDepartmentHereAndAbove() {
        JsonNode made = drafting.draft(signIns.officer(STREET.toString(), "health"), "T11");
        assertThat(ids(signIns.officer(STREET.toString(), "health"), "draft")).contains(id(made));
        assertThat(ids(signIns.officer(DISTRICT.toString(), "health"), "draft")).contains(id(made));
        assertThat(ids(signIns.officer(STREET.toString(), "police"), "draft")).doesNotContain(id(made));
        assertThat(ids(signIns.officer(COMMUNITY.toString(), "health"), "draft")).doesNotContain(id(made));
        assertThat(ids(signIns.officer(STREET.toString(), "health"), "running")).doesNotContain(id(made));
    }

    @Test
    void statesAreKeptApart() {
        Browser officer = signIns.officer(STREET.toString(), "health");
        JsonNode running = drafting.published(officer, "T11");
        officer.post("/api/applications/" + id(running) + "/close", null);
        assertThat(ids(officer, "closed")).contains(id(running));
        assertThat(ids(officer, "running")).doesNotContain(id(running));
        assertThat(officer.get("/api/applications?state=burnt").status()).isEqualTo(422);
    }

    @Test
    void whoHasNoBusinessWithApplicationsSeesNone() {
        assertThat(signIns.nobody().get("/api/applications").status()).isEqualTo(401);
        assertThat(signIns.officer(STREET.toString(), "health", Role.ADMINISTRATOR).get("/api/applications").status()).isEqualTo(403);
        assertThat(signIns.officer(STREET.toString(), "health", Role.AUDITOR).get("/api/applications").status()).isEqualTo(403);
    }

    private static List<String> ids(Browser officer, String state) {
        return officer.get("/api/applications" + (state == null ? "" : "?state=" + state)).json().valueStream().map(Drafting::id).toList();
    }
}
