package org.hutong.resource;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;
import org.hutong.kernel.SubjectId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record5;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The SQL of {@link Standings}: provenance columns of many persons, and of what they are linked to. */
final class StandingStore {
    private StandingStore() {
    }

    /**
     * What the standings of one subject's elements follow from.
     *
     * @param grid   number of the grid lived in, null when not known and for what is no person
     * @param region number of the place lived in, likewise
     */
    record Known(byte[] provenance, Long grid, Long region) {
    }

    /** One person who is looked at. */
    record Person(SubjectId id, Known known) {
    }

    /**
     * The people of an audience, or those of some places drawn from it when they are more than {@code most}. The draw depends on the
     * region only, so that an officer who looks twice sees the same figures.
     */
    static List<Person> people(DSLContext dsl, Condition audience, RegionRelation relation, RegionCode region, long population, int most) {
        Condition looked = audience;
        if (population > most && relation != RegionRelation.OWNS) {
            List<Long> places = places(dsl, PersonQuery.regionOf(relation), region);
            Collections.shuffle(places, new Random(region.number()));
            int drawn = (int) Math.max(1, Math.ceilDiv(most * (long) places.size(), population));
            looked = audience.and(PersonQuery.regionOf(relation).in(places.subList(0, drawn)));
        }
        SelectConditionStep<Record5<Integer, UUID, byte[], Long, Long>> query = dsl.select(PersonQuery.HOME, PersonQuery.ID, PersonQuery.PROV,
                PersonQuery.GRID, PersonQuery.regionOf(RegionRelation.RESIDES_IN))
                .from(PersonQuery.PERSON).where(looked);
        return (population > most ? query.limit(2 * most) : query)
                .fetch(row -> new Person(new SubjectId(row.value1(), row.value2()), new Known(row.value3(), row.value4(), row.value5())));
    }

    /** The regions that somebody of the subtree belongs to directly: as many index probes as there are regions, not rows. */
    private static List<Long> places(DSLContext dsl, Field<Long> relation, RegionCode region) {
        return dsl.resultQuery("with recursive place as (select min({0}) as code from resource.person where {0} between {1} and {2}"
                        + " union all select (select min({0}) from resource.person where {0} > place.code and {0} <= {2})"
                        + " from place where place.code is not null) select code from place where code is not null",
                relation.getUnqualifiedName(), DSL.val(region.first()), DSL.val(region.last())).fetch(0, Long.class);
    }

    /** The provenance of what each person reaches by a way; who reaches nothing is absent. */
    static Map<SubjectId, Known> ends(DSLContext dsl, List<Person> people, Way way, LocalDate day) {
        Integer[] homes = people.stream().map(person -> person.id().home()).toArray(Integer[]::new);
        UUID[] ids = people.stream().map(person -> person.id().id()).toArray(UUID[]::new);
        Field<Integer[]> homeBind = DSL.val(homes, SQLDataType.INTEGER.array());
        Field<UUID[]> idBind = DSL.val(ids, SQLDataType.UUID.array());
        String from = " from unnest({0}, {1}) as p(home, id) join resource.link l on l.home = p.home and l.from_id = p.id and l.kind = {2}"
                + " and {5} and ({7} = '' or l.qualifier = {7})";
        String order = " order by p.home, p.id, array_position(array['living', 'registered', 'common', 'collective'], l.qualifier) nulls last,"
                + " l.created_at, l.id";
        String end;
        String further = "";
        if (way.second() != null) {
            further = way.backwards()
                    ? " join resource.link m on m.to_home = l.to_home and m.to_id = l.to_id and m.kind = {3} and {6} and m.from_id <> p.id"
                    : " join resource.link m on m.home = l.to_home and m.from_id = l.to_id and m.kind = {3} and {6}";
            order += ", m.created_at, m.id";
            end = way.backwards() ? "m.home and t.id = m.from_id" : "m.to_home and t.id = m.to_id";
        } else {
            end = "l.to_home and t.id = l.to_id";
        }
        boolean link = way.table().equals("link");
        String sql = "select distinct on (p.home, p.id) p.home, p.id, " + (link ? "l.prov" : "t.prov")
                + (way.table().equals("person") ? ", t.grid, t.resides_in" : ", null::bigint, null::bigint") + from + further
                + (link ? "" : " join {4} t on t.home = " + end) + order;
        Map<SubjectId, Known> ends = new HashMap<>();
        dsl.resultQuery(sql, homeBind, idBind, DSL.val(way.first()), DSL.val(way.second() == null ? "" : way.second()),
                        DSL.name("resource", way.table()), SubjectStore.holds(DSL.name("l", "since"), DSL.name("l", "until"), day),
                        SubjectStore.holds(DSL.name("m", "since"), DSL.name("m", "until"), day), DSL.val(way.household()))
                .forEach(row -> ends.put(new SubjectId(row.get(0, Integer.class), row.get(1, UUID.class)), new Known(row.get(2, byte[].class), row.get(3, Long.class), row.get(4, Long.class))));
        return ends;
    }
}
