package org.hutong.resource;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.catalogue.LinkKind;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.hutong.kernel.Value;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * 同住的人: whom links of a kind join to a person, by name and relation and nothing else; who is new among them, and who is said to be gone.
 * Whoever speaks of others neither sees nor changes what is held about them.
 */
@Component
public class LinkedPeople {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ElementCode NAME = ElementCode.of("person.name");
    private static final ElementCode BIRTH_DATE = ElementCode.of("person.birthDate");
    private static final ElementCode MOBILE = ElementCode.of("person.mobile");

    private final Scoped scoped;
    private final Catalogue catalogue;
    private final Assertions assertions;
    private final FieldCipher cipher;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LinkedPeople(Scoped scoped, Catalogue catalogue, Assertions assertions, FieldCipher cipher, ApplicationEventPublisher events, Clock clock) {
        this.scoped = scoped;
        this.catalogue = catalogue;
        this.assertions = assertions;
        this.cipher = cipher;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Somebody joined to a person.
     *
     * @param name     empty when none is on file
     * @param relation the code that the link itself holds, with its code list; null when none is on file
     */
    public record LinkedPerson(UUID link, String name, Value.@Nullable Code relation, @Nullable String codeList) {
    }

    /** Of whom, by whom and how something is said about linked persons. */
    public record Speaking(SubjectId person, SourceKind source, Means means, UUID application, UUID submission, Instant at) {
    }

    /** The persons whom open links of a kind join to a person within the actor's scope, oldest link first. */
    public List<LinkedPerson> of(Actor actor, SubjectId person, String kind) {
        return scoped.read(actor, dsl -> {
            List<Reach.Joined> joined = reach(dsl, person).persons(kind(kind));
            DataElement name = element(NAME);
            Optional<DataElement> relation = relation(kind);
            Map<SubjectId, SubjectRow> persons = SubjectStore.load(dsl, "person", joined.stream().map(Reach.Joined::person).toList(), List.of(name), false);
            Map<SubjectId, SubjectRow> links = SubjectStore.load(dsl, "link", joined.stream().map(one -> one.link().id()).toList(),
                    relation.stream().toList(), false);
            List<LinkedPerson> people = new ArrayList<>();
            for (Reach.Joined one : joined) {
                if (persons.containsKey(one.person())) {
                    String words = persons.get(one.person()).value(name, cipher) instanceof Value.Text(String text) ? text : "";
                    SubjectRow link = links.get(one.link().id());
                    Value.Code code = link != null && relation.isPresent() && link.value(relation.get(), cipher) instanceof Value.Code held ? held : null;
                    people.add(new LinkedPerson(one.link().id().id(), words, code, relation.map(DataElement::codeList).orElse(null)));
                }
            }
            return people;
        });
    }

    /**
     * Writes down that somebody is still there or is not. Who has moved or left is joined no more from today on; a death is to be verified: the
     * link stays and what it holds is contested. Either is told as {@link SaidGone}, unless who has moved is on file elsewhere already.
     *
     * @param still {@code here}, {@code moved}, {@code left} or {@code died}
     * @return false when that link joins nobody to the person any more
     */
    public boolean say(Actor actor, Speaking speaking, String kind, UUID link, String still) {
        return scoped.write(actor, dsl -> {
            Optional<Reach.Joined> found = reach(dsl, speaking.person).persons(kind(kind)).stream().filter(one -> one.link().id().id().equals(link)).findFirst();
            found.ifPresent(one -> say(dsl, actor, speaking, kind, one, still));
            return found.isPresent();
        });
    }

    private void say(DSLContext dsl, Actor actor, Speaking speaking, String kind, Reach.Joined one, String still) {
        SubjectId link = one.link().id();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        UUID act = Uuid7.next();
        SubjectStore.append(dsl, new SubjectStore.AssertionRow(link, act, kind, speaking.source, family(speaking.means), actor.label(), speaking.application,
                speaking.submission, "still:" + still, speaking.at, now, null, JsonNodeFactory.instance.objectNode()));
        if (still.equals("died")) {
            relation(kind).ifPresent(relation -> contest(dsl, link, kind, relation, act, now));
        } else if (!still.equals("here")) {
            SubjectStore.endLink(dsl, link, LocalDate.ofInstant(now, ZONE).minusDays(1));
        }
        // Who is no guardian any more has not moved for that; who lives here no more has.
        if (still.equals("died") || !still.equals("here") && !kind(kind).to().equals("person")) {
            gone(dsl, actor, speaking, one.person(), still.equals("died"), now);
        }
    }

    private void gone(DSLContext dsl, Actor actor, Speaking speaking, SubjectId person, boolean died, Instant now) {
        Map<SubjectId, SubjectRow> rows = SubjectStore.load(dsl, "person", List.of(person, speaking.person), List.of(), false);
        Optional<RegionCode> here = place(rows.get(speaking.person), "resides_in");
        Optional<RegionCode> there = place(rows.get(person), "resides_in");
        boolean elsewhere = here.isPresent() && there.isPresent() && !here.get().contains(there.get()) && !there.get().contains(here.get());
        if (died || !elsewhere) {
            List<RegionCode> places = Stream.of(there, place(rows.get(person), "registered_in"), here, place(rows.get(speaking.person), "registered_in"))
                    .flatMap(Optional::stream).toList();
            events.publishEvent(new SaidGone(actor, person, died, speaking, places, now));
        }
    }

    private static Optional<RegionCode> place(@Nullable SubjectRow row, String relation) {
        return Optional.ofNullable(row).map(one -> one.regions.get(relation)).map(RegionCode::new);
    }

    private void contest(DSLContext dsl, SubjectId link, String kind, DataElement relation, UUID act, Instant now) {
        SubjectRow row = SubjectStore.load(dsl, "link", Set.of(link), List.of(relation), true).get(link);
        Provenance.Origin origin = row == null ? null : row.provenance.of(relation.no());
        if (origin != null && !origin.contested()) {
            SubjectStore.openCorrection(dsl, link, kind, relation.no(), Uuid7.next(), act, origin.act().id(), now);
        }
    }

    /**
     * Joins somebody who is not there yet to a person: makes a person, not verified yet, and states what is said of him or her. Somebody of the same
     * name with the same birth date or phone who is joined already, perhaps by another member of the family a moment ago, is not made twice. Whether
     * a number that was typed is on file elsewhere is not looked at and can be learnt by nobody.
     *
     * @param values elements of the new person and of the link
     */
    public void add(Actor actor, Speaking speaking, String kind, Map<ElementPath, Value> values) {
        scoped.write(actor, dsl -> {
            Reach reach = reach(dsl, speaking.person);
            Maker maker = maker(dsl, speaking.person);
            LinkKind link = kind(kind);
            if (!link.to().equals("person")) {
                // Two members of a family who say the same at once are heard one after the other.
                SubjectStore.load(dsl, catalogue.resourceType(link.to()).orElseThrow().table(), Set.of(reach.between(link, maker).orElseThrow()), List.of(), true);
            }
            if (reach(dsl, speaking.person).persons(link).stream().noneMatch(one -> same(dsl, one.person(), values))) {
                SubjectId somebody = reach.join(link, maker);
                assertions.record(actor, new Statement(somebody, speaking.source, family(speaking.means), speaking.application, speaking.submission, null, speaking.at,
                        values, null));
            }
            return null;
        });
    }

    private boolean same(DSLContext dsl, SubjectId person, Map<ElementPath, Value> values) {
        List<DataElement> elements = Stream.of(NAME, BIRTH_DATE, MOBILE).map(this::element).toList();
        SubjectRow row = SubjectStore.load(dsl, "person", Set.of(person), elements, false).get(person);
        return row != null && agrees(row, NAME, values) && (agrees(row, BIRTH_DATE, values) || agrees(row, MOBILE, values));
    }

    private boolean agrees(SubjectRow row, ElementCode element, Map<ElementPath, Value> values) {
        Value said = values.get(new ElementPath("", element));
        return said != null && said.equals(row.value(element(element), cipher));
    }

    /** Nobody speaks of somebody else in that person's own name. */
    private static Means family(Means means) {
        return means == Means.SELF ? Means.FAMILY : means;
    }

    private Reach reach(DSLContext dsl, SubjectId person) {
        return new Reach(dsl, catalogue, person, LocalDate.ofInstant(clock.instant(), ZONE));
    }

    private LinkKind kind(String code) {
        return catalogue.linkKind(code).orElseThrow(() -> new IllegalArgumentException("no link kind " + code));
    }

    private DataElement element(ElementCode code) {
        return catalogue.element(code).orElseThrow();
    }

    /** What a link of a kind says of how the two are related. */
    private Optional<DataElement> relation(String kind) {
        return kind.equals("member") ? catalogue.element(ElementCode.of("member.relationToHead")) : Optional.empty();
    }

    private Maker maker(DSLContext dsl, SubjectId person) {
        Long code = SubjectStore.load(dsl, "person", Set.of(person), List.of(), false).get(person).regions.get("resides_in");
        return new Maker(code == null ? null : new RegionCode(code));
    }

    /** Makes whoever lives with somebody where that one lives. */
    private final class Maker implements Reach.Maker {
        private final @Nullable RegionCode region;

        Maker(@Nullable RegionCode region) {
            this.region = region;
        }

        @Override
        public byte[] newKey(SubjectId id) {
            return cipher.newKey(id);
        }

        @Override
        public @Nullable RegionCode region() {
            return region;
        }

        @Override
        public Instant now() {
            return clock.instant();
        }
    }
}
