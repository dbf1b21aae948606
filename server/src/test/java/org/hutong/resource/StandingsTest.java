package org.hutong.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.app.testing.ServerTest;
import org.hutong.catalogue.Catalogue;
import org.hutong.kernel.Criterion;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.hutong.kernel.Value;
import org.hutong.manifest.web.Drafting;
import org.hutong.resource.Standings.Count;
import org.hutong.resource.Standings.Picture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How well elements are known of many people at once agrees with how they are known of each. */
@ServerTest
class StandingsTest {
    private static final LocalDate TODAY = LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"));
    private static final Actor SYSTEM = new Actor.Background("test");
    @Autowired
    private Standings standings;
    @Autowired
    private Subjects subjects;
    @Autowired
    private Townsfolk town;
    @Autowired
    private Drafting places;
    @Autowired
    private Scoped scoped;
    @Autowired
    private Catalogue catalogue;

    @Test
    void eachStandingIsCountedAsItIsForThePerson() {
        RegionCode grid = places.freshGrid();
        List<SubjectId> people = java.util.stream.Stream.generate(() -> town.person(grid, LocalDate.of(2015, 1, 2))).limit(5).toList();
        Instant longAgo = Instant.now().minus(Duration.ofDays(800));
        town.says(people.get(0), Map.of("person.mobile", new Value.Text("14000000001"), "person.address", new Value.Text("一号")));
        town.state(people.get(1), SourceKind.RESIDENT, Means.SELF, longAgo, Map.of("person.mobile", new Value.Text("14000000002")));
        town.says(people.get(2), Map.of("person.address", new Value.Text("二号")));
        town.state(people.get(2), SourceKind.OFFICER, Means.PHONE, Instant.now(), Map.of("person.address", new Value.Text("三号")));
        town.says(people.get(3), Map.of("guardian/person.mobile", new Value.Text("14000000003"), "household.size", new Value.Int(4)));
        Set<ElementPath> paths = paths("person.name", "person.age", "person.mobile", "person.address", "person.allergy",
                "guardian/person.mobile", "guardian/person.name", "household.size", "member.relationToHead", "head/person.name", "owner/person.name");

        Picture picture = standings.of(Criterion.everybody(), RegionRelation.RESIDES_IN, grid, TODAY, paths);

        assertThat(picture.population()).isEqualTo(5);
        assertThat(picture.withoutPhone()).isEqualTo(3);
        assertThat(picture.looked()).isEqualTo(5);
        assertThat(picture.byPath()).containsOnlyKeys(paths);
        assertThat(count(picture, "person.name")).isEqualTo(new Count(5, 0, 0, 0, 0));
        assertThat(count(picture, "person.age")).isEqualTo(new Count(0, 0, 0, 5, 0));
        assertThat(count(picture, "person.mobile")).isEqualTo(new Count(1, 1, 0, 0, 3));
        assertThat(count(picture, "person.address")).isEqualTo(new Count(1, 0, 1, 0, 3));
        assertThat(count(picture, "person.allergy")).isEqualTo(new Count(0, 0, 0, 0, 5));
        assertThat(count(picture, "guardian/person.mobile")).isEqualTo(new Count(1, 0, 0, 0, 4));
        assertThat(count(picture, "household.size")).isEqualTo(new Count(1, 0, 0, 0, 4));
        paths.forEach(path -> assertThat(picture.byPath().get(path)).as(path.toString()).isEqualTo(oneByOne(people, path)));
    }

    @Test
    void theHouseholdThatIsMeantIsCounted() {
        RegionCode grid = places.freshGrid();
        List<SubjectId> people = java.util.stream.Stream.generate(() -> town.person(grid, LocalDate.of(1985, 1, 2))).limit(3).toList();
        town.says(people.get(0), Map.of("household.size", new Value.Int(4)));
        ElementPath any = ElementPath.of("household.size");
        Set<ElementPath> paths = Set.of(any, any.inHousehold("living"), any.inHousehold("registered"), ElementPath.of("member.relationToHead").inHousehold("common"));
        Picture picture = standings.of(Criterion.everybody(), RegionRelation.RESIDES_IN, grid, TODAY, paths);
        assertThat(picture.byPath().get(any.inHousehold("living"))).isEqualTo(new Count(1, 0, 0, 0, 2));
        assertThat(picture.byPath().get(any.inHousehold("registered"))).isEqualTo(new Count(0, 0, 0, 0, 3));
        paths.forEach(path -> assertThat(picture.byPath().get(path)).as(path.toString()).isEqualTo(oneByOne(people, path)));
    }

