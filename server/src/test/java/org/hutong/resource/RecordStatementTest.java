package org.hutong.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Role;
import org.hutong.access.Scoped;
import org.hutong.app.testing.DatabaseTest;
import org.hutong.app.testing.TestDatabase;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.CatalogueForTests;
import org.hutong.catalogue.FirstRank;
import org.hutong.catalogue.NewElement;
import org.hutong.catalogue.Protection;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.hutong.kernel.Value;
import org.hutong.kernel.ValueKind;
import org.hutong.resource.Recording.Changed;
import org.hutong.resource.Recording.NoSuchPerson;
import org.hutong.resource.Recording.Recorded;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordStatementTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final RegionCode HERE = RegionCode.of("320613002001");
    private static final Actor SYSTEM = new Actor.Background("test");
    private static final ElementPath NAME = ElementPath.of("person.name");
    private static final ElementPath MOBILE = ElementPath.of("person.mobile");
    private static final ElementPath DIBAO = ElementPath.of("person.dibao");
    private static final ElementPath ID_NUMBER = ElementPath.of("person.idNumber");
    @TempDir
    static Path folder;

    private TestDatabase database;
    private Scoped scoped;
    private Catalogue catalogue;
    private FieldCipher cipher;

    @BeforeAll
    void open(TestDatabase database) {
        this.database = database;
        this.scoped = database.scoped();
        this.catalogue = CatalogueForTests.on(database.app(), database.owner(), new TypedColumns());
        this.cipher = new FieldCipher(MasterKeys.at(folder.resolve("master.key")));
    }

    private Subjects subjects(Instant now) {
        return new Subjects(scoped, catalogue, cipher, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Assertions assertions(Instant now) {
        return new Assertions(scoped, catalogue, subjects(now), cipher, Clock.fixed(now, ZoneOffset.UTC));
    }

    private SubjectId person() {
        return subjects(NOW).createPerson(SYSTEM, 320613, HERE);
    }

    private static Statement statement(SubjectId person, SourceKind source, Means means, Instant at, Map<ElementPath, Value> values,
            Map<ElementPath, UUID> seen) {
        return new Statement(person, source, means, null, null, "test", at, values, seen);
    }

    private Recorded say(SubjectId person, SourceKind source, Means means, Instant at, Map<ElementPath, Value> values) {
        return (Recorded) assertions(at).record(SYSTEM, statement(person, source, means, at, values, null));
    }

    private Map<ElementPath, HeldValue> known(SubjectId person, Instant now, ElementPath... paths) {
        return subjects(now).held(SYSTEM, person, Set.of(paths)).orElseThrow().values();
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }

    private static Actor officer(String region) {
        return new Actor.Officer(Uuid7.next(), "甲", Uuid7.next(), "岗位", RegionCode.of(region), "health", Set.of(Role.OFFICER));
    }

    @Test
    void what_a_resident_says_is_held_with_source_means_and_time() {
        SubjectId person = person();
        Recorded recorded = say(person, SourceKind.RESIDENT, Means.SELF, NOW, Map.of(NAME, text("沈阿婆"), MOBILE, text("19900000001")));
        assertThat(recorded.taken()).containsExactlyInAnyOrder(NAME, MOBILE);
        HeldValue mobile = known(person, NOW, NAME, MOBILE).get(MOBILE);
        assertThat(mobile.value()).isEqualTo(text("19900000001"));
        assertThat(mobile.standing()).isEqualTo(Standing.HELD);
        assertThat(mobile.source()).isEqualTo(SourceKind.RESIDENT);
        assertThat(mobile.means()).isEqualTo(Means.SELF);
        assertThat(mobile.statedAt()).isEqualTo(NOW);
    }

    @Test
    void a_value_past_its_period_is_old_until_it_is_confirmed() {
        SubjectId person = person();
        say(person, SourceKind.RESIDENT, Means.SELF, NOW, Map.of(MOBILE, text("19900000002")));
        Instant later = NOW.plus(Duration.ofDays(400));
        assertThat(known(person, later, MOBILE).get(MOBILE).standing()).isEqualTo(Standing.HELD_OLD);
        assertThat(say(person, SourceKind.RESIDENT, Means.SELF, later, Map.of(MOBILE, text("19900000002"))).confirmed()).containsExactly(MOBILE);
        assertThat(known(person, later, MOBILE).get(MOBILE).standing()).isEqualTo(Standing.HELD);
    }

    @Test
    void contradicting_a_higher_source_opens_a_correction_and_leaves_the_value() {
        SubjectId person = person();
        say(person, SourceKind.REGISTER, Means.IMPORT, NOW, Map.of(DIBAO, new Value.YesNo(true)));
        assertThat(say(person, SourceKind.RESIDENT, Means.SELF, NOW, Map.of(DIBAO, new Value.YesNo(false))).corrections()).containsExactly(DIBAO);
        HeldValue dibao = known(person, NOW, DIBAO).get(DIBAO);
        assertThat(dibao.value()).isEqualTo(new Value.YesNo(true));
        assertThat(dibao.standing()).isEqualTo(Standing.CONTESTED);
        assertThat(openCorrections(person)).isEqualTo(1);
        say(person, SourceKind.REGISTER, Means.IMPORT, NOW.plusSeconds(60), Map.of(DIBAO, new Value.YesNo(false)));
        assertThat(known(person, NOW, DIBAO).get(DIBAO).standing()).isEqualTo(Standing.HELD);
        assertThat(openCorrections(person)).isZero();
    }

    private int openCorrections(SubjectId person) {
        return database.everything().fetchSingle("select count(*) from resource.correction where subject = ? and closed_at is null", person.id())
                .get(0, Integer.class);
    }

    @Test
    void an_id_number_gives_sex_birth_date_and_age() {
        SubjectId person = person();
        say(person, SourceKind.REGISTER, Means.IMPORT, NOW, Map.of(ID_NUMBER, text("990101194403122029")));
        Map<ElementPath, HeldValue> known = known(person, NOW, ElementPath.of("person.sex"), ElementPath.of("person.birthDate"),
                ElementPath.of("person.age"));
        assertThat(known.get(ElementPath.of("person.sex")).value()).isEqualTo(new Value.Code("2"));
        assertThat(known.get(ElementPath.of("person.birthDate")).value()).isEqualTo(new Value.PartialDay(1944, 3, 12));
        assertThat(known.get(ElementPath.of("person.age")).value()).isEqualTo(new Value.Int(82));
        assertThat(known.values()).extracting(HeldValue::standing).containsOnly(Standing.DERIVED);
    }

    @Test
    void encrypted_values_are_nowhere_in_the_tables() {
        SubjectId person = person();
        String marker = "19900007777";
        say(person, SourceKind.RESIDENT, Means.SELF, NOW, Map.of(MOBILE, text(marker)));
        assertThat(database.everything().fetchSingle("select p::text || (select string_agg(a::text, '') from resource.assertion a where a.subject = p.id)"
                + " from resource.person p where id = ?", person.id()).get(0, String.class))
                .doesNotContain(marker, HexFormat.of().formatHex(marker.getBytes(StandardCharsets.UTF_8)));
        assertThat(database.everything().fetchSingle("select count(*) from resource.person where mobile_bx = ?",
                cipher.blindIndex(MOBILE.element(), marker)).get(0, Integer.class)).isEqualTo(1);
    }

    @Test
    void a_value_that_changed_meanwhile_is_not_overwritten() {
        SubjectId person = person();
        say(person, SourceKind.RESIDENT, Means.SELF, NOW, Map.of(MOBILE, text("19900000003")));
        UUID seen = known(person, NOW, MOBILE).get(MOBILE).act();
        say(person, SourceKind.RESIDENT, Means.SELF, NOW.plusSeconds(5), Map.of(MOBILE, text("19900000004")));
        Recording answer = assertions(NOW.plusSeconds(9)).record(SYSTEM,
                statement(person, SourceKind.RESIDENT, Means.SELF, NOW.plusSeconds(9), Map.of(MOBILE, text("19900000005")), Map.of(MOBILE, seen)));
        assertThat(answer).isInstanceOfSatisfying(Changed.class, changed ->
                assertThat(changed.now().get(MOBILE).value()).isEqualTo(text("19900000004")));
        assertThat(known(person, NOW, MOBILE).get(MOBILE).value()).isEqualTo(text("19900000004"));
    }

    @Test
    void a_guardian_by_name_and_phone_becomes_a_linked_person_who_is_asked_for_once() {
        SubjectId child = person();
        ElementPath guardianName = ElementPath.of("guardian/person.name");
        ElementPath guardianMobile = ElementPath.of("guardian/person.mobile");
        say(child, SourceKind.RESIDENT, Means.SELF, NOW, Map.of(guardianName, text("周妈妈")));
        say(child, SourceKind.RESIDENT, Means.SELF, NOW, Map.of(guardianMobile, text("19900000010")));
        Map<ElementPath, HeldValue> known = known(child, NOW, guardianName, guardianMobile);
        assertThat(known.get(guardianName).value()).isEqualTo(text("周妈妈"));
        assertThat(known.get(guardianMobile).value()).isEqualTo(text("19900000010"));
        assertThat(known.get(guardianMobile).own()).isFalse();
        assertThat(known.get(guardianMobile).means()).isEqualTo(Means.FAMILY);
    }

    @Test
    void household_dwelling_owner_and_the_link_itself_are_reached_from_the_person() {
        SubjectId person = person();
        Map<ElementPath, Value> said = Map.of(ElementPath.of("household.size"), new Value.Int(3), ElementPath.of("dwelling.rooms"), new Value.Int(2),
                ElementPath.of("owner/person.name"), text("房东"), ElementPath.of("member.relationToHead"), new Value.Code("02"),
                ElementPath.of("member/person.name"), text("同住人"));
        assertThat(say(person, SourceKind.RESIDENT, Means.SELF, NOW, said).taken()).hasSize(5);
        Map<ElementPath, HeldValue> known = known(person, NOW, said.keySet().toArray(ElementPath[]::new));
        said.forEach((path, value) -> assertThat(known.get(path).value()).as(path.toString()).isEqualTo(value));
        assertThat(known.get(ElementPath.of("household.size")).own()).isTrue();
        assertThat(known.get(ElementPath.of("owner/person.name")).own()).isFalse();
    }

    @Test
    void a_resident_reaches_what_is_linked_through_row_level_security() {
        SubjectId person = person();
        Actor resident = new Actor.Resident(person, false, List.of());
        Map<ElementPath, Value> said = Map.of(NAME, text("自己"), ElementPath.of("guardian/person.name"), text("监护人"),
                ElementPath.of("owner/person.mobile"), text("19900000020"), ElementPath.of("household.size"), new Value.Int(1));
        assertThat(assertions(NOW).record(resident, statement(person, SourceKind.RESIDENT, Means.SELF, NOW, said, Map.of()))).isInstanceOf(Recorded.class);
        assertThat(subjects(NOW).held(resident, person, said.keySet()).orElseThrow().values()).hasSize(4);
        Actor stranger = new Actor.Resident(person(), false, List.of());
        assertThat(subjects(NOW).held(stranger, person, said.keySet())).isEmpty();
        assertThat(assertions(NOW).record(stranger, statement(person, SourceKind.RESIDENT, Means.SELF, NOW, said, Map.of())))
                .isInstanceOf(NoSuchPerson.class);
    }

    @Test
    void an_officer_reaches_the_persons_of_the_own_region_only() {
        SubjectId person = person();
        say(person, SourceKind.RESIDENT, Means.SELF, NOW, Map.of(NAME, text("甲")));
        assertThat(subjects(NOW).held(officer("320613002000"), person, Set.of(NAME))).isPresent();
        assertThat(subjects(NOW).held(officer("320613003000"), person, Set.of(NAME))).isEmpty();
        assertThat(subjects(NOW).held(officer("320000000000"), person, Set.of(NAME))).isPresent();
    }

    @Test
    void only_a_verified_statement_claims_an_id_number() {
        String number = "990101195001011232";
        SubjectId stranger = person();
        say(stranger, SourceKind.RESIDENT, Means.SELF, NOW, Map.of(ID_NUMBER, text(number)));
        assertThat(subjects(NOW).findByIdNumber(SYSTEM, number)).isEmpty();
        SubjectId owner = person();
        say(owner, SourceKind.REGISTER, Means.IMPORT, NOW, Map.of(ID_NUMBER, text(number)));
        assertThat(subjects(NOW).findByIdNumber(SYSTEM, number)).contains(owner);
    }

    @Test
    void a_retracted_value_gives_way_to_the_next_best() {
        SubjectId person = person();
        say(person, SourceKind.RESIDENT, Means.SELF, NOW.minusSeconds(600), Map.of(MOBILE, text("19900000031"), NAME, text("甲")));
        say(person, SourceKind.RESIDENT, Means.SELF, NOW, Map.of(MOBILE, text("19900000032")));
        UUID act = known(person, NOW, MOBILE).get(MOBILE).act();
        assertThat(assertions(NOW).retract(SYSTEM, person, act, Set.of(MOBILE.element()))).isTrue();
        assertThat(known(person, NOW, MOBILE).get(MOBILE).value()).isEqualTo(text("19900000031"));
        UUID first = known(person, NOW, MOBILE).get(MOBILE).act();
        assertThat(assertions(NOW).retract(SYSTEM, person, first, Set.of(MOBILE.element()))).isTrue();
        assertThat(known(person, NOW, MOBILE)).isEmpty();
        assertThat(known(person, NOW, NAME).get(NAME).value()).isEqualTo(text("甲"));
    }

    @Test
    void acts_that_were_kept_as_json_still_count() {
        SubjectId person = person();
        say(person, SourceKind.RESIDENT, Means.SELF, NOW.minusSeconds(600), Map.of(MOBILE, text("19900000041"), DIBAO, new Value.YesNo(true)));
        say(person, SourceKind.RESIDENT, Means.SELF, NOW.minusSeconds(300), Map.of(MOBILE, text("19900000042"), DIBAO, new Value.YesNo(false)));
        UUID second = known(person, NOW, MOBILE).get(MOBILE).act();
        assertThat(assertions(NOW).retract(SYSTEM, person, second, Set.of(MOBILE.element()))).isTrue();
        asJson(person);
        say(person, SourceKind.RESIDENT, Means.SELF, NOW, Map.of(MOBILE, text("19900000043"), DIBAO, new Value.YesNo(false)));
        UUID last = known(person, NOW, MOBILE).get(MOBILE).act();
        assertThat(assertions(NOW).retract(SYSTEM, person, last, Set.of(MOBILE.element(), DIBAO.element()))).isTrue();
        Map<ElementPath, HeldValue> known = known(person, NOW, MOBILE, DIBAO);
        assertThat(known.get(MOBILE).value()).isEqualTo(text("19900000041"));
        assertThat(known.get(DIBAO).value()).isEqualTo(new Value.YesNo(false));
        assertThat(known.get(DIBAO).act()).isEqualTo(second);
    }

    /** Makes the rows of a person's history what they were before the column told: JSON, with ciphertexts in base64. */
    private void asJson(SubjectId person) {
        database.everything().fetch("select id, told from resource.assertion where subject = ?", person.id())
                .forEach(row -> database.everything().execute("update resource.assertion set told = null, said = ?::jsonb where id = ?",
                        StatedValues.decode(row.get(1, byte[].class)).toString(), row.get(0, UUID.class)));
    }

    @Test
    void a_run_time_element_and_type_are_used_like_any_other() {
        assertThat(catalogue.addType("dog", Localised.of("犬", "Dog"), "keeps")).isEmpty();
        assertThat(catalogue.add(new NewElement(ElementCode.of("dog.breed"),
                Localised.of("品种", "Breed"), ValueKind.TEXT, null, null, Protection.OPEN,
                FirstRank.RESIDENT, null))).isEmpty();
        assertThat(catalogue.add(new NewElement(ElementCode.of("agent.relation"),
                Localised.of("代理人关系", "Relation of the agent"), ValueKind.TEXT, null, null,
                Protection.OPEN, FirstRank.RESIDENT, null))).isEmpty();
        SubjectId person = person();
        Actor resident = new Actor.Resident(person, false, List.of());
        Map<ElementPath, Value> said = Map.of(ElementPath.of("dog.breed"), text("柴犬"), ElementPath.of("agent.relation"), text("女儿"),
                ElementPath.of("agent/person.name"), text("女儿甲"));
        assertThat(assertions(NOW).record(resident, statement(person, SourceKind.RESIDENT, Means.SELF, NOW, said, Map.of()))).isInstanceOf(Recorded.class);
        Map<ElementPath, HeldValue> known = subjects(NOW).held(resident, person, said.keySet()).orElseThrow().values();
        said.forEach((path, value) -> assertThat(known.get(path).value()).as(path.toString()).isEqualTo(value));
        assertThat(database.everything().fetchSingle("select count(*) from resource.link where from_id = ? and kind = 'agent'", person.id())
                .get(0, Integer.class)).isEqualTo(1);
        assertThat(scoped.<Integer>read(officer(HERE.toString()), dsl -> dsl.fetchSingle("select count(*) from resource.assertion where type = 'dog'")
                .get(0, Integer.class))).isEqualTo(1);
        assertThat(scoped.<Integer>read(officer("320612000000"), dsl -> dsl.fetchSingle("select count(*) from resource.assertion")
                .get(0, Integer.class))).isZero();
    }
}
