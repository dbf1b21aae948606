package org.hutong.resource;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

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
    static final Field<byte[]> PROV = DSL.field(DSL.name(ALIAS, "prov"), SQLDataType.BLOB);

    private final Scoped scoped;
    private final ElementColumns columns;

    PersonQuery(Scoped scoped, ElementColumns columns) {
        this.scoped = scoped;
        this.columns = columns;
    }

    /** How many persons of a region a criterion is true for, as far as the actor's scope reaches. */
    public long count(Actor actor, Criterion criterion, RegionRelation relation, RegionCode region, LocalDate day) {
        return scoped.read(actor, dsl -> dsl.selectCount().from(PERSON).where(condition(criterion, relation, region, day)).fetchSingle().value1());
    }

    /** True for persons on file who belong to the region by the relation and for whom the criterion is true. */
    public Condition condition(Criterion criterion, RegionRelation relation, RegionCode region, LocalDate day) {
        Criterion whole = new Criterion.All(List.of(new Criterion.Within(region, relation), criterion));
        return CriterionSql.compile(whole, columns, ALIAS, day).isTrue().and(living());
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

    private static Field<Long> region(String column) {
        return DSL.field(DSL.name(ALIAS, column), SQLDataType.BIGINT);
    }

    /** Not merged into another, not erased, not dead. */
    private static Condition living() {
        return DSL.field(DSL.name(ALIAS, "merged_into")).isNull().and(DSL.field(DSL.name(ALIAS, "erased_at")).isNull())
                .and(DSL.field(DSL.name(ALIAS, "death_date")).isNull());
    }
}
