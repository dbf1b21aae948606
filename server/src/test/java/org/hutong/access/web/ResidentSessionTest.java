package org.hutong.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.hutong.access.Actor;
import org.hutong.access.RecordedPhoneMessages;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.Invented;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestClock;
import org.hutong.app.testing.TestDatabase;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.resource.Assertions;
import org.hutong.resource.Means;
import org.hutong.resource.SourceKind;
import org.hutong.resource.Statement;
import org.hutong.resource.Subjects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.hutong.kernel.Localised;
import org.hutong.region.Region;
import org.hutong.region.Regions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ResidentSessionTest {
    private static final String SESSION = "/api/resident/session";
    private static final Actor REGISTER = new Actor.Background("import");
    private static final RegionCode COMMUNITY = RegionCode.of("320613002001");
    @Autowired
    private Regions regions;
    @Autowired
    private SignIns signIns;
    @Autowired
    private RecordedPhoneMessages phones;
    @Autowired
    private Subjects subjects;
    @Autowired
    private Assertions assertions;
    @Autowired
    private TestClock clock;
    @Autowired
    private TestDatabase database;
    private final String name = Invented.name();
    private final String phone = Invented.phone();
    private final String idNumber = Invented.idNumber();

    @BeforeEach
    void nobodyHasTriedYet() {
        database.truncate("access.allowance");
    }

    @AfterEach
    void backToNow() {
        clock.reset();
    }

    /** A person on file as a register says it. */
    private SubjectId onFile() {
        SubjectId person = subjects.createPerson(REGISTER, 320613, COMMUNITY);
        Map<ElementPath, Value> values = new TreeMap<>();
        values.put(ElementPath.of("person.name"), new Value.Text(name));
        values.put(ElementPath.of("person.idNumber"), new Value.Text(idNumber));
        values.put(ElementPath.of("person.mobile"), new Value.Text(phone));
        assertions.record(REGISTER, new Statement(person, SourceKind.REGISTER, Means.IMPORT, null, null, "test", clock.instant(), values, null));
        return person;
    }

    private Reply ask(Browser browser, String phone) {
        return browser.post("/api/resident/codes", Map.of("phone", phone));
    }

    private static Map<String, String> claim(String idNumber, String name, String phone, String code) {
        Map<String, String> claim = new HashMap<>(Map.of("name", name, "phone", phone, "code", code));
        if (idNumber != null) {
            claim.put("idNumber", idNumber);
        }
        return claim;
    }

    private Reply signIn(Browser browser, String idNumber, String name, String phone) {
        assertThat(ask(browser, phone).status()).isEqualTo(202);
        return browser.post(SESSION, claim(idNumber, name, phone, phones.codeOf(phone)));
    }

    private String person(Reply signedIn) {
        String set = signedIn.header("Set-Cookie");
        String token = set.substring(set.indexOf('=') + 1, set.indexOf(';'));
        return database.everything().fetchValue("select person::text from access.resident_session where token_hash = sha256(?::bytea)",
                token).toString();
    }

    @Test
    void whoAgreesInAllThreeIsThePersonOnFile() {
        SubjectId person = onFile();
        Browser browser = signIns.nobody();
        Reply reply = signIn(browser, idNumber, name, phone);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.json().path("newcomer").asBoolean()).isFalse();
        assertThat(reply.json().at("/region/code").asString()).isEqualTo(COMMUNITY.toString());
        assertThat(person(reply)).isEqualTo(person.id().toString());
        assertThat(browser.get(SESSION).json()).isEqualTo(reply.json());
    }

    @Test
    void thePersonIsFoundHoweverTheNumberIsWritten() {
        onFile();
        String wide = idNumber.chars().mapToObj(c -> Character.toString(c == 'X' ? 'x' : c - '0' + '０')).reduce("", String::concat);
        String spaced = "+86 " + phone.substring(0, 3) + " " + phone.substring(3);
        Browser browser = signIns.nobody();
        ask(browser, spaced);
        Reply reply = browser.post(SESSION, claim(wide, " " + name + " ", spaced, phones.codeOf(phone)));
        assertThat(reply.json().path("newcomer").asBoolean(true)).as(reply.toString()).isFalse();
    }

    @Test
    void askingForACodeSaysTheSameForKnownAndUnknownPhones() {
        onFile();
        Reply known = ask(signIns.nobody(), phone);
        Reply unknown = ask(signIns.nobody(), Invented.phone());
        assertThat(known.status()).isEqualTo(202);
        assertThat(known.text()).isEqualTo(unknown.text()).isEqualTo("{\"expiresInSeconds\":300}");
    }

    /** Both are new subjects; only their home could tell them apart. */
    private static String withoutSubject(Reply reply) {
        return reply.text().replaceAll("-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
    }

    @Test
    void nothingHintsWhetherAnIdNumberIsOnFile() {
        onFile();
        String stranger = Invented.phone();
        Reply known = signIn(signIns.nobody(), idNumber, "陌生人", stranger);
        Reply unknown = signIn(signIns.nobody(), Invented.idNumber(), "陌生人", Invented.phone());
        assertThat(known.status()).isEqualTo(200).isEqualTo(unknown.status());
        assertThat(withoutSubject(known)).isEqualTo(withoutSubject(unknown));
        assertThat(known.json().path("newcomer").asBoolean()).isTrue();
    }

    @Test
    void theRightNameAndNumberWithAnotherPhoneOpenNothing() {
        SubjectId person = onFile();
        Reply reply = signIn(signIns.nobody(), idNumber, name, Invented.phone());
        assertThat(reply.json().path("newcomer").asBoolean()).isTrue();
        assertThat(person(reply)).isNotEqualTo(person.id().toString());
    }

    @Test
    void aRecycledPhoneOpensNobodysFile() {
        SubjectId before = onFile();
        Reply withName = signIn(signIns.nobody(), null, name, phone);
        Reply otherName = signIn(signIns.nobody(), Invented.idNumber(), "新机主", phone);
        assertThat(person(withName)).isNotEqualTo(before.id().toString());
        assertThat(person(otherName)).isNotEqualTo(before.id().toString()).isNotEqualTo(person(withName));
    }

    private void state(SubjectId person, SourceKind source, String mobile) {
        assertions.record(REGISTER, new Statement(person, source, Means.SELF, null, null, "test", clock.instant(),
                Map.of(ElementPath.of("person.mobile"), new Value.Text(mobile)), null));
    }

    @Test
    void aNumberThatTheResidentChangedTakesTheOtherOnesPlaceWhenItSignsIn() {
        SubjectId person = onFile();
        signIn(signIns.nobody(), idNumber, name, phone);
        String changed = Invented.phone();
        state(person, SourceKind.RESIDENT, changed);
        assertThat(person(signIn(signIns.nobody(), idNumber, name, phone))).as("the number may be mistyped").isEqualTo(person.id().toString());
        assertThat(person(signIn(signIns.nobody(), idNumber, name, changed))).isEqualTo(person.id().toString());
        assertThat(person(signIn(signIns.nobody(), idNumber, name, phone))).as("the new one is proven now").isNotEqualTo(person.id().toString());
    }

    @Test
    void aNumberThatIsNotTheResidentsOwnWordTakesTheOtherOnesPlaceAtOnce() {
        SubjectId person = onFile();
        signIn(signIns.nobody(), idNumber, name, phone);
        clock.moveOn(Duration.ofSeconds(1));
        state(person, SourceKind.REGISTER, Invented.phone());
        assertThat(person(signIn(signIns.nobody(), idNumber, name, phone))).isNotEqualTo(person.id().toString());
    }

    @Test
    void aNumberThatNeverSignedInOpensNothing() {
        SubjectId person = onFile();
        state(person, SourceKind.RESIDENT, Invented.phone());
        assertThat(person(signIn(signIns.nobody(), idNumber, name, phone))).isNotEqualTo(person.id().toString());
    }

    @Test
    void aNewcomerWhoMistypedTheOwnNumberIsNotShutOut() {
        String id = person(signIn(signIns.nobody(), null, name, phone));
        String changed = Invented.phone();
        state(new SubjectId(320613, java.util.UUID.fromString(id)), SourceKind.RESIDENT, changed);
        assertThat(person(signIn(signIns.nobody(), null, name, phone))).isEqualTo(id);
        assertThat(person(signIn(signIns.nobody(), null, name, changed))).isEqualTo(id);
        assertThat(person(signIn(signIns.nobody(), null, name, phone))).isNotEqualTo(id);
    }

    @Test
    void aNewcomerFindsTheOwnFileAgain() {
        Reply first = signIn(signIns.nobody(), null, name, phone);
        Reply again = signIn(signIns.nobody(), null, name, phone);
        assertThat(first.json().path("newcomer").asBoolean()).isTrue();
        assertThat(person(again)).isEqualTo(person(first));
        assertThat(person(signIn(signIns.nobody(), null, name + "二", phone))).isNotEqualTo(person(first));
    }

    @Test
    void aNewcomerMaySayLaterWhereHeLivesButNotMoveByIt() {
        RegionCode province = RegionCode.of("320000000000");
        regions.add(List.of(new Region(province, 1, Localised.of("省", "Province"), null)));
        for (String community : List.of("320613002001", "320613002002")) {
            regions.add(List.of(new Region(RegionCode.of(community), 5, Localised.of("社区", "Community"), province)));
        }
        String id = person(signIn(signIns.nobody(), null, name, phone));
        for (String region : List.of("320613002001", "320613002002")) {
            Browser browser = signIns.nobody();
            ask(browser, phone);
            Map<String, String> claim = claim(null, name, phone, phones.codeOf(phone));
            claim.put("region", region);
            assertThat(person(browser.post(SESSION, claim))).isEqualTo(id);
            assertThat(database.everything().fetchValue("select resides_in from resource.person where id = ?::uuid", id)).isEqualTo(320613002001000L);
        }
    }

    @Test
    void theAnswerLeavesAtTheSameTimeForKnownAndUnknown() {
        onFile();
        for (String number : new String[] {idNumber, Invented.idNumber(), null}) {
            Browser browser = signIns.nobody();
            ask(browser, phone);
            long start = System.nanoTime();
            browser.post(SESSION, claim(number, name, phone, phones.codeOf(phone)));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(400));
        }
    }

    @Test
    void aCodeServesOnce() {
        Browser browser = signIns.nobody();
        ask(browser, phone);
        String code = phones.codeOf(phone);
        assertThat(browser.post(SESSION, claim(null, name, phone, code)).status()).isEqualTo(200);
        Reply again = browser.post(SESSION, claim(null, name, phone, code));
        assertThat(again.status()).isEqualTo(401);
        assertThat(again.problem()).isEqualTo("code-refused");
    }

    @Test
    void aCodeIsForItsPhoneOnly() {
        ask(signIns.nobody(), phone);
        assertThat(signIns.nobody().post(SESSION, claim(null, name, Invented.phone(), phones.codeOf(phone))).problem()).isEqualTo("code-refused");
    }

    @Test
    void fiveWrongTriesEndACode() {
        Browser browser = signIns.nobody();
        ask(browser, phone);
        String code = phones.codeOf(phone);
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            assertThat(browser.post(SESSION, claim(null, name, phone, wrong)).problem()).isEqualTo("code-refused");
        }
        assertThat(browser.post(SESSION, claim(null, name, phone, code)).problem()).isEqualTo("code-refused");
    }

    @Test
    void aCodeEndsAfterFiveMinutes() {
        Browser browser = signIns.nobody();
        ask(browser, phone);
        clock.moveOn(Duration.ofSeconds(301));
        assertThat(browser.post(SESSION, claim(null, name, phone, phones.codeOf(phone))).problem()).isEqualTo("code-refused");
    }

    @Test
    void aNewCodeEndsTheOneBefore() {
        Browser browser = signIns.nobody();
        ask(browser, phone);
        String first = phones.codeOf(phone);
        ask(browser, phone);
        String second = phones.codeOf(phone);
        if (!first.equals(second)) {
            assertThat(browser.post(SESSION, claim(null, name, phone, first)).problem()).isEqualTo("code-refused");
        }
        assertThat(browser.post(SESSION, claim(null, name, phone, second)).status()).isEqualTo(200);
    }

    @Test
    void sixCodesAnHourGoToOnePhone() {
        Browser browser = signIns.nobody();
        for (int i = 0; i < 6; i++) {
            assertThat(ask(browser, phone).status()).isEqualTo(202);
        }
        Reply seventh = ask(browser, phone);
        assertThat(seventh.status()).isEqualTo(429);
        assertThat(Integer.parseInt(seventh.header("Retry-After"))).isBetween(1, 600);
        assertThat(ask(browser, Invented.phone()).status()).isEqualTo(202);
    }

    @Test
    void theCodeComesInTheReadersLanguage() {
        signIns.nobody().send("POST", "/api/resident/codes", Map.of("phone", phone), Map.of("Cookie", "hutong_lang=en"));
        assertThat(phones.textOf(phone)).startsWith("[Hutong] Your code is");
        signIns.nobody().send("POST", "/api/resident/codes", Map.of("phone", phone), Map.of("Accept-Language", "zh-CN,zh;q=0.9"));
        assertThat(phones.textOf(phone)).startsWith("【互通】验证码");
    }

    @Test
    void whatIsTypedWrongIsNamed() {
        Reply reply = signIns.nobody().post(SESSION, claim("320613194603120001", name, phone, "123456"));
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.json().at("/errors/0/path").asString()).isEqualTo("idNumber");
        assertThat(ask(signIns.nobody(), "12345").json().at("/errors/0/code").asString()).isEqualTo("phone-shape");
        assertThat(ask(signIns.nobody(), "0513-85012345").json().at("/errors/0/code").asString()).isEqualTo("phone-no-mobile");
    }

    @Test
    void signingOutEndsTheSession() {
        Browser browser = signIns.nobody();
        signIn(browser, null, name, phone);
        assertThat(browser.delete(SESSION).status()).isEqualTo(204);
        assertThat(browser.get(SESSION).problem()).isEqualTo("not-signed-in");
    }

    @Test
    void anHourWithoutARequestEndsTheSession() {
        Browser browser = signIns.nobody();
        signIn(browser, null, name, phone);
        clock.moveOn(Duration.ofMinutes(61));
        assertThat(browser.get(SESSION).problem()).isEqualTo("session-expired");
    }

    @Test
    void aSessionIsNotFoundFromAnotherHome() {
        Browser browser = signIns.nobody();
        Reply reply = signIn(browser, null, name, phone);
        String set = reply.header("Set-Cookie");
        String token = set.substring(set.indexOf('=') + 1, set.indexOf(';'));
        String elsewhere = "hutong_resident=110101" + token.substring(token.indexOf('.'));
        assertThat(signIns.nobody().send("GET", SESSION, null, Map.of("Cookie", elsewhere)).problem()).isEqualTo("session-expired");
    }
}
