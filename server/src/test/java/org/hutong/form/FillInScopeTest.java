package org.hutong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.question;

import java.util.Map;
import java.util.UUID;

import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** For whom an officer may fill in: people of the own region, for the own department or as a worker of a grid or community. */
@ServerTest
@ScopeTestOf({"GET /api/officer/forms/{application}/{form}/persons/{person}", "GET /api/officer/persons/{person}/forms", "POST /api/officer/forms/{application}/{form}/persons/{person}/submissions"})
class FillInScopeTest {
    private static final String WISH = question("wish", "'kind':'yesNo','required':true");
    @Autowired
    private FormScene scene;
    @Autowired
    private SignIns signIns;

    private static void expect(int status, Browser browser, Published survey, SubjectId person) {
        String path = "/api/officer/forms/" + survey.application() + "/ask/persons/" + person;
        assertThat(browser.get(path + "?means=phone").status()).as("opening").isEqualTo(status);
        int submitting = browser.send("POST", path + "/submissions?means=phone", Map.of("version", 1, "answers", Map.of()),
                Map.of("Idempotency-Key", UUID.randomUUID().toString())).status();
        assertThat(submitting).as("submitting").isEqualTo(status == 200 ? 422 : status);
        assertThat(waits(browser, survey, person)).as("listed as waiting").isEqualTo(status == 200);
    }

    private static boolean waits(Browser browser, Published survey, SubjectId person) {
        return browser.get("/api/officer/persons/" + person + "/forms").json().findValuesAsString("application").contains(survey.application().toString());
    }

    @Test
    void onlyPeopleOfTheOwnRegionCanBeFilledInFor() {
        Published survey = scene.publish(WISH);
        SubjectId here = scene.person();
        SubjectId next = scene.person(RegionCode.of("320613002002"), Map.of());
        Browser worker = signIns.officer("320613002001", "police", Role.WORKER);
        expect(200, worker, survey, here);
        expect(404, worker, survey, next);
        expect(404, worker, survey, new SubjectId(here.home(), UUID.randomUUID()));
        expect(200, signIns.officer(FormScene.STREET, "health"), survey, next);
        assertThat(worker.get("/api/officer/persons/" + next + "/forms").status()).isEqualTo(404);
        assertThat(scene.signIn(here).get("/api/officer/persons/" + here + "/forms").status()).isEqualTo(401);
        assertThat(signIns.officer(FormScene.STREET, "health", Role.ADMINISTRATOR).get("/api/officer/persons/" + here + "/forms").status()).isEqualTo(403);
    }

    @Test
    void onlyTheDepartmentAndWorkersOfThePlaceFillIn() {
        Published survey = scene.publish(WISH);
        SubjectId person = scene.person();
        expect(200, signIns.officer(FormScene.STREET, "health"), survey, person);
        expect(404, signIns.officer(FormScene.STREET, "police"), survey, person);
        expect(403, signIns.officer(FormScene.STREET, "health", Role.ADMINISTRATOR), survey, person);
        expect(403, signIns.officer(FormScene.STREET, "health", Role.STEWARD), survey, person);
        expect(401, scene.signIn(person), survey, person);
        expect(401, signIns.nobody(), survey, person);
    }

    @Test
    void anApplicationThatAddressesOthersIsNotFilledIn() {
        Published survey = scene.publish("'relation':'resides-in','criterion':{'element':'person.age','op':'>=','value':200}", new String[] {WISH});
        expect(404, signIns.officer(FormScene.STREET, "health"), survey, scene.person());
    }
}
