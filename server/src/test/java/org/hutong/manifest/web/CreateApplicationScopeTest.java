package org.hutong.manifest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.manifest.web.Drafting.OTHER_STREET;
import static org.hutong.manifest.web.Drafting.STREET;

import java.util.Map;

import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may begin an application, and where. */
@ServerTest
@ScopeTestOf("POST /api/applications")
class CreateApplicationScopeTest {
    @Autowired
    private SignIns signIns;
    @Autowired
    private Drafting drafting;

    @Test
    void nobodyBeginsOneUnsigned() {
        assertThat(signIns.nobody().post("/api/applications", Map.of("template", "T11")).status()).isEqualTo(401);
        assertThat(signIns.nobody().get("/api/templates").status()).isEqualTo(401);
    }

    @Test
    void aWorkerDoesNotBeginOne() {
        Browser worker = signIns.officer(STREET.toString(), "health", Role.WORKER);
        assertThat(worker.post("/api/applications", Map.of("template", "T11")).status()).isEqualTo(403);
    }

    @Test
    void aRegionBesideOrAboveOnesOwnDoesNotExist() {
        Browser officer = signIns.officer(STREET.toString(), "health");
        for (String region : new String[] {OTHER_STREET.toString(), Drafting.DISTRICT.toString(), "980000000000"}) {
            assertThat(officer.post("/api/applications", Map.of("template", "T11", "region", region)).status()).as(region).isEqualTo(404);
            assertThat(officer.post("/api/applications", Map.of("manifest", Map.of("region", region))).status()).as(region).isEqualTo(404);
        }
    }

    @Test
    void anUnknownTemplateDoesNotExist() {
        assertThat(signIns.officer(STREET.toString(), "health").post("/api/applications", Map.of("template", "T99")).status()).isEqualTo(404);
    }
}
