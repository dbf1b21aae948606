package org.hutong.resource;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.kernel.Age;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.jooq.Condition;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** Lists of persons for officers who have to reach them: name, age, place, and the phone with its middle hidden. */
@Component
public class PersonList {
    /** What a list shows of each person, for the access journal. */
    public static final List<String> SHOWS = List.of("person.name", "person.age", "person.mobile");
    private static final int READ_AT_ONCE = 1_000;
    private static final ElementCode NAME = ElementCode.of("person.name");
    private static final ElementCode MOBILE = ElementCode.of("person.mobile");

    private final Scoped scoped;
    private final Catalogue catalogue;
    private final FieldCipher cipher;

    PersonList(Scoped scoped, Catalogue catalogue, FieldCipher cipher) {
        this.scoped = scoped;
        this.catalogue = catalogue;
        this.cipher = cipher;
    }

    /**
     * One line.
     *
     * @param name        empty when not known
     * @param age         null when not known
     * @param phoneMasked null when there is none
     * @param phone       the whole number, where it was asked for and there is one
     */
    public record Line(SubjectId person, String name, Integer age, RegionCode region, String phoneMasked, String phone) {
    }

    /** How much of a phone number a list shows. */
    public enum Phones {
        MASKED,
        WHOLE
    }

    /**
     * Persons for whom a condition over {@link PersonQuery#PERSON} holds, within the actor's scope, by region, then name.
     *
     * @param where may walk over links to what lies outside, which decides and is not shown
     * @param at    the region shown and ordered by, never null where the condition holds
     * @param from how many to pass over
     */
    public List<Line> page(Actor actor, Condition where, Field<Long> at, LocalDate day, int from, int most) {
        return page(actor, where, at, day, Phones.MASKED, from, most);
    }

    /** As above; whole numbers are for those who have to call, and the caller journals them. */
    public List<Line> page(Actor actor, Condition where, Field<Long> at, LocalDate day, Phones phones, int from, int most) {
        Field<Long> region = at.as("place");
        DataElement name = catalogue.element(NAME).orElseThrow();
        DataElement birth = catalogue.element(Age.BIRTH_DATE).orElseThrow();
        DataElement mobile = catalogue.element(MOBILE).orElseThrow();
        Map<SubjectId, RegionCode> places = scoped.read(PersonQuery.chooser(actor), dsl -> {
            Map<SubjectId, RegionCode> chosen = new LinkedHashMap<>();
            dsl.select(PersonQuery.HOME, PersonQuery.ID, region).from(PersonQuery.PERSON).where(where).and(PersonQuery.within(actor))
                    .orderBy(region, PersonQuery.NAME, PersonQuery.HOME, PersonQuery.ID).offset(from).limit(most)
                    .forEach(row -> chosen.put(new SubjectId(row.value1(), row.value2()), new RegionCode(row.value3())));
            return chosen;
        });
        return scoped.read(actor, dsl -> {
            List<Line> lines = new ArrayList<>(places.size());
            List<SubjectId> persons = List.copyOf(places.keySet());
            for (int begin = 0; begin < persons.size(); begin += READ_AT_ONCE) {
                List<SubjectId> some = persons.subList(begin, Math.min(begin + READ_AT_ONCE, persons.size()));
                Map<SubjectId, SubjectRow> rows = SubjectStore.load(dsl, "person", some, List.of(name, birth, mobile), false);
                some.stream().filter(rows::containsKey)
                        .forEach(person -> lines.add(line(rows.get(person), places.get(person), day, phones, name, birth, mobile)));
            }
            return lines;
        });
    }

    private Line line(SubjectRow row, RegionCode region, LocalDate day, Phones phones, DataElement name, DataElement birth, DataElement mobile) {
        String written = row.value(name, cipher) instanceof Value.Text text ? text.text() : "";
        Integer age = row.value(birth, cipher) instanceof Value.PartialDay born
                ? Derivations.age(born, day).map(value -> (int) ((Value.Int) value).number()).orElse(null) : null;
        String phone = row.value(mobile, cipher) instanceof Value.Text text ? text.text() : null;
        return new Line(row.id, written, age, region, phone == null ? null : mobile.mask().apply(phone), phones == Phones.WHOLE ? phone : null);
    }
}
