package org.hutong.resource;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.kernel.Criterion;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Persons by criterion and region, in SQL. */
@Component
public class PersonQuery {
    private static final String ALIAS = "person";
    /** The table that conditions of this class are about. */
    public static final Table<Record> PERSON = DSL.table(DSL.name("resource", "person")).as(ALIAS);
    public static final Field<Integer> HOME = DSL.field(DSL.name(ALIAS, "home"), SQLDataType.INTEGER);
    public static final Field<UUID> ID = DSL.field(DSL.name(ALIAS, "id"), SQLDataType.UUID);
    public static final Field<String> NAME = DSL.field(DSL.name(ALIAS, "name"), SQLDataType.CLOB);
    private static final Actor READER = new Actor.Background("person-query");
    static final Field<Long> GRID = DSL.field(DSL.name(ALIAS, "grid"), SQLDataType.BIGINT);
    static final Field<byte[]> PROV = DSL.field(DSL.name(ALIAS, "prov"), SQLDataType.BLOB);

    private final Scoped scoped;
    private final ElementColumns columns;
    private final PersonIndex index;

    PersonQuery(Scoped scoped, ElementColumns columns, PersonIndex index) {
        this.scoped = scoped;
        this.columns = columns;
        this.index = index;
    }

    /**
     * How many persons within the actor's scope belong to a region and make a criterion true. What links lead to decides wherever it lies, as on
     * the board.
     */
    public long count(Actor actor, Criterion criterion, RegionRelation relation, RegionCode region, LocalDate day) {
        return index.count(actor, whole(criterion, relation, region), day).orElseGet(() -> countInSql(actor, criterion, relation, region, day));
    }

    /** The same, always from the database. */
    long countInSql(Actor actor, Criterion criterion, RegionRelation relation, RegionCode region, LocalDate day) {
        return scoped.read(chooser(actor), dsl -> dsl.selectCount().from(PERSON).where(condition(criterion, relation, region, day)).and(within(actor))
                .fetchSingle().value1());
    }

    /**
     * Who chooses people by a criterion on behalf of an actor: the system. A criterion may walk over links to a guardian or a dwelling elsewhere,
     * which decides and is shown to nobody; so a statement run by this actor says {@link #within} itself and yields keys or figures only.
     */
    static Actor chooser(Actor actor) {
        return actor instanceof Actor.Background ? actor : READER;
    }

    /** The persons within an actor's scope, as row-level security has it. */
    static Condition within(Actor actor) {
        return switch (actor) {
            case Actor.Background ignored -> DSL.trueCondition();
            case Actor.Officer officer -> in(officer.region(), "resides_in").or(in(officer.region(), "registered_in"));
            case Actor.Resident resident -> DSL.row(HOME, ID).in(Stream.concat(Stream.of(resident.person()), resident.others().stream())
                    .map(one -> DSL.row(one.home(), one.id())).toList());
        };
    }

    private static Condition in(RegionCode region, String column) {
        return region(column).between(region.first(), region.last());
    }

    /** True for persons on file who belong to the region by the relation and for whom the criterion is true. */
    public Condition condition(Criterion criterion, RegionRelation relation, RegionCode region, LocalDate day) {
        return CriterionSql.compile(whole(criterion, relation, region), columns, ALIAS, day).isTrue().and(living());
    }

    private static Criterion whole(Criterion criterion, RegionRelation relation, RegionCode region) {
        return new Criterion.All(List.of(new Criterion.Within(region, relation), criterion));
    }

    /** The number of the region by which a person is counted for a relation; 15 digits, null when not known. */
    public static Field<Long> regionOf(RegionRelation relation) {
        return switch (relation) {
            case RESIDES_IN -> region("resides_in");
            case REGISTERED_IN -> region("registered_in");
            case WORKS_IN -> region("works_in");
            case OWNS -> throw new IllegalArgumentException("a person may own dwellings in several regions");
        };
    }

    /**
     * Where a person counts for a relation on a board: the region belonged to directly. Who owns dwellings in several regions of the reach counts in
     * that with the lowest number, so that nobody counts twice.
     *
     * @param reach the region of the application; matters for what is owned only
     * @return 15 digits, null when not known
     */
    public static Field<Long> placeOf(RegionRelation relation, RegionCode reach, LocalDate day) {
        if (relation != RegionRelation.OWNS) {
            return regionOf(relation);
        }
        return DSL.field("(select min(d.region) from resource.link o join resource.dwelling m on m.home = o.home and m.id = o.from_id"
                        + " join resource.dwelling d on d.home = m.home and d.id = coalesce(m.merged_into, m.id) where o.to_home = {0} and o.to_id = {1}"
                        + " and o.kind = 'owner' and {2} and d.region between {3} and {4})", SQLDataType.BIGINT, HOME, ID,
                SubjectStore.holds(DSL.name("o", "since"), DSL.name("o", "until"), day), DSL.val(reach.first()), DSL.val(reach.last()));
    }

    /** True for persons whose phone number is on file. */
    public static Condition withPhone() {
        return DSL.field(DSL.name(ALIAS, "mobile")).isNotNull();
    }

    private static Field<Long> region(String column) {
        return DSL.field(DSL.name(ALIAS, column), SQLDataType.BIGINT);
    }

    /** Not merged into another, not erased, not dead and not said to be dead. */
    static Condition living() {
        return DSL.field(DSL.name(ALIAS, "merged_into")).isNull().and(DSL.field(DSL.name(ALIAS, "erased_at")).isNull())
                .and(DSL.field(DSL.name(ALIAS, "death_date")).isNull())
                .and(DSL.condition("not exists (select from published.reported_dead d where d.home = {0} and d.subject = {1})", HOME, ID));
    }
}
