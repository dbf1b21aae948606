package org.hutong.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Invented;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestDatabase;
import org.hutong.form.FormScene;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.task.TaskScene.Place;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A child without a phone is not visited where a guardian within reach has one: the guardian is called. */
@ServerTest
class CallGuardianTest {
    private static final RegionCode ELSEWHERE = RegionCode.of("320682001001");
    @Autowired
    private TaskScene scene;
    @Autowired
    private FormScene forms;
    @Autowired
    private SignIns signIns;
    @Autowired
    private TestDatabase database;
    @Autowired
    private Clock clock;
    private Place place;
    private Browser worker;

    @BeforeEach
    void aPlaceWithAWorker() {
        place = scene.place();
        worker = signIns.as(scene.worker(place));
    }

    private SubjectId person(int age, Map<String, Value> more) {
        Map<String, Value> values = new HashMap<>(more);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        values.put("person.birthDate", Value.PartialDay.of(today.minusYears(age)));
        values.put("person.employer", new Value.Text(place.employer()));
        return forms.person(place.grid(), values);
    }

    private SubjectId child() {
        return person(8, Map.of());
    }

    private SubjectId mother(String name, String phone) {
        return forms.person(place.grid(), Map.of("person.name", new Value.Text(name), "person.mobile", new Value.Text(phone)));
    }

    private SubjectId mother() {
        return mother(Invented.name(), Invented.phone());
    }

    private Published publish() {
        return scene.publish(place, 0, "no-phone", "no-answer", "asked-for-help");
    }

    private String list(SubjectId child) {
        return scene.task(child, publish()).orElseThrow().split(" ")[1];
    }

    private void change(SubjectId person, String column, Object value) {
        database.everything().execute("update resource.person set " + column + " = ? where home = ? and id = ?", value, person.home(), person.id());
    }

    private List<String> looks(SubjectId person) {
        return database.everything().fetch("select array_to_string(what, '+') || ' ' || purpose_zh from access.journal where home = ? and subject = ? order by at", person.home(), person.id())
                .map(row -> row.get(0, String.class));
    }

    // --- planning --------------------------------------------------------------------------------------------------------------

    @Test
    void theGuardianIsToBeCalled() {
        SubjectId child = child();
        forms.guardian(child, mother());
        assertThat(list(child)).isEqualTo("phone");
    }

    @Test
    void withoutAGuardianOrWithoutThatOnesPhoneTheChildIsVisited() {
        SubjectId alone = child();
        SubjectId withFather = child();
        forms.guardian(withFather, forms.person(place.grid(), Map.of()));
        assertThat(list(alone)).isEqualTo("door");
        assertThat(list(withFather)).isEqualTo("door");
    }

    @Test
    void oneOfTwoGuardiansWithAPhoneWillDo() {
        SubjectId child = child();
        forms.guardian(child, forms.person(place.grid(), Map.of()));
        forms.guardian(child, mother());
        assertThat(list(child)).isEqualTo("phone");
    }

    @Test
    void whoIsEighteenIsNobodysChild() {
        SubjectId grown = person(18, Map.of());
        forms.guardian(grown, mother());
        SubjectId nearly = person(17, Map.of());
        forms.guardian(nearly, mother());
        assertThat(list(grown)).isEqualTo("door");
        assertThat(list(nearly)).isEqualTo("phone");
    }

    @Test
    void aGuardianWhoHasDiedOrIsNoneAnyMoreIsNotCalled() {
        SubjectId orphan = child();
        SubjectId dead = mother();
        forms.guardian(orphan, dead);
        change(dead, "death_date", java.sql.Date.valueOf("2026-01-01"));
        assertThat(list(orphan)).isEqualTo("door");
        SubjectId other = child();
        forms.guardian(other, mother());
        database.everything().execute("update resource.link set until = '2026-01-01' where from_id = ? and kind = 'guardian'", other.id());
        assertThat(list(other)).isEqualTo("door");
    }

    @Test
    void aGuardianWhomTheWorkerMayNotSeeIsNotCalled() {
        SubjectId child = child();
        SubjectId away = mother();
        forms.guardian(child, away);
        change(away, "resides_in", ELSEWHERE.number());
        assertThat(list(child)).isEqualTo("door");
        change(away, "registered_in", place.grid().number());
        SubjectId other = child();
        forms.guardian(other, away);
        assertThat(list(other)).as("registered here").isEqualTo("phone");
    }

