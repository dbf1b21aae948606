package org.hutong.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.hutong.access.Actor;
import org.hutong.app.testing.DatabaseTest;
import org.hutong.app.testing.TestDatabase;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.CatalogueForTests;
import org.hutong.catalogue.DataElement;
import org.hutong.kernel.Criteria;
import org.hutong.kernel.Criterion;
import org.hutong.kernel.Criterion.Op;
import org.hutong.kernel.CriterionJson;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Literal;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;
import org.hutong.kernel.Truth;
import org.hutong.kernel.Value;
import org.hutong.kernel.Uuid7;
import org.hutong.resource.CriterionRows.Given;
import org.hutong.resource.CriterionRows.GivenFacts;
import org.hutong.resource.CriterionRows.Held;
import org.hutong.resource.index.CriterionMasks;
import org.hutong.resource.index.IndexColumn;
import org.hutong.resource.index.PeopleIndex;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Random criteria over random persons mean the same in SQL and in memory as in Java. A failure names the seed, which makes it again. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CriterionSqlAgreesTest {
    private static final Actor SYSTEM = new Actor.Background("test");
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final List<String> REGIONS = List.of("320613002001", "320613002001003", "320613002000", "320613000000", "320612002001", "330000000000");
    private static final int PERSONS = 200;
    private static final int CRITERIA = Integer.getInteger("hutong.criteria", 10_000);
    @TempDir
    static Path folder;

    private TestDatabase database;
    private Catalogue catalogue;
    private FieldCipher cipher;
    private Random random;

    @BeforeAll
    void open(TestDatabase database) {
        this.database = database;
        catalogue = CatalogueForTests.on(database.app(), database.owner(), new TypedColumns());
        cipher = new FieldCipher(MasterKeys.at(folder.resolve("master.key")));
    }

    @Test
    void everyCriterionMeansTheSameForEveryPerson() {
        long seed = Long.getLong("hutong.seed", System.nanoTime());
        random = new Random(seed);
        database.scoped().write(SYSTEM, dsl -> {
            CriterionRows rows = new CriterionRows(dsl, catalogue, cipher, CLOCK);
            Map<UUID, Given> persons = new HashMap<>();
            for (int i = 0; i < PERSONS; i++) {
                Given person = person(true);
                persons.put(rows.insertPerson(person).id(), person);
            }
            Memory memory = new Memory(dsl);
            int unknown = 0;
            for (int i = 0; i < CRITERIA; i++) {
                Criterion criterion = criterion("person", 4);
                LocalDate day = random.nextInt(4) == 0 ? LocalDate.of(2028, 2, 29) : birthDay().first().withYear(2026);
                Map<UUID, Truth> answers = rows.askAll(criterion, day);
                memory.agrees(criterion, day, answers, seed);
                for (Map.Entry<UUID, Given> person : persons.entrySet()) {
                    Truth expected = Criteria.evaluate(criterion, new GivenFacts(person.getValue()), day);
                    unknown += expected == Truth.UNKNOWN ? 1 : 0;
                    assertThat(answers.get(person.getKey())).as("seed %d, on %s, %s of %s", seed, day, CriterionJson.write(criterion), person.getValue())
                            .isEqualTo(expected);
                }
            }
            assertThat(unknown).as("seed %d, unknown results among all", seed).isBetween(PERSONS * CRITERIA / 20, PERSONS * CRITERIA * 19 / 20);
            assertThat(memory.counted).as("seed %d, criteria counted in memory", seed).isGreaterThan(CRITERIA / 4);
            return null;
        });
    }

    @Test
    void aValueExpiresInSqlWhenItDoesInJava() {
        long seed = Long.getLong("hutong.seed", System.nanoTime());
        random = new Random(seed);
        ElementCode dibao = ElementCode.of("person.dibao");
        DataElement element = catalogue.element(dibao).orElseThrow();
        assertThat(element.validFor()).isEqualTo(Period.ofMonths(1));
        for (int i = 0; i < 300; i++) {
            Instant now = NOW.plus(random.nextInt(800), ChronoUnit.DAYS).plusSeconds(random.nextInt(86_400));
            Instant stated = now.minus(26 + random.nextInt(8), ChronoUnit.DAYS).plusSeconds(random.nextInt(3) - 1);
            Provenance provenance = Provenance.empty();
            provenance.put(element.no(), new Provenance.Origin(new Provenance.Act(Uuid7.next(), SourceKind.RESIDENT, Means.SELF, stated), false, false));
            var fresh = new CatalogueColumns(catalogue, cipher, Clock.fixed(now, ZoneOffset.UTC)).fresh(dibao, "p");
            boolean inSql = database.app().select(DSL.field(fresh)).from("(select true as dibao, ?::bytea as prov) as p", provenance.encode())
                    .fetchSingle().value1();
            assertThat(inSql).as("seed %d: stated %s, now %s", seed, stated, now).isNotEqualTo(CurrentValue.expired(element, stated, now));
        }
    }

    /** Counts of the same persons in memory; columns are loaded as criteria name them. */
    private final class Memory {
        private final DSLContext dsl;
        private final PersonElements elements = new PersonElements(catalogue, CLOCK);
        private final PeopleIndex index;
        private final Set<UUID> counting;
        private int counted;

        Memory(DSLContext dsl) {
            this.dsl = dsl;
            this.index = PersonIndexStore.build(dsl, List.of(), 0);
            this.counting = Set.copyOf(dsl.fetch("select id from resource.person where merged_into is null and death_date is null").getValues(0, UUID.class));
        }

        void agrees(Criterion criterion, LocalDate day, Map<UUID, Truth> answers, long seed) {
            CriterionMasks masks = new CriterionMasks(elements, day);
            Set<IndexColumn> needed = masks.needs(criterion).orElse(null);
            if (needed == null) {
                return;
            }
            List<IndexColumn> missing = List.copyOf(index.missing(needed));
            if (!missing.isEmpty()) {
                index.begin(missing);
                PersonIndexStore.load(dsl, missing, elements::number, batch -> index.load(missing, batch));
                index.complete(missing);
            }
            counted++;
            for (Truth truth : List.of(Truth.TRUE, Truth.FALSE)) {
                long expected = answers.entrySet().stream().filter(one -> counting.contains(one.getKey()) && one.getValue() == truth).count();
                assertThat(index.count(truth == Truth.TRUE ? criterion : Criterion.not(criterion), needed, masks))
                        .as("seed %d, on %s, in memory, %s: %s", seed, day, truth, CriterionJson.write(criterion)).hasValue(expected);
            }
        }
    }

    private Given person(boolean withLinks) {
        Map<ElementCode, Held> values = new HashMap<>();
        some(values, "person.birthDate", this::birthDay);
        some(values, "person.sex", () -> new Value.Code(oneOf("1", "2")));
        some(values, "person.name", () -> new Value.Text(oneOf("", "王", "王五", "O'Neil%_")));
        some(values, "person.childrenN", () -> new Value.Int(random.nextInt(3)));
        some(values, "person.height", () -> new Value.Dec(new BigDecimal(oneOf("0", "170", "170.5"))));
        some(values, "person.deathDate", () -> new Value.Day(birthDay().last()));
        some(values, "person.livesAlone", () -> new Value.YesNo(random.nextBoolean()));
        some(values, "person.dibao", () -> new Value.YesNo(random.nextBoolean()));
        some(values, "person.mobile", () -> new Value.Text(oneOf("13812345678", "13812345679")));
        Map<RegionRelation, RegionCode> regions = new HashMap<>();
        for (RegionRelation relation : List.of(RegionRelation.RESIDES_IN, RegionRelation.REGISTERED_IN, RegionRelation.WORKS_IN)) {
            if (random.nextInt(4) > 0) {
                regions.put(relation, RegionCode.of(oneOf(REGIONS)));
            }
        }
        Map<String, List<Given>> links = new HashMap<>();
        if (withLinks) {
            links.put("lives-in", several(this::dwelling));
            links.put("owns", several(this::dwelling));
            links.put("member", several(this::household));
            links.put("guardian", several(() -> person(random.nextInt(4) == 0)));
        }
        return new Given(values, regions, links);
    }

    private Given dwelling() {
        Map<ElementCode, Held> values = new HashMap<>();
        some(values, "dwelling.kind", () -> new Value.Code(oneOf("1", "2")));
        some(values, "dwelling.area", () -> new Value.Dec(new BigDecimal(oneOf("40", "60.5"))));
        some(values, "dwelling.region", () -> new Value.Region(RegionCode.of(oneOf(REGIONS))));
        return new Given(values, Map.of(), Map.of());
    }

    private Given household() {
        Map<ElementCode, Held> values = new HashMap<>();
        some(values, "household.size", () -> new Value.Int(random.nextInt(3)));
        some(values, "member.relationToHead", () -> new Value.Code(oneOf("01", "20")));
        return new Given(values, Map.of(), Map.of());
    }

    private void some(Map<ElementCode, Held> values, String code, Supplier<Value> value) {
        if (random.nextInt(3) > 0) {
            ElementCode element = ElementCode.of(code);
            boolean expires = catalogue.element(element).orElseThrow().validFor() != null;
            values.put(element, new Held(value.get(), !expires || random.nextInt(4) > 0, random.nextInt(8) == 0));
        }
    }

    private Value.PartialDay birthDay() {
        int year = 1944 + random.nextInt(5);
        int month = random.nextInt(3) == 0 ? 0 : oneOf(List.of(2, 11, 12));
        int day = month == 0 || random.nextInt(3) == 0 ? 0 : oneOf(List.of(1, 22, 23, 28, LocalDate.of(year, month, 1).lengthOfMonth()));
        return new Value.PartialDay(year, month, day);
    }

    private Criterion criterion(String type, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 4)) {
            case 4, 5 -> new Criterion.All(parts(type, depth));
            case 6, 7 -> new Criterion.Any(parts(type, depth));
            case 8 -> new Criterion.Not(criterion(type, depth - 1));
            case 3 -> special(type, depth);
            default -> test(type);
        };
    }

    private List<Criterion> parts(String type, int depth) {
        List<Criterion> parts = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            parts.add(criterion(type, depth - 1));
        }
        return parts;
    }

    private Criterion special(String type, int depth) {
        if (!type.equals("person")) {
            return test(type);
        }
        if (depth > 0 && random.nextBoolean()) {
            return switch (random.nextInt(4)) {
                case 0 -> new Criterion.Linked("lives-in", criterion("dwelling", depth - 1));
                case 1 -> new Criterion.Linked("owns", criterion("dwelling", depth - 1));
                case 2 -> new Criterion.Linked("member", criterion("household", depth - 1));
                default -> new Criterion.Linked("guardian", criterion("person", depth - 1));
            };
        }
        return new Criterion.Within(RegionCode.of(oneOf(REGIONS)), oneOf(List.of(RegionRelation.values())));
    }

    private Criterion test(String type) {
        return switch (type) {
            case "dwelling" -> oneOf(List.<Supplier<Criterion>>of(
                    () -> test("dwelling.kind", false, () -> words(oneOf("1", "2"))),
                    () -> test("dwelling.area", true, () -> words(oneOf("40", "50", "60.5"))))).get();
            case "household" -> oneOf(List.<Supplier<Criterion>>of(
                    () -> test("household.size", true, () -> number(random.nextInt(4))),
                    () -> test("member.relationToHead", false, () -> words(oneOf("01", "20"))))).get();
            default -> oneOf(List.<Supplier<Criterion>>of(
                    () -> test("person.age", true, () -> number(76 + random.nextInt(8))),
                    () -> test("person.age", true, () -> number(76 + random.nextInt(8))),
                    () -> test("person.birthDate", true, () -> words(birthDay().toString())),
                    () -> test("person.birthDate", true, () -> new Literal.Today(Period.ofYears(-80))),
                    () -> test("person.deathDate", true, () -> words(birthDay().last().toString())),
                    () -> test("person.sex", false, () -> words(oneOf("1", "2"))),
                    () -> test("person.name", false, () -> words(oneOf("", "王", "五", "%", "'"))),
                    () -> element("person.name", Op.CONTAINS, List.of(words(oneOf("", "王", "五", "%", "'")))),
                    () -> test("person.childrenN", true, () -> oneOf(List.of(number(random.nextInt(3)), words("2")))),
                    () -> test("person.height", true, () -> words(oneOf("0", "170.50", "170"))),
                    () -> element("person.livesAlone", oneOf(List.of(Op.EQUAL, Op.NOT_EQUAL)), List.of(new Literal.Truthful(random.nextBoolean()))),
                    () -> element("person.dibao", Op.EQUAL, List.of(new Literal.Truthful(random.nextBoolean()))),
                    () -> element("person.mobile", oneOf(List.of(Op.EQUAL, Op.IN)), List.of(words(oneOf("13812345678", "13812345670"))))))
                    .get();
        };
    }

    private Criterion test(String code, boolean ordered, Supplier<Literal> literal) {
        Op op = oneOf(ordered ? List.of(Op.EQUAL, Op.NOT_EQUAL, Op.LESS, Op.AT_MOST, Op.MORE, Op.AT_LEAST, Op.IN, Op.KNOWN, Op.UNKNOWN)
                : List.of(Op.EQUAL, Op.NOT_EQUAL, Op.IN, Op.KNOWN, Op.UNKNOWN));
        List<Literal> literals = new ArrayList<>();
        int count = op.asksPresence() ? 0 : op == Op.IN ? random.nextInt(3) : 1;
        for (int i = 0; i < count; i++) {
            literals.add(literal.get());
        }
        return element(code, op, literals);
    }

    private Criterion element(String code, Op op, List<Literal> literals) {
        return new Criterion.OfElement(ElementCode.of(code), op, literals, random.nextInt(5) == 0);
    }

    private static Literal words(String text) {
        return new Literal.Words(text);
    }

    private static Literal number(long number) {
        return new Literal.Number(BigDecimal.valueOf(number));
    }

    private List<Given> several(Supplier<Given> one) {
        List<Given> several = new ArrayList<>();
        int count = Math.max(0, random.nextInt(4) - 1);
        for (int i = 0; i < count; i++) {
            Given some = one.get();
            several.add(new Given(some.values(), some.regions(), some.links(),
                    new CriterionRows.Way(sometimes(), sometimes(), random.nextInt(5) == 0)));
        }
        return several;
    }

    /** A day among those of evaluation, or none. */
    private LocalDate sometimes() {
        return random.nextInt(3) > 0 ? null : LocalDate.of(2026, 1, 1).plusDays(random.nextInt(900));
    }

    private String oneOf(String... of) {
        return of[random.nextInt(of.length)];
    }

    private <T> T oneOf(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
