package org.hutong.resource;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

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
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where people live and how to reach them, for officers who call and go there. */
@Component
public class Doors {
    /** What a door shows of each person, for the access journal. */
    public static final List<String> SHOWS = List.of("person.name", "person.age", "person.mobile", "person.address");
    private static final ElementCode NAME = ElementCode.of("person.name");
    private static final ElementCode MOBILE = ElementCode.of("person.mobile");
    private static final ElementCode ADDRESS = ElementCode.of("person.address");

    private final Scoped scoped;
    private final Catalogue catalogue;
    private final FieldCipher cipher;

    Doors(Scoped scoped, Catalogue catalogue, FieldCipher cipher) {
        this.scoped = scoped;
        this.catalogue = catalogue;
        this.cipher = cipher;
    }

    /**
     * One person behind a door.
     *
     * @param name        empty when not known
     * @param age         null when not known
     * @param phoneMasked null when there is none
     * @param place       the dwelling, else the household lived in, else the person: who has the same place is behind one door
     * @param address     of the dwelling, else as the person said it; empty when not known
     * @param region      null while unplaced
     */
    public record Door(SubjectId person, String name, @Nullable Integer age, @Nullable String phoneMasked, UUID place, String address,
            @Nullable RegionCode region) {
    }

    /** Whom to call about a child that has no phone. */
    public record Guardian(SubjectId person, String name, String phoneMasked) {
    }

    private record Dwelling(UUID id, String address) {
    }

    /** The doors of some persons; whoever lies outside of the actor's scope is absent. */
    public Map<SubjectId, Door> of(Actor actor, Collection<SubjectId> persons, LocalDate day) {
        if (persons.isEmpty()) {
            return Map.of();
        }
        DataElement name = element(NAME);
        DataElement birth = element(Age.BIRTH_DATE);
        DataElement mobile = element(MOBILE);
        DataElement address = element(ADDRESS);
        return scoped.read(actor, dsl -> {
            Map<SubjectId, Dwelling> dwellings = dwellings(dsl, persons);
            Map<SubjectId, UUID> households = households(dsl, persons);
            Map<SubjectId, Door> doors = new LinkedHashMap<>();
            SubjectStore.load(dsl, "person", persons, List.of(name, birth, mobile, address), false).forEach((id, row) -> {
                Dwelling dwelling = dwellings.get(id);
                String said = text(row, address);
                String written = dwelling == null || dwelling.address.isEmpty() ? said : dwelling.address;
                UUID place = dwelling == null ? households.getOrDefault(id, id.id()) : dwelling.id;
                Long region = row.regions.get("resides_in");
                doors.put(id, new Door(id, text(row, name), age(row, birth, day), phone(row, mobile).map(number -> mobile.mask().apply(number)).orElse(null), place,
                        written, region == null ? null : new RegionCode(region)));
            });
            return doors;
        });
    }

    /**
     * The guardians with a phone of minors without one, by minor, that of the oldest link for each; whoever lies outside of the actor's scope,
     * has died or is said to have died is nobody's to be called.
     */
    public Map<SubjectId, Guardian> guardians(Actor actor, Collection<SubjectId> persons, LocalDate day) {
        if (persons.isEmpty()) {
            return Map.of();
        }
        DataElement name = element(NAME);
        DataElement mobile = element(MOBILE);
        return scoped.read(actor, dsl -> {
            Map<SubjectId, SubjectId> found = new LinkedHashMap<>();
            dsl.select(GuardiansPhone.WARD_HOME, GuardiansPhone.WARD, GuardiansPhone.HOME, GuardiansPhone.ID).from(GuardiansPhone.OF_WARDS)
                    .where(GuardiansPhone.reaches(day), DSL.row(GuardiansPhone.WARD_HOME, GuardiansPhone.WARD).in(persons.stream().map(person -> DSL.row(person.home(), person.id())).toList()))
                    .orderBy(GuardiansPhone.FIRST).forEach(row -> found.putIfAbsent(new SubjectId(row.value1(), row.value2()), new SubjectId(row.value3(), row.value4())));
            Map<SubjectId, SubjectRow> rows = SubjectStore.load(dsl, "person", Set.copyOf(found.values()), List.of(name, mobile), false);
            Map<SubjectId, Guardian> guardians = new HashMap<>();
            found.forEach((ward, id) -> Optional.ofNullable(rows.get(id)).ifPresent(row -> phone(row, mobile)
                    .ifPresent(number -> guardians.put(ward, new Guardian(id, text(row, name), mobile.mask().apply(number))))));
            return guardians;
        });
    }

