package org.hutong.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.hutong.form.FormScene;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.SubjectId;
import org.hutong.task.TaskScene.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees and does which tasks: everybody else finds nothing there. */
@ServerTest
@ScopeTestOf({"GET /api/officer/tasks/today", "GET /api/officer/tasks/counts", "GET /api/officer/tasks", "GET /api/officer/tasks/applications", "GET /api/officer/tasks/{id}",
    "POST /api/officer/tasks/{id}/phone", "POST /api/officer/tasks/{id}/visits", "POST /api/officer/tasks/visits", "POST /api/officer/tasks/{id}/undo",
    "GET /api/officer/tasks/posts", "PUT /api/officer/tasks/{id}/post", "GET /api/resident/help", "PUT /api/resident/help/{application}/{form}",
    "DELETE /api/resident/help/{application}/{form}"})
class TaskScopeTest {
    @Autowired
    private TaskScene scene;
    @Autowired
    private FormScene forms;
    @Autowired
    private SignIns signIns;
    private Place place;
    private Published survey;
    private SubjectId person;
    private String task;

    @BeforeEach
    void somebodyToBeCalled() {
        place = scene.place();
        scene.worker(place);
        person = scene.person(place, true);
        survey = scene.publish(place, 0, "no-answer", "asked-for-help");
        task = scene.id(person, survey);
    }

    private void expect(int status, Browser browser) {
        String path = "/api/officer/tasks/" + task;
        assertThat(browser.get(path).status()).as("reading").isEqualTo(status);
        assertThat(browser.post(path + "/phone", null).status()).as("the number").isEqualTo(status);
        assertThat(scene.attempt(browser, task, "phone", "no-answer").status()).as("an attempt").isEqualTo(status == 200 ? 201 : status);
        assertThat(browser.post(path + "/undo", null).status()).as("undoing").isEqualTo(status);
        assertThat(browser.put(path + "/post", Map.of("post", UUID.randomUUID())).status()).as("handing over").isEqualTo(status == 200 ? 422 : status);
    }

    @Test
    void onlyThePlaceAndTheDepartmentDoATask() {
        expect(200, signIns.as(survey.owner()));
        expect(404, signIns.officer("320613002002", "disabled-federation"));
        expect(404, signIns.officer("320613003000", "disabled-federation", Role.WORKER));
        expect(404, signIns.officer(FormScene.STREET, "police"));
        expect(403, signIns.officer(FormScene.STREET, "disabled-federation", Role.ADMINISTRATOR));
        expect(403, signIns.officer(FormScene.STREET, "disabled-federation", Role.AUDITOR));
        expect(401, signIns.nobody());
        expect(401, forms.signIn(person));
    }

    @Test
    void aBatchRefusesWhatIsNotTheOfficers() {
        Map<String, Object> visit = Map.of("key", UUID.randomUUID(), "task", task, "doneAt", "2026-11-25T00:00:00Z", "means", "door", "outcome", "refused");
        var results = signIns.officer("320613002002", "disabled-federation").post("/api/officer/tasks/visits", Map.of("visits", List.of(visit))).json();
        assertThat(results.at("/results/0").has("task")).isFalse();
        assertThat(scene.task(person, survey).orElse("")).contains(" open ");
        assertThat(signIns.nobody().post("/api/officer/tasks/visits", Map.of("visits", List.of())).status()).isEqualTo(401);
    }

    @Test
    void listsShowTheOwnPlaceOnly() {
        Browser other = signIns.officer("320613002002", "disabled-federation", Role.WORKER);
        assertThat(other.get("/api/officer/tasks/today").text()).doesNotContain(person.toString());
        assertThat(other.get("/api/officer/tasks").text()).doesNotContain(person.toString());
        assertThat(other.get("/api/officer/tasks?region=" + FormScene.STREET).status()).isEqualTo(404);
        assertThat(signIns.officer(FormScene.STREET, "police").get("/api/officer/tasks").text()).doesNotContain(person.toString());
        assertThat(signIns.as(survey.owner()).get("/api/officer/tasks?region=" + place.grid()).text()).contains(person.toString());
        for (String path : List.of("/api/officer/tasks/today", "/api/officer/tasks/counts", "/api/officer/tasks", "/api/officer/tasks/applications", "/api/officer/tasks/posts")) {
            assertThat(signIns.nobody().get(path).status()).as(path).isEqualTo(401);
            assertThat(signIns.officer(FormScene.STREET, "health", Role.STEWARD).get(path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void applicationsAreThoseOfTheOwnPlaceAndDepartment() {
        String path = "/api/officer/tasks/applications";
        String mine = survey.application().toString();
        assertThat(signIns.as(survey.owner()).get(path + "?region=" + place.grid()).text()).contains(mine);
        assertThat(signIns.officer(FormScene.STREET, "police").get(path).text()).doesNotContain(mine);
        Browser other = signIns.officer("320613002002", "disabled-federation", Role.WORKER);
        assertThat(other.get(path).text()).doesNotContain(mine);
        assertThat(other.get(path + "?region=" + FormScene.STREET).status()).isEqualTo(404);
    }

    @Test
    void tasksAreHandedWithinTheOwnRegionOnly() {
        String posts = signIns.officer("320613002002", "disabled-federation").get("/api/officer/tasks/posts").text();
        assertThat(posts).doesNotContain(survey.owner().post().toString());
    }

    @Test
    void helpIsAskedForForOneselfAndOnesOwn() {
        Browser stranger = forms.signIn(forms.person());
        String help = "/api/resident/help/" + survey.application() + "/ask";
        assertThat(stranger.get("/api/resident/help?for=" + person).status()).isEqualTo(404);
        assertThat(stranger.put(help + "?for=" + person, null).status()).isEqualTo(404);
        assertThat(stranger.delete(help + "?for=" + person).status()).isEqualTo(404);
        assertThat(stranger.put(help, null).status()).as("not addressed").isEqualTo(404);
        assertThat(signIns.nobody().get("/api/resident/help").status()).isEqualTo(401);
        assertThat(signIns.nobody().put(help, null).status()).isEqualTo(401);
        assertThat(signIns.nobody().delete(help).status()).isEqualTo(401);
    }
}
