package org.hutong.resource;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Persons as officers look for them: by name within the own region, and one person's whole record. */
@Component
public class People {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int FETCHED_AT_ONCE = 200;
    private static final Field<Integer> BIRTH_DATE = DSL.field("birth_date", SQLDataType.INTEGER);
    private static final Field<Long> BELONGS_TO = DSL.field("coalesce(resides_in, registered_in)", SQLDataType.BIGINT);

    private final Scoped scoped;
    private final Subjects subjects;
    private final Catalogue catalogue;
    private final Clock clock;

    People(Scoped scoped, Subjects subjects, Catalogue catalogue, Clock clock) {
        this.scoped = scoped;
        this.subjects = subjects;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * One person in a list.
     *
     * @param age    null when not known
     * @param region where the person resides, or is registered when nobody knows that; null when neither is known
     */
    public record Found(SubjectId person, String name, Integer age, RegionCode region) {
    }

    /** One current value of a person's record. */
    public record Entry(DataElement element, HeldValue held) {
    }

    /**
     * Persons whose name has some characters in it, or reads as typed in pinyin, within the actor's scope: first those whose name begins so, in order
     * of name.
     *
     * @param typed see {@link NamePattern}
     * @param from how many to pass over
     * @param most at most this many, up to 200
     */
    public List<Found> named(Actor actor, String typed, int from, int most) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        return scoped.read(actor, dsl -> dsl.select(PersonQuery.HOME, PersonQuery.ID, PersonQuery.NAME, BIRTH_DATE, BELONGS_TO).from(PersonQuery.PERSON)
                .where(NamePattern.matches(PersonQuery.NAME, typed)).and("merged_into is null and erased_at is null")
                .orderBy(DSL.field(PersonQuery.NAME.startsWith(typed)).desc(), PersonQuery.NAME, PersonQuery.HOME, PersonQuery.ID)
                .offset(from).limit(Math.min(most, FETCHED_AT_ONCE)).fetch(row -> {
                    Integer age = row.value4() == null ? null : Derivations.age(Value.PartialDay.of(row.value4()), today)
                            .map(value -> (int) ((Value.Int) value).number()).orElse(null);
                    return new Found(new SubjectId(row.value1(), row.value2()), row.value3(), age, row.value5() == null ? null : new RegionCode(row.value5()));
                }));
    }

    /** Everything held of one person, in the catalogue's order of elements; empty when there is no such person within the scope. */
    public Optional<List<Entry>> record(Actor actor, SubjectId person) {
        return scoped.read(actor, dsl -> {
            Map<Integer, DataElement> known = known(dsl, person);
            Set<ElementPath> paths = known.values().stream().map(element -> new ElementPath("", element.code())).collect(Collectors.toSet());
            return subjects.held(actor, person, paths).map(held -> {
                Map<ElementPath, HeldValue> values = new TreeMap<>(held.values());
                return values.entrySet().stream()
                        .map(value -> new Entry(catalogue.element(value.getKey().element()).orElseThrow(), value.getValue()))
                        .sorted(Comparator.comparing(entry -> entry.element().no())).toList();
            });
        });
    }

    /** The elements that have a current value, from provenance alone, so that only their columns are read. */
    private Map<Integer, DataElement> known(DSLContext dsl, SubjectId person) {
        SubjectRow row = SubjectStore.load(dsl, "person", List.of(person), List.of(), false).get(person);
        Map<Integer, DataElement> known = new TreeMap<>();
        if (row != null) {
            row.provenance.all().keySet().forEach(no -> catalogue.element(no).ifPresent(element -> known.put(no, element)));
        }
        return known;
    }
}
