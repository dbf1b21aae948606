package org.hutong.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.hutong.access.Actor;
import org.hutong.app.testing.DatabaseTest;
import org.hutong.app.testing.TestDatabase;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.CatalogueForTests;
import org.hutong.catalogue.FirstRank;
import org.hutong.catalogue.NewElement;
import org.hutong.catalogue.Protection;
import org.hutong.kernel.Criteria;
import org.hutong.kernel.Criterion;
import org.hutong.kernel.CriterionJson;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Truth;
import org.hutong.kernel.ValueJson;
import org.hutong.kernel.ValueKind;
import org.hutong.resource.CriterionRows.Given;
import org.hutong.resource.CriterionRows.Held;
import org.hutong.resource.CriterionRows.Way;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the cases of {@code spec/criteria.json} through SQL, against the shipped catalogue and its tables. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CriterionSqlSpecTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T02:00:00Z"), ZoneOffset.UTC);
    private static final Actor SYSTEM = new Actor.Background("test");
    private static final JsonNode SPEC = spec();
    @TempDir
    static Path folder;

    private TestDatabase database;
    private Catalogue catalogue;
    private FieldCipher cipher;

    @BeforeAll
    void open(TestDatabase database) {
        this.database = database;
        catalogue = CatalogueForTests.on(database.app(), database.owner(), new TypedColumns());
        add("person.lastSeenAt", Localised.of("最近见面时间", "Last seen at"), ValueKind.DATE_TIME, null);
        add("person.languages", Localised.of("会说的语言", "Languages"), ValueKind.CODES, "gbt3304_ethnic");
        cipher = new FieldCipher(MasterKeys.at(folder.resolve("master.key")));
    }

    private void add(String code, Localised name, ValueKind kind, String codeList) {
        assertThat(catalogue.add(new NewElement(ElementCode.of(code), name, kind, codeList, null, Protection.OPEN, FirstRank.OFFICER, null))).isEmpty();
    }

    @Test
    void theCasesNameElementsOfTheCatalogue() {
        for (Map.Entry<String, JsonNode> element : SPEC.path("elements").properties()) {
            assertThat(catalogue.element(ElementCode.of(element.getKey()))).as(element.getKey()).hasValueSatisfying(known -> {
                assertThat(known.kind()).isEqualTo(kind(element.getKey()));
                assertThat(known.encrypted()).isEqualTo(element.getValue().path("encrypted").asBoolean(false));
            });
        }
    }

    @TestFactory
    Stream<DynamicTest> evaluate() {
        return StreamSupport.stream(SPEC.path("evaluate").spliterator(), false).map(one ->
                DynamicTest.dynamicTest(one.path("name").stringValue(), () -> assertThat(ask(one))
                        .isEqualTo(Truth.valueOf(one.path("then").stringValue().toUpperCase(Locale.ROOT)))));
    }

    /** The same cases by the way that decides for one person: what was read of the person and, on asking, what links lead to. */
    @TestFactory
    Stream<DynamicTest> evaluateForOnePerson() {
        return StreamSupport.stream(SPEC.path("evaluate").spliterator(), false).map(one ->
                DynamicTest.dynamicTest(one.path("name").stringValue(), () -> assertThat(askForOnePerson(one))
                        .isEqualTo(Truth.valueOf(one.path("then").stringValue().toUpperCase(Locale.ROOT)))));
    }

    private Truth askForOnePerson(JsonNode one) {
        SubjectId person = database.scoped().write(SYSTEM,
                dsl -> new CriterionRows(dsl, catalogue, cipher, CLOCK).insertPerson(given(one.path("given"))));
        Criterion criterion = CriterionJson.stored(one.get("when"));
        Actor resident = new Actor.Resident(person, false, List.of());
        Subjects subjects = new Subjects(database.scoped(), catalogue, cipher, CLOCK);
        Set<ElementPath> paths = Criteria.elements(criterion).stream().filter(element -> element.resourceType().equals("person"))
                .map(element -> new ElementPath("", element)).collect(Collectors.toSet());
        return Criteria.evaluate(criterion, subjects.facts(resident, subjects.held(resident, person, paths).orElseThrow()), day(one));
    }

    private static LocalDate day(JsonNode one) {
        return LocalDate.parse(one.path("day").asString(SPEC.path("day").stringValue()));
    }

    private Truth ask(JsonNode one) {
        return database.scoped().write(SYSTEM, dsl -> {
            CriterionRows rows = new CriterionRows(dsl, catalogue, cipher, CLOCK);
            return rows.ask(CriterionJson.stored(one.get("when")), rows.insertPerson(given(one.path("given"))), day(one));
        });
    }

    private static Given given(JsonNode json) {
        Map<ElementCode, Held> values = new HashMap<>();
        json.path("values").properties().forEach(held -> {
            JsonNode value = held.getValue().isObject() ? held.getValue().get("value") : held.getValue();
            values.put(ElementCode.of(held.getKey()), new Held(ValueJson.stored(kind(held.getKey()), value),
                    held.getValue().path("fresh").asBoolean(true), held.getValue().path("contested").asBoolean(false)));
        });
        Map<RegionRelation, RegionCode> regions = new HashMap<>();
        json.path("regions").properties().forEach(region ->
                regions.put(RegionRelation.find(region.getKey()).orElseThrow(), RegionCode.of(region.getValue().stringValue())));
        Map<String, List<Given>> links = new HashMap<>();
        json.path("links").properties().forEach(link -> links.put(link.getKey(),
                StreamSupport.stream(link.getValue().spliterator(), false).map(CriterionSqlSpecTest::given).toList()));
        return new Given(values, regions, links, new Way(date(json.path("since")), date(json.path("until")), json.path("merged").asBoolean(false)));
    }

    private static LocalDate date(JsonNode text) {
        return text.isMissingNode() ? null : LocalDate.parse(text.stringValue());
    }

    private static ValueKind kind(String element) {
        return ValueKind.of(SPEC.path("elements").path(element).path("kind").stringValue());
    }

    private static JsonNode spec() {
        try (InputStream in = CriterionSqlSpecTest.class.getResourceAsStream("/spec/criteria.json")) {
            return JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