    @Test
    void whoAsksForHelpForAChildIsCalled() {
        SubjectId child = child();
        SubjectId mother = mother();
        forms.guardian(child, mother);
        SubjectId without = child();
        SubjectId father = forms.person(place.grid(), Map.of());
        forms.guardian(without, father);
        Published survey = scene.publish(place, 9, "asked-for-help");
        assertThat(scene.task(child, survey)).isEmpty();
        for (var asking : Map.of(mother, child, father, without).entrySet()) {
            assertThat(forms.signIn(asking.getKey()).put("/api/resident/help/" + survey.application() + "/ask?for=" + asking.getValue(), null).status()).isEqualTo(200);
        }
        assertThat(scene.task(child, survey).orElse("")).startsWith("asked-for-help phone open");
        assertThat(scene.task(without, survey).orElse("")).startsWith("asked-for-help door open");
    }

    // --- the list --------------------------------------------------------------------------------------------------------------

    @Test
    void theDaysListNamesWhomToCallAndTheNumberIsTheGuardians() {
        SubjectId child = child();
        String phone = Invented.phone();
        SubjectId mother = mother("王芳", phone);
        forms.guardian(child, mother);
        String task = scene.id(child, publish());
        JsonNode call = TaskScene.inToday(worker, "calls", task);
        assertThat(call.at("/guardian/name").asString()).isEqualTo("王芳");
        assertThat(call.at("/guardian/person").asString()).isEqualTo(mother.toString());
        assertThat(call.at("/guardian/phoneMasked").asString()).isNotEqualTo(phone).endsWith(phone.substring(7));
        assertThat(call.path("person").asString()).isEqualTo(child.toString());
        assertThat(call.toString()).doesNotContain(phone);
        assertThat(worker.post("/api/officer/tasks/" + task + "/phone", null).json().path("number").asString()).isEqualTo(phone);
        assertThat(looks(mother)).containsExactly("person.name+person.mobile 孩子没有电话，打电话联系您这位监护人", "person.mobile 孩子没有电话，打电话联系您这位监护人");
        assertThat(looks(child)).containsExactly("person.name+person.age+person.mobile+person.address 打电话或上门联系您");
    }

    @Test
    void atADoorNobodyLooksAtTheGuardian() {
        SubjectId child = child();
        SubjectId mother = mother();
        forms.guardian(child, mother);
        String task = scene.id(child, publish());
        assertThat(scene.attempt(worker, task, "phone", "wrong-number").status()).isEqualTo(201);
        JsonNode today = worker.get("/api/officer/tasks/today").json();
        assertThat(today.at("/stops/0/tasks/0/id").asString()).isEqualTo(task);
        assertThat(today.at("/stops/0/tasks/0").has("guardian") && !today.at("/stops/0/tasks/0/guardian").isNull()).isFalse();
        assertThat(worker.post("/api/officer/tasks/" + task + "/phone", null).status()).isEqualTo(404);
        assertThat(looks(mother)).isEmpty();
    }

    @Test
    void aPhoneOfTheChildsOwnComesFirst() {
        String own = Invented.phone();
        SubjectId child = person(15, Map.of("person.mobile", new Value.Text(own)));
        SubjectId mother = mother();
        forms.guardian(child, mother);
        String task = scene.id(child, publish());
        JsonNode call = TaskScene.inToday(worker, "calls", task);
        assertThat(call.has("guardian") && !call.path("guardian").isNull()).isFalse();
        assertThat(worker.post("/api/officer/tasks/" + task + "/phone", null).json().path("number").asString()).isEqualTo(own);
        assertThat(looks(mother)).isEmpty();
    }

    @Test
    void aGuardianWhoHasMovedOutOfTheWorkersPlaceIsSeenNoMore() {
        SubjectId child = child();
        SubjectId mother = mother();
        forms.guardian(child, mother);
        String task = scene.id(child, publish());
        change(mother, "resides_in", ELSEWHERE.number());
        JsonNode call = TaskScene.inToday(worker, "calls", task);
        assertThat(call.path("id").asString()).isEqualTo(task);
        assertThat(call.has("guardian") && !call.path("guardian").isNull()).isFalse();
        assertThat(worker.post("/api/officer/tasks/" + task + "/phone", null).status()).isEqualTo(404);
        assertThat(looks(mother)).isEmpty();
    }

    @Test
    void outsideOfTheScopeThereIsNoNumber() {
        SubjectId child = child();
        SubjectId mother = mother();
        forms.guardian(child, mother);
        String path = "/api/officer/tasks/" + scene.id(child, publish()) + "/phone";
        assertThat(signIns.officer(scene.place().grid().toString(), "disabled-federation").post(path, null).status()).isEqualTo(404);
        assertThat(signIns.officer(FormScene.STREET, "police", Role.OFFICER).post(path, null).status()).as("another department").isEqualTo(404);
        assertThat(signIns.nobody().post(path, null).status()).isEqualTo(401);
        assertThat(forms.signIn(mother).post(path, null).status()).isEqualTo(401);
        assertThat(looks(mother)).isEmpty();
    }
}
