package org.hutong.resource;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

import org.hutong.access.Actor;
import org.hutong.access.Reading;
import org.hutong.access.Scoped;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.kernel.Age;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.FactValue;
import org.hutong.kernel.Facts;
import org.hutong.kernel.IdNumber;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.hutong.kernel.Value;
import org.hutong.resource.Reach.Target;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The public door to subjects and their current values. */
@Component
public class Subjects {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ElementCode NAME = ElementCode.of("person.name");
    private static final ElementCode DWELLING_REGION = ElementCode.of("dwelling.region");
    private static final Reading<Boolean> NOTHING = Reading.of("select true", List.of(), ResultSet::next);
    private static final ElementPath BIRTH_DATE = new ElementPath("", Age.BIRTH_DATE);

    private final Scoped scoped;
    private final Catalogue catalogue;
    private final FieldCipher cipher;
    private final Clock clock;

    Subjects(Scoped scoped, Catalogue catalogue, FieldCipher cipher, Clock clock) {
        this.scoped = scoped;
        this.catalogue = catalogue;
        this.cipher = cipher;
        this.clock = clock;
    }

    /**
     * What is known of a person for some paths.
     *
     * @return empty when there is no such person within the actor's scope
     */
    public Optional<Held> held(Actor actor, SubjectId person, Set<ElementPath> paths) {
        return held(actor, person, paths, NOTHING).held();
    }

    /**
     * The same with something else that is to be read of the person: in one round trip, unless paths lead over links.
     *
     * @param further read whether there is such a person or not
     */
    public <T> HeldWith<T> held(Actor actor, SubjectId person, Set<ElementPath> paths, Reading<T> further) {
        if (paths.stream().allMatch(Subjects::isOwn)) {
            Map<ElementPath, Target> targets = own(person, paths);
            Wanted wanted = wanted(person, targets);
            return scoped.read(actor, SubjectStore.reading("person", Set.of(person), wanted.columns("person"), false)
                    .with(further, (rows, other) -> new HeldWith<>(held(person, targets, new Rows(rows, wanted.elements)), other)));
        }
        return scoped.read(actor, dsl -> {
            Map<ElementPath, Target> targets = new Reach(dsl, catalogue, person, today()).find(paths);
            return new HeldWith<>(held(person, targets, rows(dsl, person, targets, false)), scoped.read(actor, further));
        });
    }

    /** What is known of a person, and what was read with it. */
    public record HeldWith<T>(Optional<Held> held, T further) {
    }

    /**
     * The facts of one person for criteria: what was read, and what links lead to, which is read when a criterion asks for it.
     *
     * @param actor as whom to read further
     */
    public Facts facts(Actor actor, Held held) {
        return new SubjectFacts(held, new LinkedFacts.Surroundings(scoped, cipher, catalogue, new CatalogueColumns(catalogue, cipher, clock),
                actor, clock.instant()));
    }

    /** The regions that a person belongs to by any relation, those of dwellings owned included: applications there may address him or her. */
    public Set<RegionCode> places(Actor actor, Held held) {
        Set<RegionCode> places = new LinkedHashSet<>();
        Stream.of(held.residesIn(), held.registeredIn(), held.worksIn()).filter(Objects::nonNull).forEach(places::add);
        for (Facts dwelling : facts(actor, held).linked(RegionRelation.OWNS.json(), today())) {
            dwelling.value(DWELLING_REGION).map(FactValue::value).ifPresent(region -> places.add(((Value.Region) region).code()));
        }
        return places;
    }

    /** The person who has this ID number on file, whatever its form of writing; empty when nobody has or it is no ID number. */
    public Optional<SubjectId> findByIdNumber(Actor actor, String idNumber) {
        return IdNumber.read(idNumber) instanceof Value.Text number
                ? Optional.ofNullable(scoped.read(actor, dsl -> SubjectStore.ownerOfIdNumber(dsl, blindIndex("person.idNumber", number.text()))))
                : Optional.empty();
    }

    /**
     * Makes a person who is not on file yet; name, phone and the rest are then stated like anything else.
     *
     * @param residesIn region of the place lived in, or null: the person then waits in the unplaced bucket
     */
    public SubjectId createPerson(Actor actor, int home, RegionCode residesIn) {
        return scoped.write(actor, dsl -> {
            SubjectId id = new SubjectId(home, Uuid7.next());
            Map<String, Object> columns = new HashMap<>();
            columns.put("provisional", true);
            if (residesIn != null) {
                columns.put("resides_in", residesIn.number());
            }
            SubjectStore.insert(dsl, "person", id, cipher.newKey(id), columns);
            return id;
        });
    }

    /** Names of persons within the actor's scope, for lists; whoever lies outside or has no name is absent. */
    public Map<SubjectId, String> names(Actor actor, Collection<SubjectId> persons) {
        DataElement name = catalogue.element(NAME).orElseThrow();
        Map<SubjectId, String> names = new HashMap<>();
        scoped.read(actor, dsl -> SubjectStore.load(dsl, "person", persons, List.of(name), false)).forEach((id, row) -> {
            if (row.value(name, cipher) instanceof Value.Text(String text)) {
                names.put(id, text);
            }
        });
        return names;
    }

    /**
     * The applications through which values were stated, for acts that {@link #held} of the same transaction has named; an act without an
     * application is absent.
     */
    public Map<UUID, UUID> applications(Actor actor, SubjectId person, Set<UUID> acts) {
        return scoped.read(actor, dsl -> SubjectStore.applications(dsl, person, acts));
    }

