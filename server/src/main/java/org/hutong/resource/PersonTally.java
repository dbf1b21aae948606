package org.hutong.resource;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.kernel.Criterion;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Counts the people of an audience, and who of all people has done what it asks, by the region they belong to today: counts only, nobody by
 * name. Works as the system, since the figures of one application are worked out once and every officer is shown those of the own region.
 */
@Component
public class PersonTally {
    private static final Actor COUNTER = new Actor.Background("person-tally");
    private static final Field<Long> PLACE = DSL.field(DSL.name("place"), SQLDataType.BIGINT);
    private static final Field<Boolean> FREE = DSL.field(DSL.name("free"), SQLDataType.BOOLEAN);
    private static final int LEFT = 0;
    private static final int DONE = 1;
    private static final int CONTESTED = 2;
    private static final int BEFORE = 3;

    private final Scoped scoped;
    private final Catalogue catalogue;
    private final PersonQuery people;

    PersonTally(Scoped scoped, Catalogue catalogue, PersonQuery people) {
        this.scoped = scoped;
        this.catalogue = catalogue;
        this.people = people;
    }

    /**
     * What shows that a person has done what is asked: at most one row for a person.
     *
     * @param of       the table of such rows
     * @param person   joins it to {@link PersonQuery#PERSON}
     * @param notAsked true of a row for which the person had to answer nothing
     * @param xact     the transaction that wrote a row, an {@code xid8}
     * @param before   where the person belonged when it was done, null where the row does not keep it
     */
    public record Done(Table<?> of, Condition person, Condition notAsked, Field<?> xact, @Nullable Field<Long> before) {
    }

    /**
     * @param left      people of the audience who have not done it
     * @param done      people on file who have, in the audience still or not
     * @param notAsked  of those, how many had to answer nothing
     * @param contested people of the audience of whom a value of one of the elements is being decided
     */
    public record Tally(long left, long done, long notAsked, long contested) {
        private static final Tally ZERO = new Tally(0, 0, 0, 0);

        /** Both together. */
        public Tally plus(Tally other) {
            return new Tally(left + other.left, done + other.done, notAsked + other.notAsked, contested + other.contested);
        }

        private Tally plus(int kind, long people, long free) {
            return switch (kind) {
                case LEFT -> new Tally(left + people, done, notAsked, contested);
                case DONE -> new Tally(left, done + people, notAsked + free, contested);
                default -> new Tally(left, done, notAsked, contested + people);
            };
        }
    }

    /**
     * @param snapshot what was committed when it was counted, a {@code pg_snapshot}
     * @param byRegion by number of the region; people without a region by the relation are left out
     */
    public record Counted(String snapshot, Map<Long, Tally> byRegion) {
    }

    /**
     * @param relation how the people of the audience belong to the region
     * @param by       by which relation they are counted
     * @param asked    the elements whose being contested counts
     */
    public Counted byRegion(Criterion criterion, RegionRelation relation, RegionCode region, LocalDate day, RegionRelation by, Set<ElementPath> asked,
            Done done) {
        Field<Long> at = PersonQuery.placeOf(by, region, day).as(PLACE);
        Condition audience = people.condition(criterion, relation, region, day);
        Integer[] elements = asked.stream().filter(path -> path.link().isEmpty()).map(path -> catalogue.element(path.element()))
                .flatMap(Optional::stream).map(DataElement::no).distinct().toArray(Integer[]::new);
        Condition open = DSL.condition("exists (select 1 from resource.correction c where c.home = {0} and c.subject = {1}"
                + " and c.closed_at is null and c.element = any ({2}))", PersonQuery.HOME, PersonQuery.ID, DSL.val(elements));
        Select<Record4<Integer, Long, Integer, Integer>> counts = grouped(LEFT, DSL.select(at).from(PersonQuery.PERSON).where(audience)
                .and(DSL.notExists(DSL.selectOne().from(done.of).where(done.person))))
                .unionAll(finished(at, done, DSL.trueCondition()));
        if (elements.length > 0) {
            counts = counts.unionAll(grouped(CONTESTED, DSL.select(at).from(PersonQuery.PERSON).where(audience).and(open)));
        }
        // One statement, so that whoever has answered is counted either as left or as done.
        Map<Long, Tally> tallies = new HashMap<>();
        String snapshot = read(counts, row -> add(tallies, row));
        return new Counted(snapshot, tallies);
    }

