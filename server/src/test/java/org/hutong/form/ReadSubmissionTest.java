package org.hutong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.STREET;
import static org.hutong.form.FormScene.question;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hutong.access.AccessJournal;
import org.hutong.access.Actor;
import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Invented;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An officer reads one answer to an application on the screen. */
@ServerTest
class ReadSubmissionTest {
    private static final String MOBILE = question("mobile", "'kind':'phone','element':'person.mobile','required':true");
    private static final String DIBAO = question("dibao", "'kind':'yesNo','element':'person.dibao','required':false");
    private static final String WISH = question("wish", "'kind':'text','required':true");
    @Autowired
    private FormScene scene;
    @Autowired
    private SignIns signIns;
    @Autowired
    private AccessJournal journal;

    private record Told(Published survey, SubjectId person, String phone, String path) {
    }

    private Told told() {
        SubjectId person = scene.person(Map.of("person.name", new Value.Text("顾小满"), "person.dibao", new Value.YesNo(true)));
        Published survey = scene.publish(MOBILE, DIBAO, WISH);
        String phone = Invented.phone();
        JsonNode receipt = scene.submit(scene.signIn(person), survey, Map.of("mobile", phone, "wish", "装扶手")).json();
        return new Told(survey, person, phone, "/api/applications/" + survey.application() + "/submissions/" + receipt.path("submission").asString());
    }

    private static String purpose(String words) {
        return "?purpose=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private Browser officer(String department) {
        return signIns.officer(STREET, department);
    }

    @Test
    void answersStandInTheOrderOfTheFormWithNumbersHalfHidden() {
        Told told = told();
        JsonNode read = officer("police").get(told.path).json();
        assertThat(read.path("name").asString()).isEqualTo("顾小满");
        assertThat(read.path("means").asString()).isEqualTo("self");
        assertThat(read.path("answers").findValuesAsString("question")).containsExactly("mobile", "wish");
        assertThat(read.path("answers").path(0).path("display").asString()).contains("****").isNotEqualTo(told.phone);
        assertThat(read.path("answers").path(1).path("display").asString()).isEqualTo("装扶手");
        assertThat(read.path("hidden").size()).isEqualTo(1);
        assertThat(read.path("mayAsk").asBoolean()).isFalse();
    }

    @Test
    void restrictedAnswersAreShownForAPurposeThatThePersonReads() {
        Told told = told();
        JsonNode read = officer("health").get(told.path + purpose("安排上门")).json();
        assertThat(read.path("answers").findValuesAsString("question")).containsExactly("mobile", "dibao", "wish");
        assertThat(read.path("answers").path(1).path("display").asString()).isEqualTo("是");
        assertThat(read.path("hidden").isEmpty()).isTrue();
        assertThat(journal.of(new Actor.Resident(told.person, false, List.of()), told.person, 10)).anySatisfy(look -> {
            assertThat(look.what()).contains("person.name", "person.mobile", "person.dibao");
            assertThat(look.purpose().zh()).contains("查看", "测试应用", "用于：安排上门");
        });
    }

    @Test
    void aTableWithARestrictedColumnIsHiddenAsAWhole() {
        SubjectId person = scene.person();
        Published survey = scene.publish(WISH, question("rows", "'kind':'table','required':false,'rowsOf':'member','columns':["
                + question("what", "'kind':'text','element':'person.name','required':true") + "," + question("poor", "'kind':'yesNo','element':'person.dibao','required':true") + "]"));
        JsonNode receipt = scene.submit(scene.signIn(person), survey, Map.of("wish", "无", "rows", List.of(Map.of("id", "r1", "cells", Map.of("what", Invented.name(), "poor", true))))).json();
        String path = "/api/applications/" + survey.application() + "/submissions/" + receipt.path("submission").asString();
        assertThat(officer("health").get(path).json().path("answers").findValuesAsString("question")).containsExactly("wish");
        assertThat(officer("health").get(path + purpose("核对")).json().path("answers").findValuesAsString("question")).containsExactly("wish", "rows");
    }

    @Test
    @ScopeTestOf("GET /api/applications/{id}/submissions/{submission}")
    void nobodyReadsAnAnswerFromAnotherRegionOrOfAnotherApplication() {
        Told told = told();
        assertThat(officer("police").get(told.path + purpose("看看")).status()).as("a purpose that is another department's").isEqualTo(403);
        assertThat(signIns.officer("320613003000", "health").get(told.path).status()).isEqualTo(404);
        assertThat(signIns.officer(STREET, "health", Role.AUDITOR).get(told.path).status()).isEqualTo(403);
        assertThat(signIns.nobody().get(told.path).status()).isEqualTo(401);
        assertThat(scene.signIn(told.person).get(told.path).status()).isEqualTo(401);
        Told other = told();
        String mixed = other.path.substring(0, other.path.lastIndexOf('/')) + told.path.substring(told.path.lastIndexOf('/'));
        assertThat(officer("health").get(mixed).status()).isEqualTo(404);
        assertThat(officer("health").get(told.path.substring(0, told.path.lastIndexOf('/') + 1) + UUID.randomUUID()).status()).isEqualTo(404);
    }
}