    /** A person's phone number in full; empty when there is none or the person is outside of the actor's scope. The caller journals the look. */
    public Optional<String> phone(Actor actor, SubjectId person) {
        DataElement mobile = element(MOBILE);
        return scoped.read(actor, dsl -> Optional.ofNullable(SubjectStore.load(dsl, "person", List.of(person), List.of(mobile), false).get(person))
                .flatMap(row -> phone(row, mobile)));
    }

    /** True where a person is meant by what was typed: the name or its pinyin (see {@link NamePattern}), or a part of the address. */
    public static Condition meant(Field<Integer> home, Field<UUID> person, String typed) {
        return meant(home, person, typed, DSL.noCondition());
    }

    /** The same where the system chooses on behalf of an officer: the address of a dwelling out of the officer's region must not tell by being found. */
    public static Condition meant(Field<Integer> home, Field<UUID> person, String typed, RegionCode region) {
        return meant(home, person, typed, DSL.field("d.region", SQLDataType.BIGINT).between(region.first(), region.last()));
    }

    private static Condition meant(Field<Integer> home, Field<UUID> person, String typed, Condition dwelling) {
        Condition name = NamePattern.matches(DSL.field("p.name", SQLDataType.CLOB), typed);
        Condition said = DSL.field("p.address", SQLDataType.CLOB).contains(typed);
        Condition written = DSL.condition("exists (select from resource.link l join resource.dwelling d on d.home = l.to_home and d.id = l.to_id where l.home = p.home"
                + " and l.from_id = p.id and l.kind = 'lives-in' and l.until is null and {0})", DSL.field("d.address", SQLDataType.CLOB).contains(typed).and(dwelling));
        return DSL.condition("exists (select from resource.person p where p.home = {0} and p.id = {1} and {2})", home, person, name.or(said).or(written));
    }

    private static Map<SubjectId, Dwelling> dwellings(DSLContext dsl, Collection<SubjectId> persons) {
        Map<SubjectId, Dwelling> dwellings = new HashMap<>();
        dsl.fetch("select l.home, l.from_id, d.id, coalesce(d.address, d.name, '') from resource.link l join resource.dwelling d on d.home = l.to_home and d.id = l.to_id"
                + " where l.kind = 'lives-in' and l.until is null and {0} order by l.created_at", from(persons))
                .forEach(row -> dwellings.put(new SubjectId(row.get(0, Integer.class), row.get(1, UUID.class)),
                        new Dwelling(row.get(2, UUID.class), row.get(3, String.class))));
        return dwellings;
    }

    private static Map<SubjectId, UUID> households(DSLContext dsl, Collection<SubjectId> persons) {
        Map<SubjectId, UUID> households = new HashMap<>();
        dsl.fetch("select l.home, l.from_id, l.to_id from resource.link l where l.kind = 'member' and l.qualifier = 'living' and l.until is null and {0}"
                + " order by l.created_at", from(persons))
                .forEach(row -> households.put(new SubjectId(row.get(0, Integer.class), row.get(1, UUID.class)), row.get(2, UUID.class)));
        return households;
    }

    private static Condition from(Collection<SubjectId> persons) {
        return DSL.row(DSL.field("l.home", Integer.class), DSL.field("l.from_id", UUID.class))
                .in(persons.stream().map(person -> DSL.row(person.home(), person.id())).toList());
    }

    private DataElement element(ElementCode code) {
        return catalogue.element(code).orElseThrow();
    }

    private String text(SubjectRow row, DataElement element) {
        return row.value(element, cipher) instanceof Value.Text(String text) ? text : "";
    }

    private Optional<String> phone(SubjectRow row, DataElement mobile) {
        return row.value(mobile, cipher) instanceof Value.Text(String number) ? Optional.of(number) : Optional.empty();
    }

    private @Nullable Integer age(SubjectRow row, DataElement birth, LocalDate day) {
        return row.value(birth, cipher) instanceof Value.PartialDay born
                ? Derivations.age(born, day).map(value -> (int) ((Value.Int) value).number()).orElse(null) : null;
    }
}
