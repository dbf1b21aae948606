package org.hutong.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.app.demo.TownItems;
import org.hutong.app.testing.DatabaseTest;
import org.hutong.app.testing.TestDatabase;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.CatalogueForTests;
import org.hutong.catalogue.DataElement;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.hutong.kernel.Value;
import org.hutong.resource.BulkItem.Act;
import org.hutong.town.Persona;
import org.hutong.town.Town;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BulkLoadTest {
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Actor IMPORT = new Actor.Background("import");
    @TempDir
    static Path folder;

    private Scoped scoped;
    private Catalogue catalogue;
    private FieldCipher cipher;
    private BulkLoad bulk;
    private Subjects subjects;
    private final Map<SubjectId, BulkItem.Subject> people = new HashMap<>();
    private final List<BulkItem> items = new ArrayList<>();
    private BulkLoad.Loaded loaded;

    @BeforeAll
    void load(TestDatabase database) {
        scoped = database.scoped();
        catalogue = CatalogueForTests.on(database.app(), database.owner(), new TypedColumns());
        cipher = new FieldCipher(MasterKeys.at(folder.resolve("master.key")));
        bulk = new BulkLoad(scoped, catalogue, cipher, CLOCK);
        subjects = new Subjects(scoped, catalogue, cipher, CLOCK);
        Town.of(5, 2_500, LocalDate.of(2026, 11, 23)).forEach(record -> items.add(TownItems.item(record)));
        loaded = bulk.load(IMPORT, out -> items.forEach(out), 2);
        for (BulkItem item : items) {
            if (item instanceof BulkItem.Subject subject && subject.type().equals("person")) {
                people.put(subject.id(), subject);
            }
        }
    }

    @Test
    void every_item_and_every_act_is_in_its_table() {
        long subjectCount = items.stream().filter(item -> item instanceof BulkItem.Subject).count();
        assertThat(loaded.subjects()).isEqualTo(subjectCount);
        assertThat(loaded.links()).isEqualTo(items.size() - subjectCount);
        assertThat(loaded.acts()).isEqualTo(items.stream().mapToLong(item -> item.acts().size()).sum());
        assertThat(count("person")).isEqualTo(people.size());
        assertThat(count("link")).isEqualTo(loaded.links());
        assertThat(count("assertion")).isEqualTo(loaded.acts());
        assertThat(count("household") + count("dwelling") + count("organisation") + count("person")).isEqualTo(subjectCount);
    }

    @Test
    void what_stands_is_what_stands_after_recording_one_by_one() {
        Set<ElementPath> paths = catalogue.elementsOf("person").stream().map(element -> new ElementPath("", element.code())).collect(Collectors.toSet());
        Assertions assertions = new Assertions(scoped, catalogue, subjects, cipher, CLOCK);
        int contested = 0;
        for (BulkItem.Subject one : people.values().stream().limit(120).toList()) {
            SubjectId twin = subjects.createPerson(IMPORT, one.id().home(), null);
            for (Act act : one.acts()) {
                Map<ElementPath, Value> values = new HashMap<>();
                act.values().forEach((element, value) -> values.put(new ElementPath("", element), value));
                assertions.record(IMPORT, new Statement(twin, act.source(), act.means(), null, null, act.origin(), act.statedAt(), values, null));
            }
            Map<ElementPath, HeldValue> expected = subjects.held(IMPORT, twin, paths).orElseThrow().values();
            Map<ElementPath, HeldValue> actual = subjects.held(IMPORT, one.id(), paths).orElseThrow().values();
            assertThat(standing(actual)).isEqualTo(standing(expected));
            contested += (int) actual.values().stream().filter(value -> value.standing() == Standing.CONTESTED).count();
        }
        assertThat(contested).isPositive();
    }

    @Test
    void every_contested_value_has_an_open_correction() {
        long corrections = count("correction");
        assertThat(corrections).isPositive();
        Persona contested = Town.personas().stream().filter(persona -> persona.key().equals("contested")).findFirst().orElseThrow();
        HeldValue address = subjects.held(IMPORT, contested.id(), Set.of(ElementPath.of("person.address"))).orElseThrow().values()
                .get(ElementPath.of("person.address"));
        assertThat(address.standing()).isEqualTo(Standing.CONTESTED);
        assertThat(address.source()).isEqualTo(SourceKind.RESIDENT);
    }

    @Test
    void personas_are_found_by_their_id_numbers_and_stand_as_described() {
        for (Persona persona : Town.personas()) {
            if (persona.id() != null) {
                assertThat(subjects.findByIdNumber(IMPORT, persona.idNumber())).contains(persona.id());
            }
        }
        assertThat(standing("alone", "person.mobile")).isEqualTo(Standing.HELD);
        assertThat(standing("alone", "person.address")).isEqualTo(Standing.HELD);
        assertThat(standing("alone", "person.bankAccount")).isEqualTo(Standing.HELD);
        assertThat(standing("alone", "person.region")).isEqualTo(Standing.DERIVED);
        assertThat(standing("alone", "person.allergy")).isNull();
        assertThat(standing("old", "person.mobile")).isEqualTo(Standing.HELD_OLD);
        assertThat(standing("no-phone", "person.mobile")).isNull();
        assertThat(standing("gave-up", "person.mobile")).isEqualTo(Standing.HELD_OLD);
        assertThat(standing("child", "guardian/person.name")).isEqualTo(Standing.HELD);
        assertThat(standing("tenant", "dwelling.address")).isEqualTo(Standing.HELD);
    }

    @Test
    void the_values_of_the_town_fit_the_catalogue() {
        for (BulkItem item : items) {
            for (Act act : item.acts()) {
                act.values().forEach((code, value) -> {
                    DataElement element = catalogue.element(code).orElseThrow();
                    String said = org.hutong.kernel.ValueJson.write(value).toString();
                    assertThat(org.hutong.kernel.ValueJson.read(element.kind(), org.hutong.kernel.ValueJson.write(value))).as(code + " " + said).isEqualTo(value);
                    if (value instanceof Value.Code(String item_) && element.codeList() != null) {
                        assertThat(catalogue.codeList(element.codeList()).orElseThrow().item(item_)).as(code + " " + said).isPresent();
                    }
                });
            }
        }
    }

    @Test
    void an_unknown_element_stops_the_load_and_names_it() {
        SubjectId id = new SubjectId(320613, Uuid7.next());
        BulkItem strange = new BulkItem.Subject(id, "person", NOW, null, List.of(new Act(UUID.randomUUID(), SourceKind.REGISTER, Means.IMPORT, NOW,
                "test", Map.of(ElementCode.of("person.shoeSize"), new Value.Int(43)))));
        assertThatThrownBy(() -> bulk.load(IMPORT, out -> out.accept(strange), 1)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("person.shoeSize");
        assertThat(subjects.held(IMPORT, id, Set.of())).isEmpty();
    }

    private Standing standing(String key, String path) {
        Persona persona = Town.personas().stream().filter(one -> one.key().equals(key)).findFirst().orElseThrow();
        HeldValue value = subjects.held(IMPORT, persona.id(), Set.of(ElementPath.of(path))).orElseThrow().values().get(ElementPath.of(path));
        return value == null ? null : value.standing();
    }

    private static Map<ElementPath, List<Object>> standing(Map<ElementPath, HeldValue> values) {
        Map<ElementPath, List<Object>> standing = new HashMap<>();
        values.forEach((path, value) -> standing.put(path,
                List.of(value.value(), value.standing(), value.source(), value.means(), value.statedAt().getEpochSecond())));
        return standing;
    }

    private long count(String table) {
        return scoped.read(IMPORT, dsl -> dsl.fetchSingle("select count(*) from resource.\"" + table + "\" t"
                + (table.equals("person") ? " where not provisional" : table.equals("assertion") ? " where exists (select 1 from resource.person p where"
                + " p.home = t.home and p.id = t.subject and not p.provisional) or t.type <> 'person'" : table.equals("correction")
                ? " where closed_at is null" : "")).get(0, Long.class));
    }
}
