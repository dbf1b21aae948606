package org.hutong.manifest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.manifest.web.Drafting.STREET;
import static org.hutong.manifest.web.Drafting.id;

import java.util.Map;

import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An officer saves a draft; of two who edit at once the second learns of the first. */
@ServerTest
class SaveDraftTest {
    @Autowired
    private SignIns signIns;
    @Autowired
    private Drafting drafting;

    @Test
    void aSavedDraftIsThereAgain() {
        Browser officer = signIns.officer(STREET.toString(), "health");
        JsonNode made = drafting.draft(officer, "T11");
        ObjectNode manifest = drafting.manifest(made);
        manifest.withObject("/title").put("zh", "流感疫苗摸底");
        Reply saved = drafting.save(officer, made, manifest);
        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.json().path("revision").asInt()).isEqualTo(2);
        JsonNode again = officer.get("/api/applications/" + id(made)).json();
        assertThat(again.path("draft")).isEqualTo(manifest);
        assertThat(again.path("title").path("zh").asString()).isEqualTo("流感疫苗摸底");
    }

    @Test
    void theSecondOfTwoEditorsIsToldAndNothingIsLost() {
        Browser wang = signIns.officer(STREET.toString(), "health");
        Browser li = signIns.officer(STREET.toString(), "health");
        JsonNode made = drafting.draft(wang, "T11");
        ObjectNode wangs = drafting.manifest(made);
        wangs.withObject("/title").put("zh", "王的标题");
        ObjectNode lis = drafting.manifest(made);
        lis.withObject("/title").put("zh", "李的标题");
        assertThat(drafting.save(wang, made, wangs).status()).isEqualTo(200);
        Reply refused = drafting.save(li, made, lis);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("revision-changed");
        assertThat(refused.json().path("revision").asInt()).isEqualTo(2);
        assertThat(refused.json().path("savedBy").asString()).isEqualTo("测试");
        assertThat(refused.json().path("detail").asString()).isNotBlank();
        assertThat(li.get("/api/applications/" + id(made)).json().path("draft")).isEqualTo(wangs);
        Reply english = li.send("PUT", "/api/applications/" + id(made) + "/draft", lis, Map.of("If-Match", "1", "Accept-Language", "en"));
        assertThat(english.json().path("title").asString()).isEqualTo("Somebody else has changed it");
        assertThat(drafting.save(li, id(made), 2, lis).json().path("revision").asInt()).isEqualTo(3);
    }

    @Test
    void savingWithoutARevisionIsRefused() {
        Browser officer = signIns.officer(STREET.toString(), "health");
        JsonNode made = drafting.draft(officer, "T11");
        assertThat(officer.put("/api/applications/" + id(made) + "/draft", drafting.manifest(made)).problem()).isEqualTo("revision-required");
        assertThat(officer.send("PUT", "/api/applications/" + id(made) + "/draft", drafting.manifest(made), Map.of("If-Match", "newest")).problem())
                .isEqualTo("revision-required");
    }

    @Test
    void whatIsNoManifestAtAllIsRefusedAndTheDraftStays() {
        Browser officer = signIns.officer(STREET.toString(), "health");
        JsonNode made = drafting.draft(officer, "T11");
        for (String body : new String[] {"[]", "7", "\"x\"", "{", "{\"title\":"}) {
            Reply refused = officer.send("PUT", "/api/applications/" + id(made) + "/draft", body, Map.of("If-Match", "1"));
            assertThat(refused.status()).as(body).isIn(400, 422);
        }
        assertThat(officer.get("/api/applications/" + id(made)).json().path("revision").asInt()).isEqualTo(1);
    }

    @Test
    void aDraftThatIsNotRightYetIsSavedAllTheSame() {
        Browser officer = signIns.officer(STREET.toString(), "health");
        JsonNode made = drafting.draft(officer, "T11");
        assertThat(officer.send("PUT", "/api/applications/" + id(made) + "/draft", "{\"title\":7,\"components\":{}}", Map.of("If-Match", "1")).status())
                .isEqualTo(200);
        assertThat(officer.get("/api/applications/" + id(made)).json().path("draft").path("title").asInt()).isEqualTo(7);
    }

    @Test
    void aRunningApplicationIsChangedThroughADraft() {
        Browser officer = signIns.officer(STREET.toString(), "health");
        JsonNode running = drafting.published(officer, "T11");
        ObjectNode manifest = running.path("published").deepCopy().asObject();
        manifest.withObject("/title").put("zh", "第二版");
        assertThat(drafting.save(officer, running, manifest).status()).isEqualTo(200);
        JsonNode between = officer.get("/api/applications/" + id(running)).json();
        assertThat(between.path("published")).isEqualTo(running.path("published"));
        assertThat(between.path("draft")).isEqualTo(manifest);
        assertThat(between.path("version").asInt()).isEqualTo(1);
        assertThat(between.path("title").path("zh").asString()).isEqualTo("流感疫苗接种摸底");
        JsonNode after = drafting.publish(officer, running).json();
        assertThat(after.path("version").asInt()).isEqualTo(2);
        assertThat(after.path("published")).isEqualTo(manifest);
        assertThat(after.has("draft")).isFalse();
    }
}
