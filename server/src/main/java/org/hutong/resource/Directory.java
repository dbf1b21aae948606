package org.hutong.resource;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import com.ibm.icu.text.Normalizer2;
import org.hutong.access.Actor;
import org.hutong.access.ResidentDirectory;
import org.hutong.access.Scoped;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.hutong.kernel.Value;
import org.jspecify.annotations.Nullable;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Finds residents at sign-in. A person on file is found only when ID number, name and the phone on file all agree. Where the phone on file is the resident's own
 * word and has never signed in, the one that signed in last still does: who mistypes the own number is not shut out. A number that an officer or a register
 * stated takes the other's place at once.
 */
@Component
class Directory implements ResidentDirectory {
    private static final ElementPath ID_NUMBER = ElementPath.of("person.idNumber");
    private static final ElementPath NAME = ElementPath.of("person.name");
    private static final ElementPath MOBILE = ElementPath.of("person.mobile");
    private static final Actor SIGN_IN = new Actor.Background("sign-in");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int ADULT = 18;
    private static final Normalizer2 WIDTHS = Normalizer2.getNFKCInstance();

    private final Scoped scoped;
    private final Subjects subjects;
    private final Assertions assertions;
    private final FieldCipher cipher;
    private final Clock clock;
    private final int defaultHome;

    Directory(Scoped scoped, Subjects subjects, Assertions assertions, FieldCipher cipher, Clock clock,
            @org.springframework.beans.factory.annotation.Value("${hutong.default-home:320613}") int defaultHome) {
        this.scoped = scoped;
        this.subjects = subjects;
        this.assertions = assertions;
        this.cipher = cipher;
        this.clock = clock;
        this.defaultHome = defaultHome;
    }

    @Override
    public Optional<Actor.Resident> known(String idNumber, String name, String phone) {
        return subjects.findByIdNumber(SIGN_IN, idNumber)
                .flatMap(person -> subjects.held(SIGN_IN, person, Set.of(NAME, MOBILE)))
                .filter(held -> agrees(held, NAME, name) && (agrees(held, MOBILE, phone) || stillProven(held, phone)))
                .map(held -> {
                    arrived(held.person(), name, phone, agrees(held, MOBILE, phone));
                    return resident(held.person(), false);
                });
    }

    private boolean stillProven(Held held, String phone) {
        HeldValue mobile = held.values().get(MOBILE);
        return mobile != null && mobile.source() == SourceKind.RESIDENT && scoped.read(SIGN_IN, dsl -> dsl.fetchOptional(
                "select 1 from resource.person where home = ? and id = ? and mobile_proven_bx = ?", held.person().home(), held.person().id(),
                cipher.blindIndex(MOBILE.element(), phone)).isPresent());
    }

    /** Notes what a sign-in proves: that this phone is the person's, and whom principals meant by it. */
    private void arrived(SubjectId person, String name, String phone, boolean onFile) {
        if (onFile) {
            byte[] index = cipher.blindIndex(MOBILE.element(), phone);
            scoped.write(SIGN_IN, dsl -> dsl.execute("update resource.person set mobile_proven_bx = ? where home = ? and id = ? and mobile_proven_bx is distinct from ?",
                    index, person.home(), person.id(), index));
        }
        offer(person, name, phone);
    }

    /** A file that a newcomer began before. @param met an officer has seen the person since @param onFile the phone is the one on file */
    private record Begun(SubjectId person, boolean met, boolean onFile) {
    }

    @Override
    public Actor.Resident newcomer(String name, String phone, @Nullable String idNumber, @Nullable RegionCode region) {
        return scoped.write(SIGN_IN, dsl -> {
            byte[] phoneIndex = cipher.blindIndex(MOBILE.element(), phone);
            // Two tabs of one newcomer begin one file.
            dsl.fetch("select pg_advisory_xact_lock(hashtextextended(encode(?, 'hex'), 7))", phoneIndex);
            Optional<Begun> begun = dsl.fetch("select home, id, name, provisional, mobile_bx = ? from resource.person where (mobile_bx = ? or mobile_proven_bx = ?)"
                            + " and newcomer order by 5 desc, id", phoneIndex, phoneIndex, phoneIndex)
                    .stream().filter(row -> sameName(row.get(2, String.class), name)).findFirst()
                    .map(row -> new Begun(new SubjectId(row.get(0, Integer.class), row.get(1, UUID.class)), !row.get(3, Boolean.class), row.get(4, Boolean.class)));
            begun.filter(found -> region != null).ifPresent(found -> settle(dsl, found.person, region));
            SubjectId person = begun.map(Begun::person).orElseGet(() -> begin(name, phone, idNumber, region));
            arrived(person, name, phone, begun.map(Begun::onFile).orElse(true));
            return resident(person, begun.filter(Begun::met).isEmpty());
        });
    }

