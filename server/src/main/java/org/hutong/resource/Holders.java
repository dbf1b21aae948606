package org.hutong.resource;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.catalogue.ResourceType;
import org.hutong.kernel.Criterion;
import org.hutong.kernel.Criterion.Op;
import org.hutong.kernel.RegionRelation;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** How many subjects hold a value of an element: a count within the officer's scope, nobody by name. */
@Component
public class Holders {
    /** Other subjects than persons are not counted in memory, and nobody has to know more exactly. */
    public static final int MOST = 10_000;

    private final Scoped scoped;
    private final Catalogue catalogue;
    private final PersonQuery people;

    Holders(Scoped scoped, Catalogue catalogue, PersonQuery people) {
        this.scoped = scoped;
        this.catalogue = catalogue;
        this.people = people;
    }

    /** @param more whether there are more than {@link #MOST}, and the count stopped there */
    public record Count(long count, boolean more) {
    }

    /** Empty for what is never held but always worked out. Persons are those who live in the officer's region. */
    public Optional<Count> of(Actor.Officer officer, DataElement element, LocalDate day) {
        if (element.virtual()) {
            return Optional.empty();
        }
        if (element.code().resourceType().equals("person")) {
            Criterion known = new Criterion.OfElement(element.code(), Op.KNOWN, List.of(), false);
            return Optional.of(new Count(people.count(officer, known, RegionRelation.RESIDES_IN, officer.region(), day), false));
        }
        ResourceType type = catalogue.resourceType(element.code().resourceType()).orElseThrow();
        Condition held = DSL.field(DSL.name("t", element.column())).isNotNull();
        Condition kind = type.table().equals("link") ? DSL.field(DSL.name("t", "kind"), String.class).eq(type.code()) : DSL.trueCondition();
        int found = scoped.read(officer, dsl -> dsl.selectCount().from(DSL.selectOne().from(DSL.table(DSL.name("resource", type.table())).as("t"))
                .where(held).and(kind).limit(MOST + 1).asTable("some")).fetchSingle().value1());
        return Optional.of(new Count(Math.min(found, MOST), found > MOST));
    }
}
