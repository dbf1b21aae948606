package org.hutong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.question;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestClock;
import org.hutong.app.testing.TestDatabase;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.SubjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A form filled in at the door without a line, and sent after the post has gone to somebody else. */
@ServerTest
class FilledInBeforeHandoverTest {
    private static final String WISH = question("wish", "'kind':'yesNo','required':true");
    @Autowired
    private FormScene scene;
    @Autowired
    private SignIns signIns;
    @Autowired
    private TestClock clock;
    @Autowired
    private TestDatabase database;
    private Published survey;
    private SubjectId person;
    private Actor.Officer worker;
    private Browser moved;
    private Instant before;

    @BeforeEach
    void aWorkerWhoMovesToAnotherPlace() {
        survey = scene.publish(WISH);
        person = scene.person();
        worker = signIns.actor("320613002001", "police", Role.WORKER);
        before = clock.instant();
        clock.moveOn(Duration.ofDays(3));
        LocalDate lastDay = BusinessDay.of(before).plusDays(1);
        database.everything().execute("update access.holding set until = ? where account = ? and post = ?", lastDay, worker.account(), worker.post());
        Actor.Officer elsewhere = signIns.actor("320682001001", "disabled-federation", Role.WORKER);
        database.everything().execute("insert into access.holding (id, account, post, since) values (gen_random_uuid(), ?, ?, ?)", worker.account(), elsewhere.post(), lastDay);
        moved = signIns.as(new Actor.Officer(worker.account(), worker.name(), elsewhere.post(), "岗位", elsewhere.region(), elsewhere.department(), elsewhere.roles()));
    }

    @AfterEach
    void timeAgain() {
        clock.reset();
    }

    private Reply submit(String more) {
        return moved.send("POST", "/api/officer/forms/" + survey.application() + "/ask/persons/" + person + "/submissions?means=in-person" + more,
                Map.of("version", 1, "answers", Map.of("wish", true)), Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    @Test
    void staysWithItsAuthorInThePostOfThatDay() {
        assertThat(submit("").status()).as("in the post of today").isEqualTo(404);
        Reply taken = submit("&post=" + worker.post() + "&doneAt=" + before);
        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
    }

    @Test
    void isRefusedForADayOnWhichTheAccountDidNotHoldThePost() {
        Reply later = submit("&post=" + worker.post() + "&doneAt=" + clock.instant());
        assertThat(later.status()).isEqualTo(409);
        assertThat(later.json().path("code").asString()).isEqualTo("post-not-held-then");
    }

    @Test
    void isRefusedWithoutATimeOrForATimeThatCannotBe() {
        assertThat(submit("&post=" + worker.post()).json().at("/errors/0/path").asString()).isEqualTo("doneAt");
        assertThat(submit("&post=" + worker.post() + "&doneAt=" + clock.instant().plus(Duration.ofDays(2))).json().path("code").asString()).isEqualTo("visit-time");
        assertThat(submit("&post=" + worker.post() + "&doneAt=" + clock.instant().minus(Duration.ofDays(31))).json().path("code").asString()).isEqualTo("visit-time");
    }
}
