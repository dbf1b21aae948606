package org.hutong.manifest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.manifest.web.Drafting.COMMUNITY;
import static org.hutong.manifest.web.Drafting.STREET;
import static org.hutong.manifest.web.Drafting.places;

import java.util.Map;

import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An officer begins an application: from a template, or from a manifest of his or her own. */
@ServerTest
class CreateApplicationTest {
    @Autowired
    private SignIns signIns;
    @Autowired
    private Drafting drafting;

    @Test
    void theTemplatesAreOfferedWithWhatTheyHold() {
        JsonNode templates = signIns.officer(STREET.toString(), "health").get("/api/templates").json();
        assertThat(templates.valueStream().map(one -> one.path("id").asString())).contains("T01", "T11");
        JsonNode t11 = templates.valueStream().filter(one -> one.path("id").asString().equals("T11")).findFirst().orElseThrow();
        assertThat(t11.path("title").path("zh").asString()).isEqualTo("流感疫苗接种摸底");
        assertThat(t11.path("components").valueStream().map(JsonNode::asString)).containsExactly("audience", "form", "notice", "board", "visit");
        assertThat(t11.path("questions").asInt()).isEqualTo(13);
    }

    @Test
    void aTemplateBecomesADraftOfTheOwnDepartmentInTheOwnRegion() {
        JsonNode made = drafting.draft(signIns.officer(STREET.toString(), "disabled-federation"), "T11");
        assertThat(made.path("state").asString()).isEqualTo("draft");
        assertThat(made.path("revision").asInt()).isEqualTo(1);
        assertThat(made.has("version")).isFalse();
        assertThat(made.path("editable").asBoolean()).isTrue();
        assertThat(made.path("department").asString()).isEqualTo("disabled-federation");
        assertThat(made.path("region").path("code").asString()).isEqualTo("970101001000");
        assertThat(made.path("draft").path("region").asString()).isEqualTo("970101001000");
        assertThat(made.path("draft").path("department").asString()).isEqualTo("disabled-federation");
        assertThat(made.path("draft").path("template").asString()).isEqualTo("T11");
    }

    @Test
    void anApplicationMayRunInAPartOfTheOwnRegion() {
        Reply made = signIns.officer(STREET.toString(), "health").post("/api/applications", Map.of("template", "T11", "region", COMMUNITY.toString()));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("region").path("code").asString()).isEqualTo(COMMUNITY.toString());
        assertThat(made.json().path("editable").asBoolean()).isTrue();
    }

    @Test
    void aManifestOfOnesOwnIsTakenAndFilledInWhereItSaysNothing() {
        Browser officer = signIns.officer(STREET.toString(), "police");
        ObjectNode manifest = drafting.manifest(drafting.draft(officer, "T11"));
        manifest.remove("region");
        manifest.remove("department");
        Reply made = officer.post("/api/applications", Map.of("manifest", manifest));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        assertThat(made.json().path("draft").path("region").asString()).isEqualTo("970101001000");
        assertThat(made.json().path("draft").path("department").asString()).isEqualTo("police");
    }

    @Test
    void anUnfinishedManifestIsKeptAsItIs() {
        Reply made = signIns.officer(STREET.toString(), "health").post("/api/applications", "{\"manifest\":{\"title\":{\"zh\":\"想法\"}}}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("title").path("zh").asString()).isEqualTo("想法");
    }

    @Test
    void anotherDepartmentsNameIsRefusedInTheReadersLanguage() {
        Browser officer = signIns.officer(STREET.toString(), "health");
        String body = "{\"manifest\":{\"department\":\"police\"}}";
        Reply refused = officer.post("/api/applications", body);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("manifest-invalid");
        assertThat(places(refused.json().path("errors"))).containsExactly("/department department-not-own");
        Reply english = officer.send("POST", "/api/applications", body, Map.of("Accept-Language", "en"));
        assertThat(english.json().path("errors").get(0).path("message").asString()).contains("your department");
    }

    @Test
    void neitherOrBothOfTemplateAndManifestIsRefused() {
        Browser officer = signIns.officer(STREET.toString(), "health");
        assertThat(officer.post("/api/applications", "{}").status()).isEqualTo(422);
        assertThat(officer.post("/api/applications", "{\"template\":\"T11\",\"manifest\":{}}").status()).isEqualTo(422);
    }

    @Test
    void aTextThatCannotBeKeptIsRefusedAtItsPlace() {
        Reply refused = signIns.officer(STREET.toString(), "health").post("/api/applications", "{\"manifest\":{\"title\":{\"zh\":\"a\\u0000b\"}}}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(places(refused.json().path("errors"))).containsExactly("/title/zh wrong-form");
    }

    @Test
    void moreThanAHalfMillionCharactersAreRefused() {
        ObjectNode manifest = JsonMapper.shared().createObjectNode();
        manifest.putObject("title").put("zh", "长".repeat(600_000));
        Reply refused = signIns.officer(STREET.toString(), "health").post("/api/applications", Map.of("manifest", manifest));
        assertThat(refused.status()).isIn(413, 422);
    }
}
