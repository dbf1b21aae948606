package org.hutong.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.hutong.access.Actor;
import org.hutong.access.Role;
import org.hutong.access.Scoped;
import org.hutong.app.testing.ServerTest;
import org.hutong.catalogue.Catalogue;
import org.hutong.kernel.Criterion;
import org.hutong.kernel.Criterion.Op;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.hutong.kernel.Value;
import org.hutong.region.Regions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

/** Counts in memory give what SQL gives, whatever was recorded since. */
@ServerTest
class PersonIndexTest {
    private static final Actor SYSTEM = new Actor.Background("test");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final RegionCode DISTRICT = RegionCode.of("320685000000");
    private static final RegionCode STREET = RegionCode.of("320685001000");
    private static final List<RegionCode> PLACES = List.of(RegionCode.of("320685001001"), RegionCode.of("320685001001007"), RegionCode.of("320685001002"),
            RegionCode.of("320685002001"), RegionCode.of("320612001001"));
    private static final List<Criterion> CRITERIA = List.of(
            Criterion.everybody(),
            Criterion.element("person.age", Op.AT_LEAST, 80),
            Criterion.element("person.age", Op.LESS, 7),
            Criterion.not(Criterion.element("person.livesAlone", Op.EQUAL, true)),
            Criterion.element("person.childrenN", Op.MORE, 1),
            Criterion.element("person.height", Op.AT_MOST, "170.5"),
            Criterion.element("person.mobile", Op.KNOWN),
            Criterion.element("person.marital", Op.EQUAL, "10"),
            Criterion.any(Criterion.element("person.dibao", Op.EQUAL, true), Criterion.element("person.birthDate", Op.UNKNOWN)),
            new Criterion.OfElement(ElementCode.of("person.dibao"), Op.KNOWN, List.of(), true),
            Criterion.within(DISTRICT, RegionRelation.REGISTERED_IN));

    @Autowired
    private PersonIndex index;
    @Autowired
    private PersonQuery people;
    @Autowired
    private Townsfolk town;
    @Autowired
    private Assertions assertions;
    @Autowired
    private Subjects subjects;
    @Autowired
    private Scoped scoped;
    @Autowired
    private Catalogue catalogue;
    @Autowired
    private Regions regions;

    @AfterEach
    void others() {
        index.forget();
    }

    private static Actor officer(RegionCode region) {
        return new Actor.Officer(Uuid7.next(), "甲", Uuid7.next(), "岗位", region, "health", Set.of(Role.OFFICER));
    }

    private void agrees() {
        for (Actor actor : List.of(SYSTEM, officer(DISTRICT), officer(STREET))) {
            for (Criterion criterion : CRITERIA) {
                for (RegionRelation relation : List.of(RegionRelation.RESIDES_IN, RegionRelation.REGISTERED_IN, RegionRelation.WORKS_IN)) {
                    Criterion whole = Criterion.all(Criterion.within(DISTRICT, relation), criterion);
                    assertThat(index.count(actor, whole, DAY)).as("%s by %s: %s", actor, relation, criterion)
                            .hasValue(people.countInSql(actor, criterion, relation, DISTRICT, DAY));
                }
            }
        }
    }

    /** Asks for every column, has them read and goes on only with all of them in memory. */
    private void warm() {
        index.buildNow();
        for (int i = 0; i < 2; i++) {
            CRITERIA.forEach(criterion -> index.count(officer(STREET), Criterion.all(Criterion.within(DISTRICT, RegionRelation.WORKS_IN), criterion), DAY));
            index.loadRequested();
        }
    }

    private SubjectId somebody(Random random) {
        return town.person(PLACES.get(random.nextInt(PLACES.size())), LocalDate.of(1930 + random.nextInt(95), 1 + random.nextInt(12), 1 + random.nextInt(28)));
    }

