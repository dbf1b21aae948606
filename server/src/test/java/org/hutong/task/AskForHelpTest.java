package org.hutong.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ServerTest;
import org.hutong.form.FormScene;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.SubjectId;
import org.hutong.task.TaskScene.Place;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A resident asks somebody to fill in a form with him or her. */
@ServerTest
class AskForHelpTest {
    @Autowired
    private TaskScene scene;
    @Autowired
    private FormScene forms;
    @Autowired
    private SignIns signIns;

    private static String help(Published survey) {
        return "/api/resident/help/" + survey.application() + "/ask";
    }

    @Test
    void whoAsksForHelpBecomesATaskAndMayTakeItBack() {
        Place place = scene.place();
        Browser worker = signIns.as(scene.worker(place));
        SubjectId person = scene.person(place, true);
        Published survey = scene.publish(place, 5, "no-answer", "asked-for-help");
        Browser resident = forms.signIn(person);
        assertThat(resident.get("/api/resident/help").json().findValuesAsString("application")).contains(survey.application().toString());
        assertThat(resident.put(help(survey), null).status()).isEqualTo(200);
        assertThat(resident.put(help(survey), null).json().path("asked").asBoolean()).as("asking twice").isTrue();
        assertThat(scene.task(person, survey)).contains("asked-for-help phone open " + place.grid());
        assertThat(TaskScene.inToday(worker, "calls", scene.id(person, survey)).path("askedForHelp").asBoolean()).isTrue();
        assertThat(resident.delete(help(survey)).json().path("asked").asBoolean()).isFalse();
        assertThat(scene.task(person, survey).orElse("")).contains(" withdrawn ");
        resident.put(help(survey), null);
        assertThat(scene.task(person, survey).orElse("")).as("asking once more").contains(" open ");
    }

    @Test
    void helpAskedForAfterAnAnswerMakesNoWork() {
        Place place = scene.place();
        SubjectId person = scene.person(place, true);
        Published survey = scene.publish(place, 5, "asked-for-help");
        Browser resident = forms.signIn(person);
        forms.submit(resident, survey, Map.of("wish", true));
        resident.put(help(survey), null);
        assertThat(scene.task(person, survey).orElse("")).contains(" answered ");
    }

    @Test
    void whereHelpIsNotOfferedItCannotBeHad() {
        Place place = scene.place();
        SubjectId person = scene.person(place, true);
        Published survey = scene.publish(place, 5, "no-answer");
        assertThat(forms.signIn(person).put(help(survey), null).status()).isEqualTo(404);
        assertThat(scene.task(person, survey)).isEmpty();
    }
}
