package org.hutong.resource;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Counts the people of an audience by the region they belong to directly: counts only, nobody by name. Works as the system, since the
 * figures of one application are worked out once and every officer is shown those of the own region.
 */
@Component
public class PersonTally {
    private static final Actor COUNTER = new Actor.Background("person-tally");

    private final Scoped scoped;
    private final Catalogue catalogue;
    private final PersonQuery people;

    PersonTally(Scoped scoped, Catalogue catalogue, PersonQuery people) {
        this.scoped = scoped;
        this.catalogue = catalogue;
        this.people = people;
    }

    /**
     * @param contested people of whom a value of one of the elements is being decided
     */
    public record Tally(long people, long contested) {
    }

    /**
     * @param relation how the people of the audience belong to the region
     * @param by       by which relation they are counted
     * @param asked    the elements whose being contested counts
     * @return by number of the region; people without a region by that relation are left out
     */
    public Map<Long, Tally> byRegion(Criterion criterion, RegionRelation relation, RegionCode region, LocalDate day, RegionRelation by,
            Set<ElementPath> asked) {
        Field<Long> at = PersonQuery.regionOf(by);
        Set<Integer> elements = asked.stream().filter(path -> path.link().isEmpty()).map(path -> catalogue.element(path.element()))
                .flatMap(java.util.Optional::stream).map(DataElement::no).collect(Collectors.toSet());
        return scoped.read(COUNTER, dsl -> {
            Condition audience = people.condition(criterion, relation, region, day);
            Map<Long, Long> contested = new HashMap<>();
            if (!elements.isEmpty()) {
                Condition open = DSL.condition("exists (select 1 from resource.correction c where c.home = {0} and c.subject = {1}"
                        + " and c.closed_at is null and c.element = any ({2}))", PersonQuery.HOME, PersonQuery.ID,
                        DSL.val(elements.toArray(Integer[]::new)));
                dsl.select(at, DSL.count()).from(PersonQuery.PERSON).where(audience).and(at.isNotNull()).and(open).groupBy(at)
                        .forEach(row -> contested.put(row.value1(), row.value2().longValue()));
            }
            Map<Long, Tally> tallies = new HashMap<>();
            dsl.select(at, DSL.count()).from(PersonQuery.PERSON).where(audience).and(at.isNotNull()).groupBy(at)
                    .forEach(row -> tallies.put(row.value1(), new Tally(row.value2(), contested.getOrDefault(row.value1(), 0L))));
            return tallies;
        });
    }
}
