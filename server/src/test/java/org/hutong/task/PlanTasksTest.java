package org.hutong.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.hutong.access.SignIns;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestClock;
import org.hutong.app.testing.TestDatabase;
import org.hutong.form.FormScene;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.task.TaskScene.Place;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who becomes a task, whose it is, and how tasks end without anybody's doing. */
@ServerTest
class PlanTasksTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    @Autowired
    private TaskScene scene;
    @Autowired
    private FormScene forms;
    @Autowired
    private SignIns signIns;
    @Autowired
    private TestClock clock;
    @Autowired
    private TestDatabase database;

    @AfterEach
    void timeAgain() {
        clock.reset();
    }

    @Test
    void whoHasNoPhoneBecomesATaskAtOnceAndTheOthersAfterSomeDays() {
        Place place = scene.place();
        scene.worker(place);
        SubjectId silent = scene.person(place, true);
        SubjectId unreachable = scene.person(place, false);
        Published survey = scene.publish(place, 2, "no-answer", "no-phone", "asked-for-help");
        assertThat(scene.task(unreachable, survey)).contains("no-phone door open " + place.grid());
        assertThat(scene.task(silent, survey)).isEmpty();
        clock.moveOn(Duration.ofDays(2));
        scene.plan(survey);
        assertThat(scene.task(silent, survey)).contains("no-answer phone open " + place.grid());
    }

    @Test
    void planningTwiceMakesNothingTwice() {
        Place place = scene.place();
        IntStream.range(0, 5).forEach(n -> scene.person(place, n % 2 == 0));
        Published survey = scene.publish(place, 0, "no-answer", "no-phone");
        scene.plan(survey);
        scene.plan(survey);
        assertThat(database.everything().fetchValue("select count(*) from task.task where application = ?", survey.application())).isEqualTo(5L);
    }

    @Test
    void whoHasAnsweredIsLeftAlone() {
        Place place = scene.place();
        SubjectId before = scene.person(place, true);
        SubjectId after = scene.person(place, true);
        Published survey = scene.publish(place, 1, "no-answer");
        assertThat(forms.submit(forms.signIn(before), survey, Map.of("wish", true)).status()).isEqualTo(201);
        clock.moveOn(Duration.ofDays(1));
        scene.plan(survey);
        assertThat(scene.task(before, survey)).isEmpty();
        assertThat(scene.task(after, survey)).isPresent();
        assertThat(forms.submit(forms.signIn(after), survey, Map.of("wish", true)).status()).isEqualTo(201);
        await().atMost(LONG).untilAsserted(() -> assertThat(scene.task(after, survey).orElse("")).contains(" answered "));
    }

    @Test
    void aTaskGoesToTheSmallestPlaceThatHasAPost() {
        Place place = scene.place();
        SubjectId here = scene.person(place, true);
        SubjectId elsewhere = scene.person(RegionCode.of("320613002002"), place.employer(), true);
        Published survey = scene.publish(place, 0, "no-answer");
        assertThat(scene.task(here, survey).orElse("")).as("no worker yet").endsWith(FormScene.STREET + "000");
        assertThat(scene.task(elsewhere, survey).orElse("")).endsWith(FormScene.STREET + "000");
        scene.worker(place);
        scene.plan(survey);
        assertThat(scene.task(here, survey).orElse("")).endsWith(place.grid().toString());
        assertThat(scene.task(elsewhere, survey).orElse("")).endsWith(FormScene.STREET + "000");
    }

    @Test
    void aTaskFollowsThePersonWhoMovesAndEndsForWhoIsNotAddressedAnyMore() {
        Place place = scene.place();
        scene.worker(place);
        SubjectId mover = scene.person(place, true);
        SubjectId leaver = scene.person(place, true);
        Published survey = scene.publish(place, 0, "no-answer");
        database.everything().execute("update resource.person set resides_in = 320613002002000 where home = ? and id = ?", mover.home(), mover.id());
        database.everything().execute("update resource.person set resides_in = 320682001001000 where home = ? and id = ?", leaver.home(), leaver.id());
        scene.plan(survey);
        assertThat(scene.task(mover, survey).orElse("")).contains(" open ").endsWith(FormScene.STREET + "000");
        assertThat(scene.task(leaver, survey).orElse("")).contains(" not-addressed ");
    }

    @Test
    void closingTheApplicationEndsItsTasks() {
        Place place = scene.place();
        List<SubjectId> people = List.of(scene.person(place, true), scene.person(place, false));
        Published survey = scene.publish(place, 0, "no-answer", "no-phone");
        forms.close(survey);
        await().atMost(LONG).untilAsserted(() -> assertThat(people).allMatch(person -> scene.task(person, survey).orElse("").contains(" closed ")));
    }
}
