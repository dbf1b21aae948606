package org.hutong.manifest.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.manifest.web.Drafting.STREET;
import static org.hutong.manifest.web.Drafting.id;
import static org.hutong.manifest.web.Drafting.places;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestDatabase;
import org.hutong.manifest.Applications;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An officer publishes: everything is checked, the version is frozen, the application runs. */
@ServerTest
class PublishApplicationTest {
    @Autowired
    private SignIns signIns;
    @Autowired
    private Drafting drafting;
    @Autowired
    private Applications applications;
    @Autowired
    private TestDatabase database;

    @Test
    void aTemplatePublishesAsItShips() {
        for (String template : new String[] {"T11", "T01"}) {
            int components = template.equals("T11") ? 5 : 4;
            JsonNode running = drafting.published(signIns.officer(STREET.toString(), "health"), template);
            assertThat(running.path("state").asString()).isEqualTo("running");
            assertThat(running.path("version").asInt()).isEqualTo(1);
            assertThat(running.has("publishedAt")).isTrue();
            assertThat(running.has("draft")).isFalse();
            assertThat(running.path("published").path("components").size()).isEqualTo(components);
            assertThat(applications.running(UUID.fromString(id(running)))).isPresent();
        }
    }

    @Test
    void whatIsWrongIsSaidAtItsPlaceAndTheDraftStays() {
        Browser officer = signIns.officer(STREET.toString(), "health");
        JsonNode made = drafting.draft(officer, "T11");
        ObjectNode manifest = drafting.manifest(made);
        manifest.withObject("/components/0/criterion").put("element", "person.shoeSize");
        manifest.withObject("/components/3").put("form", "nowhere");
        manifest.put("closes", "2020-01-01");
        manifest.withArray("components").add(manifest.path("components").get(0).deepCopy());
        manifest.withArray("components").addObject().put("id", "fly").put("kind", "drone");
        drafting.save(officer, made, manifest);
        Reply refused = drafting.publish(officer, made);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("manifest-invalid");
        assertThat(places(refused.json().path("errors"))).contains("/components/0/criterion/element element-unknown",
                "/components/3/form form-unknown", "/closes closes-past", "/components/5/id id-twice", "/components/6/kind kind-unknown");
        assertThat(refused.json().path("errors").get(0).path("message").asString()).matches(".*\\p{IsHan}.*");
        JsonNode after = officer.get("/api/applications/" + id(made)).json();
        assertThat(after.path("state").asString()).isEqualTo("draft");
        assertThat(after.path("draft")).isEqualTo(manifest);
    }

    @Test
    void nothingIsPublishedThatNobodyHasNamed() {
        Browser officer = signIns.officer(STREET.toString(), "health");
        JsonNode made = drafting.draft(officer, "T11");
        ObjectNode manifest = drafting.manifest(made);
        manifest.withObject("/title").put("zh", "未命名的应用").put("en", "Untitled application");
        drafting.save(officer, made, manifest);
        assertThat(places(officer.post("/api/applications/" + id(made) + "/check", null).json().path("findings"))).contains("/title/zh not-named", "/title/en not-named");
        assertThat(places(drafting.publish(officer, made).json().path("errors"))).contains("/title/zh not-named", "/title/en not-named");
    }

    @Test
    void aColleaguesNewerDraftIsNotPublishedUnseen() {
        Browser officer = signIns.officer(STREET.toString(), "health");
        JsonNode made = drafting.draft(officer, "T11");
        drafting.save(officer, made, drafting.manifest(made));
        Reply refused = officer.send("POST", "/api/applications/" + id(made) + "/publish", null, Map.of("If-Match", "1"));
        assertThat(refused.problem()).isEqualTo("revision-changed");
        assertThat(officer.send("POST", "/api/applications/" + id(made) + "/publish", null, Map.of("If-Match", "2")).status()).isEqualTo(200);
    }

    @Test
    void clickingTwiceAtOncePublishesOneVersion() throws Exception {
        Browser officer = signIns.officer(STREET.toString(), "health");
        JsonNode made = drafting.draft(officer, "T11");
        try (ExecutorService clicks = Executors.newFixedThreadPool(4)) {
            Callable<Reply> click = () -> drafting.publish(officer, made);
            for (var reply : clicks.invokeAll(List.of(click, click, click, click))) {
                assertThat(reply.get().status()).isEqualTo(200);
                assertThat(reply.get().json().path("version").asInt()).isEqualTo(1);
            }
        }
    }

    @Test
    void aPublishedVersionCannotBeChangedByTheServerItself() {
        JsonNode running = drafting.published(signIns.officer(STREET.toString(), "health"), "T11");
        for (String sql : new String[] {"update manifest.version set manifest = '{}' where application = ?", "delete from manifest.version where application = ?"}) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> database.app().execute(sql, UUID.fromString(id(running)))))
                    .as(sql).isInstanceOfAny(DataAccessException.class, org.jooq.exception.DataAccessException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void everyVersionStaysReadable() {
        Browser officer = signIns.officer(STREET.toString(), "health");
        JsonNode running = drafting.published(officer, "T11");
        ObjectNode manifest = running.path("published").deepCopy().asObject();
        manifest.withObject("/title").put("zh", "第二版");
        drafting.save(officer, running, manifest);
        drafting.publish(officer, running);
        UUID id = UUID.fromString(id(running));
        assertThat(applications.version(id, 1).orElseThrow().manifest().title().zh()).isEqualTo("流感疫苗接种摸底");
        assertThat(applications.version(id, 2).orElseThrow().manifest().title().zh()).isEqualTo("第二版");
        assertThat(applications.running(id).orElseThrow().version()).isEqualTo(2);
        assertThat(applications.version(id, 3)).isEmpty();
    }

    @Test
    void closingEndsItForGoodAndTwiceIsOnce() {
        Browser officer = signIns.officer(STREET.toString(), "health");
        JsonNode running = drafting.published(officer, "T11");
        Reply closed = officer.post("/api/applications/" + id(running) + "/close", null);
        assertThat(closed.json().path("state").asString()).isEqualTo("closed");
        assertThat(closed.json().path("editable").asBoolean()).isFalse();
        assertThat(closed.json().path("published")).isEqualTo(running.path("published"));
        assertThat(officer.post("/api/applications/" + id(running) + "/close", null).status()).isEqualTo(200);
        assertThat(applications.running(UUID.fromString(id(running)))).isEmpty();
        assertThat(drafting.save(officer, running, running.path("published")).problem()).isEqualTo("not-editable");
        assertThat(drafting.publish(officer, running).problem()).isEqualTo("not-editable");
    }

    @Test
    void aDraftIsNotClosed() {
        Browser officer = signIns.officer(STREET.toString(), "health");
        JsonNode made = drafting.draft(officer, "T11");
        assertThat(officer.post("/api/applications/" + id(made) + "/close", null).problem()).isEqualTo("not-editable");
    }
}