    /**
     * What has been done between two snapshots.
     *
     * @param snapshot the later one
     * @param before   how many who did it belonged where when they did it, the dead among them
     * @param now      how many who did it belong where today
     */
    public record Since(String snapshot, Map<Long, Long> before, Map<Long, Tally> now) {
    }

    /**
     * Who has done it since a snapshot. A row whose transaction lies ahead of this cluster's was restored from another one: it has long been
     * counted.
     */
    public Since since(String snapshot, RegionRelation by, RegionCode region, LocalDate day, Done done) {
        Field<Long> at = PersonQuery.placeOf(by, region, day);
        Condition later = DSL.condition("{0} >= pg_snapshot_xmin({1}::text::pg_snapshot) and not pg_visible_in_snapshot({0}, {1}::text::pg_snapshot)"
                + " and pg_visible_in_snapshot({0}, pg_current_snapshot())", done.xact, DSL.val(snapshot));
        Field<Long> before = done.before == null ? at : DSL.coalesce(done.before, at);
        var both = finished(at.as(PLACE), done, later).unionAll(DSL.select(DSL.inline(BEFORE), PLACE, DSL.count(), DSL.inline(0))
                .from(DSL.select(before.as(PLACE)).from(PersonQuery.PERSON).join(done.of).on(done.person).where(later).asTable("t"))
                .where(PLACE.isNotNull()).groupBy(PLACE));
        Map<Long, Long> then = new HashMap<>();
        Map<Long, Tally> tallies = new HashMap<>();
        String seen = read(both, row -> {
            if (row.get("kind", Integer.class) == BEFORE) {
                then.put(row.get("place", Long.class), row.get("people", Long.class));
            } else {
                add(tallies, row);
            }
        });
        return new Since(seen, then, tallies);
    }

    /** Reads in one statement, so that all of it is of one snapshot. @return that snapshot */
    private String read(Select<Record4<Integer, Long, Integer, Integer>> counts, Consumer<Record> each) {
        Table<?> now = DSL.select(DSL.field("pg_current_snapshot()::text", String.class).as("snapshot")).asTable("now");
        return scoped.read(COUNTER, dsl -> {
            String snapshot = "";
            for (Record row : dsl.select().from(now).leftJoin(counts.asTable("u", "kind", "place", "people", "free")).on(DSL.trueCondition())) {
                snapshot = row.get("snapshot", String.class);
                if (row.get("place", Long.class) != null) {
                    each.accept(row);
                }
            }
            return snapshot;
        });
    }

    private static void add(Map<Long, Tally> tallies, Record row) {
        tallies.merge(row.get("place", Long.class), Tally.ZERO.plus(row.get("kind", Integer.class), row.get("people", Long.class), row.get("free", Long.class)),
                Tally::plus);
    }

    private static Select<Record4<Integer, Long, Integer, Integer>> grouped(int kind, Select<Record1<Long>> places) {
        return DSL.select(DSL.inline(kind), PLACE, DSL.count(), DSL.inline(0)).from(places.asTable("t")).where(PLACE.isNotNull()).groupBy(PLACE);
    }

    private static Select<Record4<Integer, Long, Integer, Integer>> finished(Field<Long> at, Done done, Condition which) {
        return DSL.select(DSL.inline(DONE), PLACE, DSL.count(), DSL.count().filterWhere(FREE))
                .from(DSL.select(at, DSL.field(done.notAsked).as(FREE)).from(PersonQuery.PERSON).join(done.of).on(done.person)
                        .where(which).and(PersonQuery.living()).asTable("t"))
                .where(PLACE.isNotNull()).groupBy(PLACE);
    }
}
