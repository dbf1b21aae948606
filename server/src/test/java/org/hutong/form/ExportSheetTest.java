package org.hutong.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hutong.form.FormScene.STREET;
import static org.hutong.form.FormScene.question;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.hutong.access.AccessJournal;
import org.hutong.access.Actor;
import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Invented;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The ledger and the submissions of an application as tables. */
@ServerTest
class ExportSheetTest {
    private static final String MOBILE = question("mobile", "'kind':'phone','element':'person.mobile','required':true");
    private static final String ADDRESS = question("address", "'kind':'text','element':'person.address','required':true,'maxLength':50");
    private static final String DIBAO = question("dibao", "'kind':'yesNo','element':'person.dibao','required':false");
    private static final String WISH = question("wish", "'kind':'text','required':true");
    private static final String OTHER_STREET = "320613003000";
    @Autowired
    private FormScene scene;
    @Autowired
    private SignIns signIns;
    @Autowired
    private AccessJournal journal;

    private static String sheet(Published survey, String which, String format) {
        return "/api/applications/" + survey.application() + "/" + which + "/sheet?format=" + format;
    }

    private static String whole(Published survey, String which, String format) {
        return sheet(survey, which, format) + "&purpose=" + URLEncoder.encode("安排上门", StandardCharsets.UTF_8);
    }

    private Browser officer(String department) {
        return signIns.officer(STREET, department);
    }

    private record Told(Published survey, SubjectId answered, SubjectId silent, String phone, String name) {
    }

    private Told told() {
        String name = Invented.name();
        SubjectId answered = scene.person(Map.of("person.name", new Value.Text(name), "person.dibao", new Value.YesNo(true)));
        SubjectId silent = scene.person();
        Published survey = scene.publish(MOBILE, ADDRESS, DIBAO, WISH);
        String phone = Invented.phone();
        var reply = scene.submit(scene.signIn(answered), survey, Map.of("mobile", phone, "address", "=HYPERLINK(1)", "wish", "装扶手, \"靠墙\""));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return new Told(survey, answered, silent, phone, name);
    }

    private static String line(String csv, String with) {
        return csv.lines().filter(line -> line.contains(with)).findFirst().orElseThrow();
    }

    @Test
    void theLedgerHasEverybodyWithWhatIsHeldNow() {
        Told told = told();
        String csv = officer("health").get(whole(told.survey, "ledger", "csv")).text();
        assertThat(csv).startsWith("\uFEFF姓名,年龄,区划,电话,状态,填报时间,方式,mobile？,address？,dibao？,wish？\r\n");
        assertThat(line(csv, told.name)).contains("已填报", "本人", told.phone, "'=HYPERLINK(1)", ",是,", "\"装扶手, \"\"靠墙\"\"\"");
        assertThat(csv.lines().filter(line -> line.contains("未填报")).count()).isPositive();
    }

    @Test
    void theSubmissionsHaveWhatWasSaid() {
        Told told = told();
        String csv = officer("health").get(whole(told.survey, "submissions", "csv")).text();
        assertThat(csv.lines()).hasSize(2);
        assertThat(line(csv, told.name)).contains(told.phone, ",是,", "装扶手", ",1,");
    }

    @Test
    void aWorkbookOpensWithPhonesAsText() throws IOException {
        Told told = told();
        byte[] bytes = officer("health").bytes(whole(told.survey, "submissions", "xlsx"));
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(0)).isEqualTo("姓名");
            assertThat(rows.get(1).getCellText(6)).isEqualTo(told.phone);
        }
    }

    @Test
    void anEnglishReaderGetsEnglishHeads() {
        Told told = told();
        String csv = officer("health").send("GET", sheet(told.survey, "submissions", "csv"), null, Map.of("Accept-Language", "en")).text();
        assertThat(csv).startsWith("\uFEFFName,Lived in,Answered at,How,Receipt,Version,mobile?");
    }

    @Test
    void withoutAPurposePhonesAreMaskedAndNothingIsRestricted() {
        Told told = told();
        for (String which : List.of("ledger", "submissions")) {
            for (String department : List.of("health", "police")) {
                String csv = officer(department).get(sheet(told.survey, which, "csv")).text();
                assertThat(csv).as(which).doesNotContain(told.phone).doesNotContain("dibao").contains(told.name);
            }
            assertThat(officer("police").get(whole(told.survey, which, "csv")).status()).as("a purpose that is another department's").isEqualTo(403);
            var tooLong = officer("health").get(sheet(told.survey, which, "csv") + "&purpose=" + "x".repeat(201));
            assertThat(tooLong.status()).isEqualTo(422);
            assertThat(tooLong.json().path("errors").path(0).path("path").asString()).isEqualTo("purpose");
        }
    }

    @Test
    void whoHasNotAnsweredIsThereWithANumberToCallAndNothingRestricted() {
        String phone = Invented.phone();
        String name = Invented.name();
        scene.person(Map.of("person.name", new Value.Text(name), "person.mobile", new Value.Text(phone), "person.dibao", new Value.YesNo(true)));
        Published survey = scene.publish(MOBILE, DIBAO);
        String[] silent = line(officer("health").get(whole(survey, "ledger", "csv")).text(), name).split(",", -1);
        assertThat(silent[3]).isEqualTo(phone);
        assertThat(silent[7]).as("as the answer to a question").contains("****");
        assertThat(silent[8]).as("dibao").isEmpty();
    }

    @Test
    void everybodyInATableIsJournalled() {
        Told told = told();
        officer("health").get(whole(told.survey, "ledger", "csv"));
        for (SubjectId person : List.of(told.answered, told.silent)) {
            assertThat(journal.of(new Actor.Resident(person, false, List.of()), person, 10)).anySatisfy(look -> {
                assertThat(look.what()).contains("person.name", "person.mobile");
                assertThat(look.what().contains("person.dibao")).isEqualTo(person.equals(told.answered));
                assertThat(look.purpose().zh()).contains("导出", "测试应用", "用于：安排上门");
            });
        }
    }

    @Test
    void aFormatThatIsNoneIsRefusedWithItsPlace() {
        Told told = told();
        var reply = officer("health").get(sheet(told.survey, "ledger", "pdf"));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().path("errors").path(0).path("path").asString()).isEqualTo("format");
    }

    @Test
    @ScopeTestOf({"GET /api/applications/{id}/ledger/sheet", "GET /api/applications/{id}/submissions/sheet"})
    void nothingOfAnotherRegionStandsInATable() {
        Told told = told();
        SubjectId next = scene.person(RegionCode.of("320613002002"), Map.of());
        assertThat(scene.submit(scene.signIn(next), told.survey, Map.of("mobile", Invented.phone(), "address", "和平路 9 号", "wish", "无")).status()).isEqualTo(201);
        Browser community = signIns.officer("320613002002", "health");
        for (String which : List.of("ledger", "submissions")) {
            assertThat(signIns.officer(OTHER_STREET, "health").get(sheet(told.survey, which, "csv")).status()).as(which).isEqualTo(404);
            String csv = community.get(whole(told.survey, which, "csv")).text();
            assertThat(csv).as(which).contains("和平路 9 号").doesNotContain(told.name).doesNotContain(told.phone);
            assertThat(signIns.nobody().get(sheet(told.survey, which, "csv")).status()).isEqualTo(401);
            assertThat(signIns.officer(STREET, "health", Role.AUDITOR).get(sheet(told.survey, which, "csv")).status()).isEqualTo(403);
        }
        assertThat(community.get(sheet(told.survey, "ledger", "csv") + "&region=" + STREET).status()).isEqualTo(404);
    }
}
