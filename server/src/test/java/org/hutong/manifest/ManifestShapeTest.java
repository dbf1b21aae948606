package org.hutong.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the schema of the manifest takes and refuses, and how a refusal reads. */
class ManifestShapeTest {
    private final ManifestShape shape = new ManifestShape();
    private final Templates templates = new Templates();

    @TestFactory
    Stream<DynamicTest> everyTemplateHasTheShape() {
        return templates.all().stream().map(template -> DynamicTest.dynamicTest(template.id(),
                () -> assertThat(findings(template.manifest().json())).isEmpty()));
    }

    @Test
    void templatesShip() {
        assertThat(templates.all()).extracting(Template::id).containsExactly("T01", "T08", "T11", "T28");
    }

    @Test
    void everyTextOfATemplateIsInBothLanguages() {
        for (Template template : templates.all()) {
            for (JsonNode text : template.manifest().json().findParents("zh")) {
                assertThat(text.path("en").asString("")).as(text.toString()).isNotBlank();
            }
        }
    }

    /** "This vaccine" can be any: residents are told which, in the name, the introduction, the notice and the first question about it. */
    @Test
    void theVaccinationSurveyNamesTheVaccineWhereverItAsks() {
        ObjectNode json = t11();
        for (String at : List.of("/title", "/summary", "/purpose", "/components/1/title", "/components/1/intro", "/components/1/pages/1/questions/0/label",
                "/components/2/title", "/components/2/text")) {
            assertThat(json.at(at + "/zh").asString()).as(at).contains("流感疫苗");
            assertThat(json.at(at + "/en").asString()).as(at).containsIgnoringCase("flu vaccin");
        }
    }

    @Test
    void aMissingTitleIsNamed() {
        ObjectNode json = t11();
        json.remove("title");
        assertThat(findings(json)).singleElement().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo("/title");
            assertThat(finding.code()).isEqualTo("missing");
            assertThat(finding.message().zh()).contains("title");
            assertThat(finding.message().en()).contains("title");
        });
    }

    @Test
    void aUnitIsOneTextForBothLanguagesOrOneInEach() {
        ObjectNode json = t11();
        ObjectNode question = json.withObject("/components/1/pages/0/questions/1");
        question.put("unit", "cm");
        assertThat(findings(json)).isEmpty();
        question.putObject("unit").put("zh", "岁").put("en", "year | years");
        assertThat(findings(json)).isEmpty();
        question.put("unit", "x".repeat(21));
        assertThat(findings(json)).singleElement().satisfies(finding -> assertThat(finding.code()).isEqualTo("too-long"));
        question.putObject("unit").put("zh", "");
        assertThat(findings(json)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("empty");
            assertThat(finding.message().en()).contains("the unit");
        });
        question.put("unit", 3);
        assertThat(findings(json)).singleElement().satisfies(finding -> assertThat(finding.code()).isEqualTo("wrong-type"));
    }

    /** Whoever reads English sees the box filled: the message must say that it is the Chinese that is missing, and of what. */
    @Test
    void whatIsWrittenInEnglishOnlyIsAskedForInChinese() {
        ObjectNode json = t11();
        json.withObject("/title").put("zh", "").put("en", "Flu vaccination");
        json.withObject("/components/1/pages/0/title").put("zh", "").put("en", "About you");
        json.withObject("/components/1/pages/1/questions/0/label").put("zh", "").put("en", "When?");
        json.withObject("/purpose").put("zh", "").put("en", "");
        assertThat(findings(json)).extracting(finding -> finding.path() + " " + finding.code() + " " + finding.message().en()).containsExactlyInAnyOrder(
                "/title/zh no-chinese Chinese wording is missing: the name",
                "/components/1/pages/0/title/zh no-chinese Chinese wording is missing: the name of the page",
                "/components/1/pages/1/questions/0/label/zh no-chinese Chinese wording is missing: the wording of the question",
                "/purpose/zh empty Please fill in the purpose");
        assertThat(findings(json)).extracting(finding -> finding.message().zh()).contains("请填写中文：名称", "请填写中文：题目", "请填写用途");
    }

    @Test
    void aMisspeltMemberIsNamed() {
        ObjectNode json = t11();
        json.withObject("/components/1/pages/0/questions/0").put("lable", "x");
        assertThat(findings(json)).singleElement().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo("/components/1/pages/0/questions/0/lable");
            assertThat(finding.code()).isEqualTo("not-known");
        });
    }

    @Test
    void aConditionThatIsNoneIsSaidOnceAtItsPlace() {
        ObjectNode json = t11();
        json.withObject("/components/0").putObject("criterion").put("element", "person.age");
        assertThat(findings(json)).singleElement().satisfies(finding -> {
            assertThat(finding.path()).isEqualTo("/components/0/criterion");
            assertThat(finding.code()).isEqualTo("criterion-shape");
        });
    }

    @Test
    void anEmptyTitleAWrongDayAndAnUnknownDepartmentAreEachSaid() {
        ObjectNode json = t11();
        json.withObject("/title").put("zh", "");
        json.put("closes", "soon");
        json.put("department", "weather");
        assertThat(findings(json)).extracting(Finding::path).containsExactlyInAnyOrder("/title/zh", "/closes", "/department");
    }

    @Test
    void nothingButAnObjectIsAManifest() {
        for (String text : List.of("null", "[]", "\"T11\"", "7", "{}")) {
            assertThat(findings(JsonMapper.shared().readTree(text))).as(text).isNotEmpty();
        }
    }

    private List<Finding> findings(JsonNode json) {
        Findings findings = new Findings();
        boolean right = shape.check(json, findings);
        assertThat(right).isEqualTo(findings.all().isEmpty());
        return findings.all();
    }

    private ObjectNode t11() {
        return templates.find("T11").orElseThrow().manifest().json().deepCopy().asObject();
    }
}