    @Test
    void onlyTheAudienceIsLookedAt() {
        RegionCode grid = places.freshGrid();
        town.person(grid, LocalDate.of(1940, 1, 1));
        town.person(grid, LocalDate.of(2010, 1, 1));
        Criterion old = Criterion.element("person.age", Criterion.Op.AT_LEAST, 60);
        assertThat(standings.of(old, RegionRelation.RESIDES_IN, grid, TODAY, paths("person.name")).byPath())
                .containsValue(new Count(1, 0, 0, 0, 0));
        assertThat(standings.of(old, RegionRelation.REGISTERED_IN, grid, TODAY, paths("person.name")).population()).isZero();
    }

    @Test
    void ofManyPeopleSomePlacesAreDrawnAndTheSameOnesAgain() {
        RegionCode street = places.freshGrid().at(4);
        List<Long> grids = java.util.stream.LongStream.range(1, 61).map(grid -> street.number() + 1000 + grid).boxed().toList();
        invent(grids, 1_000);
        Picture picture = standings.of(Criterion.everybody(), RegionRelation.RESIDES_IN, street, TODAY, paths("person.name", "person.mobile"));
        assertThat(picture.population()).isEqualTo(60_000);
        assertThat(picture.looked()).isBetween(Standings.MOST / 2L, Standings.MOST * 2L);
        assertThat(count(picture, "person.name").held()).isEqualTo(picture.looked());
        assertThat(count(picture, "person.mobile").held() * 2.0).isBetween(picture.looked() * 0.9, picture.looked() * 1.1);
        assertThat(standings.of(Criterion.everybody(), RegionRelation.RESIDES_IN, street, TODAY, paths("person.name", "person.mobile")))
                .isEqualTo(picture);
    }

    @Test
    void tenThousandPeopleAreAllLookedAt() {
        RegionCode street = places.freshGrid().at(4);
        invent(java.util.stream.LongStream.range(1, 11).map(grid -> street.number() + 1000 + grid).boxed().toList(), 1_000);
        Set<ElementPath> paths = paths("person.name", "person.age", "person.mobile", "person.address", "person.allergy", "household.size");
        assertThat(standings.of(Criterion.everybody(), RegionRelation.RESIDES_IN, street, TODAY, paths).looked()).isEqualTo(10_000);
    }

    /** Everybody has a name, every second one a phone. */
    private void invent(List<Long> grids, int each) {
        int name = catalogue.element(ElementCode.of("person.name")).orElseThrow().no();
        int mobile = catalogue.element(ElementCode.of("person.mobile")).orElseThrow().no();
        Provenance.Act act = new Provenance.Act(Uuid7.next(), SourceKind.RESIDENT, Means.SELF, Instant.now());
        Provenance named = Provenance.empty();
        named.put(name, new Provenance.Origin(act, false, false));
        byte[] nameOnly = named.encode();
        named.put(mobile, new Provenance.Origin(act, false, false));
        byte[] both = named.encode();
        scoped.write(SYSTEM, dsl -> {
            for (long grid : grids) {
                dsl.execute("insert into resource.person (home, id, resides_in, prov, name) select 970101, gen_random_uuid(), ?,"
                        + " case when n % 2 = 0 then ?::bytea else ?::bytea end, '某某' from generate_series(1, ?) n", grid, nameOnly, both, each);
            }
            return null;
        });
    }

    private Count oneByOne(List<SubjectId> people, ElementPath path) {
        long[] counts = new long[5];
        for (SubjectId person : people) {
            HeldValue held = subjects.held(SYSTEM, person, Set.of(path)).orElseThrow().values().get(path);
            counts[held == null ? 4 : held.standing().ordinal()]++;
        }
        return new Count(counts[Standing.HELD.ordinal()], counts[Standing.HELD_OLD.ordinal()], counts[Standing.CONTESTED.ordinal()],
                counts[Standing.DERIVED.ordinal()], counts[4]);
    }

    private static Count count(Picture picture, String path) {
        return picture.byPath().get(ElementPath.of(path));
    }

    private static Set<ElementPath> paths(String... paths) {
        return Arrays.stream(paths).map(ElementPath::of).collect(Collectors.toSet());
    }
}