    private void something(SubjectId person, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> town.says(person, Map.of("person.livesAlone", new Value.YesNo(random.nextBoolean())));
            case 1 -> town.says(person, Map.of("person.childrenN", new Value.Int(random.nextInt(4))));
            case 2 -> town.says(person, Map.of("person.height", new Value.Dec(new BigDecimal("170").add(new BigDecimal(random.nextInt(20)).movePointLeft(1)))));
            case 3 -> town.says(person, Map.of("person.mobile", new Value.Text("1990000" + (1000 + random.nextInt(9000)))));
            case 4 -> town.says(person, Map.of("person.marital", new Value.Code(random.nextBoolean() ? "10" : "20")));
            case 5 -> town.registered(person, Map.of("person.dibao", new Value.YesNo(random.nextBoolean())));
            case 6 -> town.says(person, Map.of("person.region", new Value.Region(PLACES.get(random.nextInt(PLACES.size())))));
            default -> town.registered(person, Map.of("person.deathDate", new Value.Day(DAY.minusDays(random.nextInt(900)))));
        }
    }

    @Test
    void whatIsRecordedLaterCountsAfterCatchingUp() {
        long seed = Long.getLong("hutong.seed", System.nanoTime());
        Random random = new Random(seed);
        List<SubjectId> persons = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            persons.add(somebody(random));
            something(persons.getLast(), random);
        }
        warm();
        agrees();
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 30; i++) {
                if (random.nextInt(5) == 0) {
                    persons.add(somebody(random));
                }
                something(persons.get(random.nextInt(persons.size())), random);
            }
            index.catchUp();
            agrees();
        }
    }

    @Test
    void whatIsTakenBackNoLongerCounts() {
        SubjectId person = town.person(PLACES.getFirst(), LocalDate.of(1940, 5, 5));
        warm();
        Criterion alone = Criterion.all(Criterion.within(DISTRICT, RegionRelation.RESIDES_IN), Criterion.not(Criterion.element("person.livesAlone", Op.EQUAL, true)));
        long before = index.count(SYSTEM, alone, DAY).orElseThrow();
        town.says(person, Map.of("person.livesAlone", new Value.YesNo(false)));
        index.catchUp();
        assertThat(index.count(SYSTEM, alone, DAY)).hasValue(before + 1);
        UUID act = subjects.held(SYSTEM, person, Set.of(ElementPath.of("person.livesAlone"))).orElseThrow().values().values().iterator().next().act();
        assertThat(assertions.retract(SYSTEM, person, act, Set.of(ElementCode.of("person.livesAlone")))).isTrue();
        index.catchUp();
        assertThat(index.count(SYSTEM, alone, DAY)).hasValue(before);
    }

    @Test
    void aTransactionThatBeganEarlierAndEndedLaterIsNotMissed() throws Exception {
        SubjectId slow = town.person(PLACES.getFirst(), LocalDate.of(1941, 5, 5));
        SubjectId quick = town.person(PLACES.getFirst(), LocalDate.of(1942, 5, 5));
        warm();
        Criterion alone = Criterion.all(Criterion.within(DISTRICT, RegionRelation.RESIDES_IN), Criterion.element("person.livesAlone", Op.EQUAL, true));
        long before = index.count(SYSTEM, alone, DAY).orElseThrow();
        CountDownLatch said = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Thread late = Thread.ofPlatform().start(() -> scoped.write(SYSTEM, dsl -> {
            town.says(slow, Map.of("person.livesAlone", new Value.YesNo(true)));
            said.countDown();
            try {
                return go.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        assertThat(said.await(30, TimeUnit.SECONDS)).isTrue();
        town.says(quick, Map.of("person.livesAlone", new Value.YesNo(true)));
        index.catchUp();
        assertThat(index.count(SYSTEM, alone, DAY)).hasValue(before + 1);
        go.countDown();
        late.join();
        index.catchUp();
        assertThat(index.count(SYSTEM, alone, DAY)).hasValue(before + 2);
    }

    @Test
    void whatItCannotCountIsLeftToTheDatabase() {
        warm();
        assertThat(index.count(SYSTEM, Criterion.linked("guardian", Criterion.everybody()), DAY)).isEmpty();
        assertThat(index.count(SYSTEM, Criterion.element("person.mobile", Op.EQUAL, "19900000001"), DAY)).isEmpty();
        assertThat(index.count(SYSTEM, Criterion.element("person.name", Op.CONTAINS, "王"), DAY)).isEmpty();
        assertThat(index.count(SYSTEM, Criterion.within(DISTRICT, RegionRelation.OWNS), DAY)).isEmpty();
        town.person(PLACES.getFirst(), LocalDate.of(1950, 1, 1));
        assertThat(people.count(SYSTEM, Criterion.element("person.name", Op.KNOWN), RegionRelation.RESIDES_IN, DISTRICT, DAY)).isPositive();
    }

    @Test
    void aSmallTownIsCountedInTheDatabase() {
        index.forget();
        town.person(PLACES.getFirst(), LocalDate.of(1950, 1, 1));
        index.buildIfWorthwhile();
        assertThat(index.count(SYSTEM, Criterion.within(DISTRICT, RegionRelation.RESIDES_IN), DAY)).isEmpty();
        PersonIndex always = new PersonIndex(scoped, catalogue, regions, Clock.systemUTC(), new CountSettings(1, DataSize.ofMegabytes(1), Duration.ofMillis(500)));
        always.buildIfWorthwhile();
        assertThat(always.count(SYSTEM, Criterion.within(DISTRICT, RegionRelation.RESIDES_IN), DAY)).isPresent();
    }

    @Test
    void aDecimalFinerThanItKeepsIsCountedInTheDatabaseOnly() {
        SubjectId person = town.person(PLACES.getFirst(), LocalDate.of(1950, 1, 1));
        town.says(person, Map.of("person.incomeYear", new Value.Dec(new BigDecimal("1.00001"))));
        warm();
        Criterion poor = Criterion.element("person.incomeYear", Op.AT_MOST, "2");
        assertThat(index.count(SYSTEM, poor, DAY)).isEmpty();
        index.loadRequested();
        assertThat(index.count(SYSTEM, poor, DAY)).isEmpty();
        index.catchUp();
        assertThat(people.count(SYSTEM, poor, RegionRelation.RESIDES_IN, DISTRICT, DAY)).isPositive();
    }

    @Test
    void theFirstValidSecondIsWhereAValueExpires() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            Period period = List.of(Period.ofMonths(1), Period.ofMonths(6), Period.ofYears(1), Period.ofDays(90), Period.of(1, 1, 1)).get(random.nextInt(5));
            Instant now = ZonedDateTime.of(2024 + random.nextInt(4), 1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(24), random.nextInt(60), random.nextInt(60),
                    0, ZoneId.of("Asia/Shanghai")).toInstant().plusSeconds(86_400L * random.nextInt(4));
            Instant first = PersonElements.firstValid(period, now);
            assertThat(CurrentValue.expired(period, first, now)).isFalse();
            assertThat(CurrentValue.expired(period, first.minusSeconds(1), now)).isTrue();
        }
    }
}
