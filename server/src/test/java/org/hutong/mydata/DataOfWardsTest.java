package org.hutong.mydata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.question;
import static org.hutong.schema.access.Tables.JOURNAL;
import static org.hutong.schema.resource.Tables.PERSON;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.hutong.access.Actor;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.Invented;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestClock;
import org.hutong.app.testing.TestDatabase;
import org.hutong.form.FormScene;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a guardian sees and takes along of a minor's data, and who sees none of it. */
@ServerTest
class DataOfWardsTest {
    private static final String DATA = "/api/resident/data";
    private static final String SHEET = DATA + "/sheet";
    private static final String MOBILE = question("mobile", "'kind':'phone','element':'person.mobile','required':true");
    private static final String SIZE = question("size", "'kind':'integer','element':'household.size','required':true");
    @Autowired
    private SignIns signIns;
    @Autowired
    private FormScene scene;
    @Autowired
    private TestClock clock;
    @Autowired
    private BusinessDay day;
    @Autowired
    private TestDatabase database;
    private final String marker = "标记" + UUID.randomUUID();
    private SubjectId mother;
    private SubjectId child;
    private Browser guardian;

    @BeforeEach
    void aMotherAndHerChild() {
        mother = scene.person(Map.of("person.name", new Value.Text("顾小梅")));
        child = scene.person(Map.of("person.name", new Value.Text("顾豆豆"), "person.birthPlace", new Value.Text(marker),
                "person.birthDate", Value.PartialDay.of(day.today().minusYears(18).plusDays(1))));
        scene.guardian(child, mother);
        guardian = scene.signIn(mother);
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    private static String of(String path, SubjectId person) {
        return path + "?for=" + person;
    }

    private static String csv(Browser browser, SubjectId person) {
        HttpResponse<byte[]> answer = browser.download(of(SHEET, person) + "&format=csv");
        assertThat(answer.statusCode()).isEqualTo(200);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    /** Answers a form for the child. @return what the guardian then sees of the submission */
    private Reply answerForChild(Published survey, Map<String, Object> answers) {
        JsonNode opened = guardian.get(of(survey.form(), child)).json();
        return guardian.send("POST", of(survey.form() + "/submissions", child), FormScene.body(opened, answers), Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    @Test
    void aGuardianSeesTheChildsDataWithSourcesAndUsesLikeTheChildItself() {
        Published survey = scene.publish(SIZE);
        String id = answerForChild(survey, Map.of("size", 17)).json().path("submission").asString();
        signIns.as(survey.owner()).get("/api/applications/" + survey.application() + "/submissions");
        assertThat(guardian.get("/api/resident/wards").json().path(0).path("name").asString()).isEqualTo("顾豆豆");
        Reply seen = guardian.get(of(DATA, child));
        assertThat(seen.text()).contains(marker, "查看谁已经填报", "\"means\":\"family\"").isEqualTo(scene.signIn(child).get(DATA).text());
        assertThat(guardian.get(of("/api/resident/submissions", child)).json().path(0).path("id").asString()).isEqualTo(id);
        assertThat(guardian.get(of("/api/resident/submissions/" + id, child)).text()).contains("17 人");
    }

    @Test
    void aCopyHasNamesValuesSourcesDatesAndUses() throws IOException {
        String phone = Invented.phone();
        Published survey = scene.publish(MOBILE);
        scene.submit(guardian, survey, Map.of("mobile", phone));
        signIns.as(survey.owner()).get("/api/applications/" + survey.application() + "/submissions");
        HttpResponse<byte[]> answer = guardian.download(SHEET);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow()).contains(".xlsx");
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.getFirst().stream().map(cell -> cell.getText())).containsExactly("类别", "数据项", "数据项代码", "内容", "状态", "来源", "方式", "通过", "记录时间",
                    "谁用过、为什么");
            Row mobile = rows.stream().filter(row -> row.getCellText(2).equals("person.mobile")).findFirst().orElseThrow();
            assertThat(mobile.getCellText(3)).as("masked as on the page").startsWith(phone.substring(0, 3)).doesNotContain(phone);
            assertThat(List.of(mobile.getCellText(4), mobile.getCellText(5), mobile.getCellText(6), mobile.getCellText(7)))
                    .containsExactly("已有", "居民填写", "本人", "测试应用");
            assertThat(mobile.getCellAsDate(8).orElseThrow().toLocalDate()).isEqualTo(day.today());
            Row name = rows.stream().filter(row -> row.getCellText(2).equals("person.name")).findFirst().orElseThrow();
            assertThat(name.getCellText(3)).isEqualTo("顾小梅");
            assertThat(name.getCellText(5)).isEqualTo("登记数据");
            assertThat(name.getCellText(9)).contains("卫生健康部门 · 测试应用 · 查看谁已经填报");
        }
        assertThat(guardian.get(SHEET + "?format=pdf").status()).isEqualTo(422);
    }

    @Test
    void theCopyHasEverythingThatThePageShows() {
        String copy = csv(guardian, child);
        guardian.get(of(DATA, child)).json().path("topics").forEach(topic -> topic.path("elements").forEach(element ->
                assertThat(copy).contains(element.path("code").asString(), element.path("display").asString(), element.at("/name/zh").asString())));
        assertThat(copy).contains(marker);
    }

    @Test
    void aCopyOfTheChildsDataIsInTheChildsJournalAndOnesOwnIsNot() {
        assertThat(guardian.get(of(DATA, child)).text()).doesNotContain("监护人下载");
        csv(guardian, child);
        csv(guardian, mother);
        JsonNode used = guardian.get(of(DATA, child)).json().at("/topics/0/elements/0/usedBy/0");
        assertThat(used.path("guardian").asBoolean()).isTrue();
        assertThat(used.at("/purpose/zh").asString()).isEqualTo("监护人下载了一份");
        assertThat(csv(guardian, child)).contains("监护人 · 监护人下载了一份");
        assertThat(guardian.get(DATA).text()).doesNotContain("监护人下载");
    }

    @Test
    @ScopeTestOf({"GET /api/resident/data/sheet", "GET /api/resident/wards"})
    void nobodyElseReadsOrTakesAlongTheChildsData() {
        SubjectId grandmother = scene.person(Map.of("person.name", new Value.Text("顾阿婆")));
        scene.household(mother, child, grandmother);
        for (Browser other : List.of(scene.signIn(grandmother), scene.signIn(scene.person()), signIns.newcomer(Invented.name(), Invented.phone()))) {
            assertThat(other.get("/api/resident/wards").json()).isEmpty();
            for (SubjectId person : List.of(child, mother)) {
                assertThat(other.get(of(SHEET, person)).status()).isEqualTo(404);
                assertThat(other.get(of(DATA, person)).status()).isEqualTo(404);
            }
        }
        assertThat(guardian.get(of(DATA, grandmother)).status()).as("another adult of the household").isEqualTo(404);
        assertThat(guardian.get(of(SHEET, grandmother)).status()).isEqualTo(404);
        assertThat(csv(guardian, mother)).contains("顾小梅").doesNotContain(marker, "顾阿婆");
        assertThat(csv(guardian, child)).contains("顾豆豆").doesNotContain("顾阿婆");
    }

    @Test
    void whatIsEncryptedIsMaskedInTheChildsCopyToo() {
        String number = Invented.idNumber(day.today().minusYears(9));
        SubjectId younger = scene.person(Map.of("person.idNumber", new Value.Text(number)));
        scene.guardian(younger, mother);
        guardian = scene.signIn(mother);
        assertThat(csv(guardian, younger)).contains("person.idNumber").doesNotContain(number);
        assertThat(guardian.get(of(DATA, younger)).text()).doesNotContain(number);
    }

    @Test
    void rowLevelSecurityHoldsWhereTheCodeDoesNot() {
        SubjectId grandmother = scene.person();
        scene.household(mother, child, grandmother);
        csv(guardian, child);
        Actor.Resident asGuardian = new Actor.Resident(mother, false, List.of(child));
        Actor.Resident alone = new Actor.Resident(mother, false, List.of());
        assertThat(List.of(persons(asGuardian, child), persons(asGuardian, mother), persons(asGuardian, grandmother))).containsExactly(1, 1, 0);
        assertThat(List.of(persons(alone, child), persons(alone, mother))).containsExactly(0, 1);
        assertThat(looks(asGuardian)).isEqualTo(1);
        assertThat(looks(alone)).isZero();
    }

    private int persons(Actor.Resident actor, SubjectId person) {
        return database.scoped().read(actor, dsl -> dsl.fetchCount(PERSON, PERSON.HOME.eq(person.home()), PERSON.ID.eq(person.id())));
    }

    private int looks(Actor.Resident actor) {
        return database.scoped().read(actor, dsl -> dsl.fetchCount(JOURNAL, JOURNAL.HOME.eq(child.home()), JOURNAL.SUBJECT.eq(child.id())));
    }

    @Test
    void theChildSeesNothingOfItsMother() {
        Browser itself = scene.signIn(child);
        assertThat(itself.get("/api/resident/wards").json()).isEmpty();
        assertThat(itself.get(of(DATA, mother)).status()).isEqualTo(404);
        assertThat(itself.get(of(SHEET, mother)).status()).isEqualTo(404);
        assertThat(csv(itself, child)).contains(marker);
    }

    @Test
    void theRightEndsOnTheEighteenthBirthday() {
        assertThat(guardian.get(of(DATA, child)).status()).isEqualTo(200);
        clock.moveOn(Duration.ofDays(1));
        guardian = scene.signIn(mother);
        assertThat(guardian.get("/api/resident/wards").json()).isEmpty();
        for (String path : List.of(DATA, SHEET, "/api/resident/submissions")) {
            assertThat(guardian.get(of(path, child)).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void anAgentTakesNoCopyAndIsNoGuardian() {
        String name = Invented.name();
        String phone = Invented.phone();
        String id = guardian.post("/api/resident/mandates", Map.of("name", name, "phone", phone, "scope", Map.of(), "until", day.today().plusDays(3),
                "reason", "出差")).json().path("id").asString();
        Browser agent = signIns.newcomer(name, phone);
        assertThat(agent.post("/api/resident/mandates/" + id + "/accept", null).status()).isEqualTo(204);
        assertThat(agent.get(of(DATA, mother)).status()).as("a mandate for all matters shows what is held").isEqualTo(200);
        assertThat(agent.get(of(SHEET, mother)).status()).isEqualTo(404);
        assertThat(agent.get("/api/resident/wards").json()).isEmpty();
        assertThat(agent.get(of(DATA, child)).status()).as("the child of the principal").isEqualTo(404);
        assertThat(agent.get(of(SHEET, child)).status()).isEqualTo(404);
    }

    @Test
    void everyDepartmentOfAManifestHasANameInTheCopy() throws IOException {
        JsonNode schema = JsonMapper.shared().readTree(Files.readString(Path.of("../spec/manifest.schema.json")));
        Set<String> known = new TreeSet<>();
        schema.at("/properties/department/enum").forEach(code -> known.add(code.asString()));
        assertThat(DataSheet.departments().keySet()).containsExactlyInAnyOrderElementsOf(known).isNotEmpty();
    }
}
