package org.hutong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.question;

import java.util.List;
import java.util.Map;

import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestDatabase;
import org.hutong.form.FormScene.Published;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Repeated rows and calculations between a browser and the server. */
@ServerTest
class TableFormTest {
    private static final String NAME = question("name", "'kind':'text','required':true,'maxLength':10");
    private static final String INCOME = question("income", "'kind':'decimal','required':true");
    private static final String IDLE = question("idle", "'kind':'yesNo','required':false");
    private static final String WHY = question("why", "'kind':'text','required':true,'visible':{'answer':'idle','op':'=','value':true}");
    private static final String TOTAL = question("total", "'kind':'decimal','required':false,'calculate':{'sum':['members.income']}");
    private static final String POOR = question("poor", "'kind':'text','required':true,'visible':{'answer':'total','op':'<','value':100}");
    @Autowired
    private FormScene scene;
    @Autowired
    private TestDatabase database;

    private static String members(String... columns) {
        return question("members", "'kind':'table','required':true,'minRows':1,'maxRows':3,'columns':[" + String.join(",", columns) + "]");
    }

    private static Map<String, Object> row(String id, Object... cells) {
        Map<String, Object> byColumn = new java.util.LinkedHashMap<>();
        for (int i = 0; i < cells.length; i += 2) {
            byColumn.put((String) cells[i], cells[i + 1]);
        }
        return Map.of("id", id, "cells", byColumn);
    }

    @Test
    void rowsAreSubmittedWithoutWhatIsHiddenAndWithWhatIsCalculated() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(members(NAME, INCOME, IDLE, WHY), TOTAL, POOR);
        Reply receipt = scene.submit(browser, survey, Map.of("total", "1000000", "members",
                List.of(row("a", "name", "甲", "income", "100.50", "idle", false, "why", "隐藏"), row("b", "name", "乙", "income", "20", "idle", true, "why", "生病"))));
        assertThat(receipt.status()).as(receipt.toString()).isEqualTo(201);
        assertThat(receipt.json().path("asked").asInt()).isEqualTo(1);
        JsonNode kept = FormScene.json(database.everything().fetchValue("select answers::text from form.submission where application = ?", survey.application()).toString());
        assertThat(kept.path("total").asString()).isEqualTo("120.5");
        assertThat(kept.at("/members/0/cells").propertyNames()).containsExactlyInAnyOrder("name", "income", "idle");
        assertThat(kept.at("/members/1/cells/why").asString()).isEqualTo("生病");

        Reply again = browser.get("/api/resident/submissions/" + receipt.json().path("submission").asString());
        assertThat(again.status()).as(again.toString()).isEqualTo(200);
        Map<String, JsonNode> answers = new java.util.HashMap<>();
        again.json().path("answers").forEach(answer -> answers.put(answer.path("id").asString(), answer));
        assertThat(answers.get("members").path("display").asString()).startsWith("甲 · ").contains("\n乙 · ").doesNotContain("隐藏");
        assertThat(answers.get("total").path("outcome").asString()).isEqualTo("calculated");
        assertThat(answers.get("total").path("display").asString()).contains("120.5");
    }

    @Test
    void faultsNameQuestionRowAndColumn() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(members(NAME, INCOME, IDLE, WHY), TOTAL, POOR);
        Reply refused = scene.submit(browser, survey, Map.of("members", List.of(row("a", "name", "甲", "income", "1"), row("b", "income", "x", "idle", true))));
        assertThat(refused.problem()).isEqualTo("invalid-answers");
        assertThat(refused.json().path("errors").findValuesAsString("path")).containsExactlyInAnyOrder("members/b/name", "members/b/income", "members/b/why");
        Reply tooMany = scene.submit(browser, survey, Map.of("members", List.of(row("a", "name", "甲", "income", "1000"), row("b", "name", "乙", "income", "1"),
                row("c", "name", "丙", "income", "1"), row("d", "name", "丁", "income", "1"))));
        assertThat(tooMany.json().at("/errors/0/path").asString()).isEqualTo("members");
        assertThat(tooMany.json().at("/errors/0/code").asString()).isEqualTo("answer-rows-max");
        Reply stray = scene.submit(browser, survey, Map.of("members", List.of(row("a", "name", "甲", "income", "1000", "shoe", 1))));
        assertThat(stray.json().at("/errors/0/path").asString()).isEqualTo("members.shoe");
        Reply shape = scene.submit(browser, survey, Map.of("members", List.of(Map.of("id", "a"))));
        assertThat(shape.json().at("/errors/0/code").asString()).isEqualTo("table-row");
    }

    @Test
    void aDraftCarriesRowsOverByColumnAndNamesWhatItCouldNot() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(members(NAME, INCOME, IDLE));
        Reply saved = browser.put(survey.form() + "/draft", Map.of("version", 1, "answers",
                Map.of("members", List.of(row("a", "name", "甲", "income", "1", "idle", true), row("b", "name", "乙")))));
        assertThat(saved.status()).as(saved.toString()).isEqualTo(200);
        scene.publishAgain(survey, members(NAME, question("idle", "'kind':'text','required':false")));
        JsonNode draft = browser.get(survey.form()).json().path("draft");
        assertThat(draft.at("/answers/members").toString()).isEqualTo(
                "[{\"id\":\"a\",\"cells\":{\"name\":\"甲\"}},{\"id\":\"b\",\"cells\":{\"name\":\"乙\"}}]");
        assertThat(draft.path("notCarried").findValuesAsString("question")).containsExactlyInAnyOrder("members.income", "members.idle");
        assertThat(draft.at("/notCarried/0/label/zh").asString()).startsWith("members？ · ");
    }

    @Test
    void lowersAndRaisesACountWithoutLosingRows() {
        Browser browser = scene.signIn(scene.person());
        Published survey = scene.publish(question("n", "'kind':'integer','required':true,'max':5"),
                question("kids", "'kind':'table','required':true,'countFrom':'n','columns':[" + NAME + "]"));
        List<Map<String, Object>> rows = List.of(row("a", "name", "甲"), row("b", "name", "乙"));
        assertThat(scene.submit(browser, survey, Map.of("n", 3, "kids", rows)).json().path("errors").findValuesAsString("path")).containsExactly("kids/row-3/name");
        Reply receipt = scene.submit(browser, survey, Map.of("n", 1, "kids", rows));
        assertThat(receipt.status()).as(receipt.toString()).isEqualTo(201);
        String kept = database.everything().fetchValue("select answers::text from form.submission where application = ?", survey.application()).toString();
        assertThat(kept).contains("甲").doesNotContain("乙");
    }
}
