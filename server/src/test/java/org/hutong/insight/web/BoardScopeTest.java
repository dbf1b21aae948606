package org.hutong.insight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.manifest.web.Drafting.COMMUNITY;
import static org.hutong.manifest.web.Drafting.DISTRICT;
import static org.hutong.manifest.web.Drafting.OTHER_COMMUNITY;
import static org.hutong.manifest.web.Drafting.OTHER_STREET;
import static org.hutong.manifest.web.Drafting.STREET;

import java.util.List;
import java.util.UUID;

import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.hutong.manifest.web.Drafting;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody sees the progress, the list of who is left, or the home of a region outside the own. */
@ServerTest
@ScopeTestOf({"GET /api/applications/{id}/board", "GET /api/applications/{id}/left", "GET /api/officer/home",
        "GET /api/applications/{id}/board/sheet", "GET /api/applications/{id}/left/sheet"})
class BoardScopeTest {
    @Autowired
    private SignIns signIns;
    @Autowired
    private Drafting drafting;

    @Test
    void anApplicationBesideDoesNotExist() {
        String id = running();
        for (String what : List.of("/board", "/left", "/board/sheet", "/left/sheet")) {
            assertThat(signIns.officer(OTHER_STREET.toString(), "health").get("/api/applications/" + id + what).status()).isEqualTo(404);
            assertThat(signIns.officer(STREET.toString(), "police").get("/api/applications/" + id + what).status()).isEqualTo(200);
            assertThat(signIns.officer(STREET.toString(), "health").get("/api/applications/" + UUID.randomUUID() + what).status()).isEqualTo(404);
        }
    }

    @Test
    void aRegionBesideOrAboveDoesNotExist() {
        String id = running();
        Browser community = signIns.officer(COMMUNITY.toString(), "health");
        for (String what : List.of("/board", "/left", "/board/sheet", "/left/sheet")) {
            assertThat(community.get("/api/applications/" + id + what + "?region=" + COMMUNITY).status()).isEqualTo(200);
            for (var region : List.of(OTHER_COMMUNITY, STREET, DISTRICT, OTHER_STREET)) {
                assertThat(community.get("/api/applications/" + id + what + "?region=" + region).status()).as(what + region).isEqualTo(404);
            }
            assertThat(community.get("/api/applications/" + id + what + "?region=x").status()).isIn(400, 404, 422);
        }
    }

    @Test
    void aDraftHasNoProgress() {
        String id = Drafting.id(drafting.draft(signIns.officer(STREET.toString(), "health"), "T11"));
        assertThat(signIns.officer(STREET.toString(), "health").get("/api/applications/" + id + "/board").status()).isEqualTo(404);
    }

    @Test
    void whoHasNoBusinessWithResidentsDataSeesNothing() {
        String id = running();
        for (String path : List.of("/api/applications/" + id + "/board", "/api/applications/" + id + "/left", "/api/officer/home")) {
            assertThat(signIns.nobody().get(path).status()).as(path).isEqualTo(401);
            assertThat(signIns.officer(STREET.toString(), "health", Role.ADMINISTRATOR).get(path).status()).as(path).isEqualTo(403);
            assertThat(signIns.officer(STREET.toString(), "health", Role.AUDITOR).get(path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void theHomeShowsWhatRunsHereAndOnesOwnDrafts() {
        String running = running();
        String draft = Drafting.id(drafting.draft(signIns.officer(STREET.toString(), "health"), "T11"));
        assertThat(ids(signIns.officer(STREET.toString(), "health"), "running")).contains(running);
        assertThat(ids(signIns.officer(COMMUNITY.toString(), "police"), "running")).contains(running);
        assertThat(ids(signIns.officer(OTHER_STREET.toString(), "health"), "running")).doesNotContain(running);
        assertThat(ids(signIns.officer(STREET.toString(), "health"), "drafts")).contains(draft);
        assertThat(ids(signIns.officer(STREET.toString(), "police"), "drafts")).doesNotContain(draft);
        assertThat(ids(signIns.officer(DISTRICT.toString(), "health"), "drafts")).doesNotContain(draft);
    }

    private static List<String> ids(Browser officer, String list) {
        return officer.get("/api/officer/home").json().path(list).valueStream().map(Drafting::id).toList();
    }

    private String running() {
        return Drafting.id(drafting.published(signIns.officer(STREET.toString(), "health"), "T11"));
    }
}