    byte[] blindIndex(String element, String normalised) {
        return cipher.blindIndex(ElementCode.of(element), normalised);
    }

    static Map<ElementPath, Target> own(SubjectId person, Collection<ElementPath> paths) {
        Target self = new Target("person", "person", person, true);
        Map<ElementPath, Target> targets = new HashMap<>();
        paths.forEach(path -> targets.put(path, self));
        return targets;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    static boolean isOwn(ElementPath path) {
        return path.link().isEmpty() && path.element().resourceType().equals("person");
    }

    /** What stands in the rows of all targets. */
    private Optional<Held> held(SubjectId person, Map<ElementPath, Target> targets, Rows rows) {
        SubjectRow self = rows.bySubject.get(person);
        if (self == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Map<ElementPath, HeldValue> values = new LinkedHashMap<>();
        targets.forEach((path, target) -> value(rows, path, target, now).ifPresent(value -> values.put(path, value)));
        return Optional.of(new Held(person, values, region(self, "resides_in"), region(self, "registered_in"), region(self, "works_in"),
                self.key(cipher)));
    }

    /** The rows behind some targets. */
    record Rows(Map<SubjectId, SubjectRow> bySubject, Map<ElementPath, DataElement> elements) {
    }

    /** Which columns of which subjects are to be read, by table. */
    private record Wanted(Map<String, Set<SubjectId>> subjects, Map<String, Set<DataElement>> columns, Map<ElementPath, DataElement> elements) {
        Set<DataElement> columns(String table) {
            return columns.getOrDefault(table, Set.of());
        }
    }

    /** Reads the rows of all targets, the person's own included. */
    Rows rows(DSLContext dsl, SubjectId person, Map<ElementPath, Target> targets, boolean lock) {
        Wanted wanted = wanted(person, targets);
        Map<SubjectId, SubjectRow> rows = new HashMap<>();
        wanted.subjects.forEach((table, ids) -> rows.putAll(SubjectStore.load(dsl, table, ids, wanted.columns(table), lock)));
        return new Rows(rows, wanted.elements);
    }

    private Wanted wanted(SubjectId person, Map<ElementPath, Target> targets) {
        Wanted wanted = new Wanted(new TreeMap<>(), new HashMap<>(), new HashMap<>());
        wanted.subjects.computeIfAbsent("person", table -> new HashSet<>()).add(person);
        targets.forEach((path, target) -> {
            wanted.subjects.computeIfAbsent(target.table(), table -> new HashSet<>()).add(target.id());
            Set<DataElement> columns = wanted.columns.computeIfAbsent(target.table(), table -> new HashSet<>());
            catalogue.element(path.element()).ifPresent(element -> {
                wanted.elements.put(path, element);
                columns.add(element);
                sources(element).forEach(columns::add);
            });
        });
        return wanted;
    }

    private Optional<HeldValue> value(Rows rows, ElementPath path, Target target, Instant now) {
        DataElement element = rows.elements.get(path);
        SubjectRow row = rows.bySubject.get(target.id());
        if (element == null || row == null) {
            return Optional.empty();
        }
        if (element.virtual()) {
            return age(row, path, target.own(), now);
        }
        Optional<HeldValue> stated = value(row, element, target.own(), now);
        return stated.filter(HeldValue::settled).or(() -> derived(row, element, target.own(), now)).or(() -> stated);
    }

    /** What follows from another value that is held and valid, where nothing fresher was stated. */
    private Optional<HeldValue> derived(SubjectRow row, DataElement element, boolean own, Instant now) {
        for (DataElement source : sources(element).toList()) {
            Optional<HeldValue> from = source.virtual() ? Optional.empty() : value(row, source, own, now).filter(HeldValue::settled);
            Value follows = from.map(held -> Derivations.from(source.code(), held.value()).get(element.code())).orElse(null);
            if (follows != null) {
                HeldValue held = from.get();
                return Optional.of(new HeldValue(follows, Standing.DERIVED, held.source(), held.means(), held.statedAt(), held.act(), own));
            }
        }
        return Optional.empty();
    }

    private Stream<DataElement> sources(DataElement element) {
        return element.derivedFrom().stream().map(catalogue::element).flatMap(Optional::stream);
    }

    Optional<HeldValue> value(SubjectRow row, DataElement element, boolean own, Instant now) {
        Provenance.Origin origin = row.provenance.of(element.no());
        Value value = origin == null ? null : row.value(element, cipher);
        if (value == null) {
            return Optional.empty();
        }
        Provenance.Act act = origin.act();
        Standing standing = origin.contested() ? Standing.CONTESTED
                : CurrentValue.expired(element, act.statedAt(), now) ? Standing.HELD_OLD
                : origin.derived() ? Standing.DERIVED : Standing.HELD;
        return Optional.of(new HeldValue(value, standing, act.source(), act.means(), act.statedAt(), act.id(), own));
    }

    private Optional<HeldValue> age(SubjectRow row, ElementPath path, boolean own, Instant now) {
        if (!path.element().equals(Age.ELEMENT)) {
            return Optional.empty();
        }
        DataElement birthDate = catalogue.element(BIRTH_DATE.element()).orElseThrow();
        return value(row, birthDate, own, now).flatMap(birth -> Derivations.age((Value.PartialDay) birth.value(), LocalDate.ofInstant(now, ZONE))
                .map(age -> new HeldValue(age, Standing.DERIVED, birth.source(), birth.means(), birth.statedAt(), birth.act(), own)));
    }

    private static RegionCode region(SubjectRow row, String column) {
        Long code = row.regions.get(column);
        return code == null ? null : new RegionCode(code);
    }
}
