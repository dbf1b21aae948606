package org.hutong.resource.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.hutong.access.AccessJournal;
import org.hutong.access.Actor;
import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Invented;
import org.hutong.app.testing.ScopeTestOf;
import org.hutong.app.testing.ServerTest;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.resource.Assertions;
import org.hutong.resource.Means;
import org.hutong.resource.SourceKind;
import org.hutong.resource.Statement;
import org.hutong.resource.Subjects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@ServerTest
@ScopeTestOf({"GET /api/people", "GET /api/people/{id}"})
class PeopleScopeTest {
    private static final Actor REGISTER = new Actor.Background("test");
    private final String name = Invented.name() + System.nanoTime() % 100_000;
    private final String phone = Invented.phone();
    private SubjectId person;

    @Autowired
    private SignIns signIns;
    @Autowired
    private Subjects subjects;
    @Autowired
    private Assertions assertions;
    @Autowired
    private AccessJournal journal;
    @Autowired
    private Clock clock;

    @BeforeEach
    void somebodyLivesInOneStreetAndIsRegisteredInAnother() {
        person = subjects.createPerson(REGISTER, 320613, RegionCode.of("320613002001"));
        assertions.record(REGISTER, new Statement(person, SourceKind.REGISTER, Means.IMPORT, null, null, "test", clock.instant(),
                Map.of(ElementPath.of("person.name"), new Value.Text(name), ElementPath.of("person.mobile"), new Value.Text(phone),
                        ElementPath.of("person.chronic"), new Value.YesNo(true),
                        ElementPath.of("person.hukouRegion"), new Value.Region(RegionCode.of("320612001001"))), null));
    }

    private String search() {
        return "/api/people?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    @Test
    void a_person_is_found_where_he_lives_and_where_he_is_registered_and_nowhere_else() {
        for (String region : new String[] {"32", "3206", "320613", "320613002", "320613002001", "320612001"}) {
            Browser officer = signIns.officer(region, "health");
            assertThat(officer.get(search()).json().get("items")).as(region).hasSize(1);
            assertThat(officer.get("/api/people/" + person).status()).as(region).isEqualTo(200);
        }
        for (String region : new String[] {"320613003", "320614", "320612002"}) {
            Browser officer = signIns.officer(region, "health");
            assertThat(officer.get(search()).json().get("items")).as(region).isEmpty();
            assertThat(officer.get("/api/people/" + person).status()).as(region).isEqualTo(404);
        }
    }

    @Test
    void a_person_is_found_by_pinyin_and_by_a_part_of_the_name_within_the_scope_only() {
        SubjectId other = subjects.createPerson(REGISTER, 320613, RegionCode.of("320613002001"));
        assertions.record(REGISTER, new Statement(other, SourceKind.REGISTER, Means.IMPORT, null, null, "test", clock.instant(),
                Map.of(ElementPath.of("person.name"), new Value.Text("逄矞夔")), null));
        for (String typed : new String[] {"逄矞夔", "矞夔", "逄", "逄矞"}) {
            String path = "/api/people?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
            assertThat(signIns.officer("320613002", "health").get(path).json().at("/items/0/id").asString()).as(typed).isEqualTo(other.toString());
            assertThat(signIns.officer("320613003", "health").get(path).json().get("items")).as(typed).isEmpty();
        }
        assertions.record(REGISTER, new Statement(other, SourceKind.REGISTER, Means.IMPORT, null, null, "test", clock.instant(),
                Map.of(ElementPath.of("person.name"), new Value.Text("欧阳夔夔")), null));
        for (String typed : new String[] {"ouyangkuikui", "ou yang kui", "oykk", "Ouyangkk", "ouyangk"}) {
            String path = "/api/people?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
            assertThat(signIns.officer("320613002", "health").get(path).json().at("/items/0/id").asString()).as(typed).isEqualTo(other.toString());
            assertThat(signIns.officer("320613003", "health").get(path).json().get("items")).as(typed).isEmpty();
        }
    }

    @Test
    void neither_administrators_nor_auditors_nor_residents_nor_strangers_see_persons() {
        assertThat(signIns.officer("32", "health", Role.ADMINISTRATOR).get("/api/people/" + person).status()).isEqualTo(403);
        assertThat(signIns.officer("32", "health", Role.AUDITOR).get(search()).status()).isEqualTo(403);
        assertThat(signIns.resident(person).get("/api/people/" + person).status()).isEqualTo(401);
        assertThat(signIns.nobody().get("/api/people/" + person).status()).isEqualTo(401);
        assertThat(signIns.nobody().get(search()).status()).isEqualTo(401);
    }

    @Test
    void encrypted_values_are_masked_and_restricted_ones_need_a_purpose_that_the_person_can_read() {
        Actor.Officer worker = signIns.actor("320613002001", "health", Role.WORKER);
        Browser browser = signIns.as(worker);
        JsonNode plain = browser.get("/api/people/" + person).json();
        assertThat(plain.toString()).doesNotContain(phone);
        assertThat(display(plain, "person.mobile")).contains("*");
        assertThat(display(plain, "person.chronic")).isNull();
        JsonNode withPurpose = browser.get("/api/people/" + person + "?purpose=" + "%E5%85%A5%E6%88%B7%E6%9C%8D%E5%8A%A1").json();
        assertThat(display(withPurpose, "person.chronic")).isEqualTo("是");
        assertThat(journal.of(worker, person, 10)).extracting(look -> look.purpose().zh()).contains("入户服务", "查看居民档案");
    }

    @Test
    void whoever_a_search_has_listed_can_read_that_it_did_and_nobody_else() {
        SubjectId other = subjects.createPerson(REGISTER, 320613, RegionCode.of("320613002001"));
        signIns.officer("320613002", "civil-affairs").get(search());
        var looks = journal.of(new Actor.Resident(person, false, List.of()), person, 10);
        assertThat(looks).singleElement().satisfies(look -> {
            assertThat(look.department()).isEqualTo("civil-affairs");
            assertThat(look.what()).containsExactly("person.name", "person.age", "person.region");
            assertThat(look.purpose().zh()).isEqualTo("按姓名查找居民，列出 1 人").doesNotContain(name);
        });
        assertThat(journal.of(new Actor.Resident(other, false, List.of()), other, 10)).isEmpty();
        signIns.officer("320614", "civil-affairs").get(search());
        assertThat(journal.of(new Actor.Resident(person, false, List.of()), person, 10)).hasSize(1);
    }

    private static String display(JsonNode record, String code) {
        for (JsonNode element : record.get("elements")) {
            if (element.get("code").asString().equals(code)) {
                return element.path("display").isString() ? element.get("display").asString() : null;
            }
        }
        throw new AssertionError("no " + code + " in " + record);
    }

    @Test
    void what_is_no_id_is_not_found() {
        assertThat(signIns.officer("32", "health").get("/api/people/nobody").status()).isEqualTo(404);
        assertThat(signIns.officer("32", "health").get("/api/people/320613-01890000-0000-7000-8000-000000000000").status()).isEqualTo(404);
    }
}
