package org.hutong.manifest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.manifest.web.Drafting.COMMUNITY;
import static org.hutong.manifest.web.Drafting.OTHER_STREET;
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
import tools.jackson.databind.node.ObjectNode;

/** What uses a definition, as far as the reader may know of it: another region's drafts are not revealed, not even as a count. */
@ServerTest
@ScopeTestOf({"GET /api/catalogue/elements/{code}/uses", "GET /api/catalogue/code-lists/{code}/uses"})
class CatalogueUseScopeTest {
    private static final String NAME = "/api/catalogue/elements/person.name/uses";

    @Autowired
    private SignIns signIns;
    @Autowired
    private Drafting drafting;

    @Test
    void whatRunsIsNamedWhereItIsSeenAndCountedWhereItIsNot() {
        Browser owner = signIns.officer(STREET.toString(), "health");
        Browser beside = signIns.officer(OTHER_STREET.toString(), "health", Role.STEWARD);
        int before = beside.get(NAME).json().get("elsewhere").asInt();
        JsonNode made = named(owner, "person.name");
        assertThat(ids(beside)).as("a draft").doesNotContain(id(made));
        assertThat(beside.get(NAME).json().get("elsewhere").asInt()).as("a draft is not even counted").isEqualTo(before);

        assertThat(drafting.publish(owner, made).status()).isEqualTo(200);
        JsonNode use = signIns.officer(COMMUNITY.toString(), "police", Role.STEWARD).get(NAME).json().get("applications").valueStream()
                .filter(one -> id(one).equals(id(made))).findFirst().orElseThrow();
        assertThat(use.get("state").asString() + use.get("department").asString() + use.at("/region/code").asString()).isEqualTo("runninghealth" + STREET);
        assertThat(use.get("inForce").valueStream().map(JsonNode::asString)).contains("form");
        assertThat(ids(beside)).doesNotContain(id(made));
        assertThat(beside.get(NAME).json().get("elsewhere").asInt()).isEqualTo(before + 1);
    }

    @Test
    void draftsAreSeenByTheDepartmentHereAndAbove() {
        JsonNode made = named(signIns.officer(STREET.toString(), "health"), "person.name");
        assertThat(ids(signIns.officer(STREET.toString(), "health", Role.STEWARD))).contains(id(made));
        assertThat(ids(signIns.officer(STREET.toString(), "police", Role.STEWARD))).doesNotContain(id(made));
        assertThat(ids(signIns.officer(OTHER_STREET.toString(), "health", Role.STEWARD))).doesNotContain(id(made));
    }

    @Test
    void changesOfWhatRunsAreTheOwnersAlone() {
        Browser owner = signIns.officer(STREET.toString(), "health");
        JsonNode made = drafting.published(owner, "T11");
        ObjectNode manifest = owner.get("/api/applications/" + id(made)).json().get("published").deepCopy().asObject();
        ask(manifest, "organisation.name");
        assertThat(drafting.save(owner, id(made), made.get("revision").asInt(), manifest).status()).isEqualTo(200);
        String uses = "/api/catalogue/elements/organisation.name/uses";
        assertThat(ids(owner, uses)).contains(id(made));
        assertThat(ids(signIns.officer(STREET.toString(), "police", Role.STEWARD), uses)).doesNotContain(id(made));
    }

    @Test
    void whatUsesACodeListIsToldLikewise() {
        String uses = "/api/catalogue/code-lists/gbt2261_1_sex/uses";
        Browser owner = signIns.officer(STREET.toString(), "health");
        ObjectNode manifest = drafting.manifest(drafting.draft(owner, "T11"));
        question(manifest).put("id", "qSex").put("kind", "code").put("codeList", "gbt2261_1_sex").putObject("label").put("zh", "性别").put("en", "Sex");
        JsonNode made = owner.post("/api/applications", java.util.Map.of("manifest", manifest)).json();
        assertThat(ids(owner, uses)).contains(id(made));
        assertThat(ids(signIns.officer(OTHER_STREET.toString(), "health"), uses)).doesNotContain(id(made));
        assertThat(owner.get("/api/catalogue/code-lists/none/uses").status()).isEqualTo(404);
    }

    @Test
    void whoReadsNoCatalogueReadsNoUses() {
        assertThat(signIns.nobody().get(NAME).status()).isEqualTo(401);
        assertThat(signIns.officer(STREET.toString(), "health", Role.ADMINISTRATOR).get(NAME).status()).isEqualTo(403);
        assertThat(signIns.officer(STREET.toString(), "health").get("/api/catalogue/elements/person.none/uses").status()).isEqualTo(404);
    }

    private JsonNode named(Browser owner, String element) {
        ObjectNode manifest = drafting.manifest(drafting.draft(owner, "T11"));
        ask(manifest, element);
        return owner.post("/api/applications", java.util.Map.of("manifest", manifest)).json();
    }

    private static void ask(ObjectNode manifest, String element) {
        question(manifest).put("id", "qMore").put("kind", "text").put("element", element).put("required", false).putObject("label").put("zh", "再问").put("en", "More");
    }

    private static ObjectNode question(ObjectNode manifest) {
        JsonNode form = manifest.path("components").valueStream().filter(one -> one.path("kind").asString().equals("form")).findFirst().orElseThrow();
        return form.path("pages").get(0).path("questions").asArray().addObject();
    }

    private static List<String> ids(Browser officer) {
        return ids(officer, NAME);
    }

    private static List<String> ids(Browser officer, String uses) {
        return officer.get(uses).json().get("applications").valueStream().map(Drafting::id).toList();
    }
}
