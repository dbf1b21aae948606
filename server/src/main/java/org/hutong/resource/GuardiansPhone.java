package org.hutong.resource;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hutong.kernel.Value;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** A minor without a phone is reached by the phone of a guardian (Civil Code 17 and 27: under 18 years). */
public final class GuardiansPhone {
    private static final int ADULT = 18;
    static final Field<Integer> WARD_HOME = DSL.field(DSL.name("ward", "home"), SQLDataType.INTEGER);
    static final Field<UUID> WARD = DSL.field(DSL.name("ward", "id"), SQLDataType.UUID);
    static final Field<Integer> HOME = DSL.field(DSL.name("guardian", "home"), SQLDataType.INTEGER);
    static final Field<UUID> ID = DSL.field(DSL.name("guardian", "id"), SQLDataType.UUID);
    static final List<Field<?>> FIRST = List.of(DSL.field(DSL.name("guards", "created_at")), DSL.field(DSL.name("guards", "id")));
    static final Table<?> OF_WARDS = DSL.table("resource.person as ward"
            + " join resource.link as guards on guards.home = ward.home and guards.from_id = ward.id and guards.kind = 'guardian'"
            + " join resource.person as guardian on guardian.home = guards.to_home and guardian.id = guards.to_id");

    private GuardiansPhone() {
    }

    /** True where the ward is a minor without a phone, and the guardian a living person with one. */
    static Condition reaches(LocalDate day) {
        return DSL.condition("ward.mobile is null and ward.birth_date > {0} and guardian.mobile is not null and guardian.death_date is null and guardian.erased_at is null"
                        + " and guardian.merged_into is null and not exists (select from published.reported_dead d where d.home = guardian.home and d.subject = guardian.id)",
                DSL.val(Value.PartialDay.of(day.minusYears(ADULT)).number())).and(SubjectStore.holds(DSL.name("guards", "since"), DSL.name("guards", "until"), day));
    }

    /**
     * Where the guardians are on file by whose phone a person of {@link PersonQuery#PERSON} is reached: where they live and are registered, 15 digits
     * each or null. Empty for adults and for who has a phone.
     */
    public static Field<Long[]> places(LocalDate day) {
        return DSL.field("array(select unnest(array[guardian.resides_in, guardian.registered_in]) from {0} where {1} and {2})", SQLDataType.BIGINT.array(), OF_WARDS,
                DSL.row(WARD_HOME, WARD).eq(PersonQuery.HOME, PersonQuery.ID), reaches(day));
    }
}