    /** Who did not say at first where he or she lives may say it on coming back; a place that is known changes by a statement, not by signing in. */
    private void settle(DSLContext dsl, SubjectId person, RegionCode region) {
        boolean unplaced = dsl.fetchOptional("select 1 from resource.person where home = ? and id = ? and resides_in is null", person.home(), person.id()).isPresent();
        if (unplaced) {
            assertions.record(SIGN_IN, new Statement(person, SourceKind.RESIDENT, Means.SELF, null, null, "sign-in", clock.instant(),
                    Map.of(ElementPath.of("person.region"), new Value.Region(region)), null));
        }
    }

    private SubjectId begin(String name, String phone, @Nullable String idNumber, @Nullable RegionCode region) {
        SubjectId person = subjects.createPerson(SIGN_IN, region == null ? defaultHome : region.county(), region);
        scoped.write(SIGN_IN, dsl -> dsl.execute("update resource.person set newcomer = true where home = ? and id = ?", person.home(), person.id()));
        Map<ElementPath, Value> values = new TreeMap<>();
        values.put(NAME, new Value.Text(name));
        values.put(MOBILE, new Value.Text(phone));
        if (idNumber != null) {
            values.put(ID_NUMBER, new Value.Text(idNumber));
        }
        if (region != null) {
            values.put(ElementPath.of("person.region"), new Value.Region(region));
        }
        assertions.record(SIGN_IN, new Statement(person, SourceKind.RESIDENT, Means.SELF, null, null, "sign-in", clock.instant(), values, null));
        return person;
    }

    @Override
    public Optional<Actor.Resident> again(Actor.Resident resident) {
        return scoped.read(SIGN_IN, dsl -> dsl.fetchOptional("select newcomer and provisional from resource.person where home = ? and id = ?"
                        + " and erased_at is null", resident.person().home(), resident.person().id()))
                .map(row -> resident(resident.person(), row.get(0, Boolean.class)));
    }

    @Override
    public Greeting greeting(Actor.Resident resident) {
        return subjects.held(SIGN_IN, resident.person(), Set.of(NAME))
                .map(held -> new Greeting(Optional.ofNullable(held.values().get(NAME)).map(value -> ((Value.Text) value.value()).text()).orElse(""),
                        held.residesIn()))
                .orElse(new Greeting("", null));
    }

    private Actor.Resident resident(SubjectId person, boolean newcomer) {
        List<Actor.Resident.Mandated> mandates = scoped.read(SIGN_IN, dsl -> MandateStore.inForce(dsl, person, BusinessDay.of(clock.instant()))).stream()
                .map(one -> new Actor.Resident.Mandated(one.id(), one.principal(), one.scope())).toList();
        return new Actor.Resident(person, newcomer, wards(person), mandates);
    }

    /** Whoever has proven the phone and gave the name that a principal named is whom the principal meant; to accept is another step. */
    private void offer(SubjectId person, String name, String phone) {
        byte[] phoneIndex = cipher.blindIndex(MOBILE.element(), phone);
        scoped.write(SIGN_IN, dsl -> {
            List<MandateStore.Offer> meant = MandateStore.offers(dsl, phoneIndex).stream()
                    .filter(offer -> sameName(offer.name(), name) && !offer.principal().equals(person.id())).toList();
            meant.forEach(offer -> MandateStore.offer(dsl, offer, person));
            return meant.size();
        });
    }

    /** Minors whose guardian this person is, as long as they are minors (Civil Code 17: under 18). */
    private List<SubjectId> wards(SubjectId guardian) {
        return scoped.read(SIGN_IN, dsl -> {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
            int adult = Value.PartialDay.of(today.minusYears(ADULT)).number();
            return dsl.fetch("select p.home, p.id from resource.link l join resource.person p on p.home = l.home and p.id = l.from_id"
                            + " where l.to_home = ? and l.to_id = ? and l.kind = 'guardian'"
                            + " and (l.since is null or l.since <= ?) and (l.until is null or l.until >= ?) and p.birth_date > ?"
                            + " order by p.birth_date", guardian.home(), guardian.id(), today, today, adult)
                    .map(row -> new SubjectId(row.get(0, Integer.class), row.get(1, UUID.class)));
        });
    }

    private static boolean agrees(Held held, ElementPath path, String typed) {
        HeldValue value = held.values().get(path);
        return value != null && value.value() instanceof Value.Text text && sameName(text.text(), typed);
    }

    /** Names as people type them: any width, any of the middle dots, spaces or none. */
    static boolean sameName(String one, String other) {
        return one != null && bare(one).equals(bare(other));
    }

    private static String bare(String name) {
        return WIDTHS.normalize(name).replaceAll("[\\s\\u00B7\\u2022\\u2027\\u30FB\\uFF65\\u22C5\\u2219.]", "").toUpperCase(Locale.ROOT);
    }
}
