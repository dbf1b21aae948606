package org.hutong.bench.onceonly;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.hutong.kernel.ElementCode;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.town.Act;
import org.hutong.town.Town;
import org.hutong.town.TownRecord;
import org.hutong.town.TownRecord.LinkRecord;
import org.hutong.town.TownRecord.SubjectRecord;

/** What the demo town's registers know, taken from the same generator and not from the server. */
final class TownFacts {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ElementCode NAME = ElementCode.of("person.name");
    private static final ElementCode MOBILE = ElementCode.of("person.mobile");
    private static final ElementCode ID_NUMBER = ElementCode.of("person.idNumber");
    private static final ElementCode BIRTH_DATE = ElementCode.of("person.birthDate");
    private static final ElementCode REGION = ElementCode.of("person.region");
    private static final ElementCode GRID = ElementCode.of("person.grid");
    private static final ElementCode DEATH = ElementCode.of("person.deathDate");
    /** Which household counts when somebody belongs to several. */
    private static final List<String> HOUSEHOLDS = List.of("living", "registered", "common", "collective");
    private static final int ADULT = 18;

    private final Map<SubjectId, SubjectRecord> subjects = new LinkedHashMap<>();
    private final Map<SubjectId, List<LinkRecord>> from = new HashMap<>();
    private final Map<SubjectId, List<LinkRecord>> to = new HashMap<>();
    private final LocalDate today;

    private TownFacts(LocalDate today) {
        this.today = today;
    }

    static TownFacts of(long seed, long persons, LocalDate today) {
        TownFacts facts = new TownFacts(today);
        Town.of(seed, persons, today).forEach(record -> {
            switch (record) {
                case SubjectRecord subject -> facts.subjects.put(subject.id(), subject);
                case LinkRecord link -> {
                    if (link.until() == null) {
                        facts.from.computeIfAbsent(link.from(), id -> new ArrayList<>()).add(link);
                        facts.to.computeIfAbsent(link.to(), id -> new ArrayList<>()).add(link);
                    }
                }
            }
        });
        // Whoever was entered first comes first, as on any list of a household.
        Comparator<LinkRecord> entered = Comparator.comparing(LinkRecord::createdAt).thenComparing(link -> link.id().toString());
        facts.from.values().forEach(links -> links.sort(entered));
        facts.to.values().forEach(links -> links.sort(entered));
        return facts;
    }

    /** Somebody of the town whom a sign-in finds: name, ID number and phone are on file and nobody disagrees about them. */
    record Adult(SubjectId id, String name, String idNumber, String phone) {
    }

    /** Adults who live in a region and can sign in, in the town's order. */
    List<Adult> adultsIn(RegionCode region) {
        Map<String, Integer> phones = new HashMap<>();
        subjects.values().forEach(subject -> one(subject, MOBILE).ifPresent(phone -> phones.merge(phone, 1, Integer::sum)));
        List<Adult> adults = new ArrayList<>();
        for (SubjectRecord subject : subjects.values()) {
            if (subject.type() != TownRecord.Type.PERSON || !livesIn(subject, region) || isMinor(subject) || says(subject, DEATH)) {
                continue;
            }
            Optional<String> name = one(subject, NAME);
            Optional<String> idNumber = one(subject, ID_NUMBER);
            Optional<String> phone = one(subject, MOBILE);
            if (name.isPresent() && idNumber.isPresent() && phone.isPresent() && phones.get(phone.get()) == 1) {
                adults.add(new Adult(subject.id(), name.get(), idNumber.get(), phone.get()));
            }
        }
        return adults;
    }

    /** Minors for whom somebody answers, who live in the region. */
    List<SubjectId> wardsOf(SubjectId guardian, RegionCode region) {
        return to.getOrDefault(guardian, List.of()).stream().filter(link -> link.kind().equals("guardian")).map(LinkRecord::from)
                .filter(ward -> isMinor(subjects.get(ward)) && livesIn(subjects.get(ward), region)).toList();
    }

    /** Tells the judge everything that was ever stated about a subject. */
    void tell(SubjectId id, Known judge) {
        SubjectRecord subject = subjects.get(id);
        if (subject != null) {
            subject.acts().forEach(act -> tell(id.toString(), act, judge));
        }
    }

    /** Tells the judge what was stated about a link. */
    static void tell(LinkRecord link, Known judge) {
        link.acts().forEach(act -> tell(link.id().toString(), act, judge));
    }

    private static void tell(String subject, Act act, Known judge) {
        act.values().keySet().forEach(element -> judge.tell(subject, element.code(), LocalDate.ofInstant(act.statedAt(), ZONE)));
    }

    /** The household lived in, or the nearest to it. */
    Optional<SubjectId> household(SubjectId person) {
        return from.getOrDefault(person, List.of()).stream().filter(link -> link.kind().equals("member"))
                .min(Comparator.comparingInt(link -> HOUSEHOLDS.contains(link.qualifier()) ? HOUSEHOLDS.indexOf(link.qualifier()) : HOUSEHOLDS.size()))
                .map(LinkRecord::to);
    }

    /** The membership itself, which says the relation to the head. */
    Optional<LinkRecord> membership(SubjectId person) {
        return household(person).flatMap(household -> from.get(person).stream()
                .filter(link -> link.kind().equals("member") && link.to().equals(household)).findFirst());
    }

    /** The member of the same household who was entered first. */
    Optional<SubjectId> otherMember(SubjectId person) {
        return household(person).flatMap(household -> to.getOrDefault(household, List.of()).stream()
                .filter(link -> link.kind().equals("member") && !link.from().equals(person)).map(LinkRecord::from).findFirst());
    }

    Optional<SubjectId> over(String kind, SubjectId start) {
        return from.getOrDefault(start, List.of()).stream().filter(link -> link.kind().equals(kind)).map(LinkRecord::to).findFirst();
    }

    private boolean livesIn(SubjectRecord person, RegionCode region) {
        Set<RegionCode> places = new HashSet<>();
        person.acts().forEach(act -> {
            if (act.values().get(REGION) instanceof Value.Region(RegionCode code)) {
                places.add(code);
            }
            if (act.values().get(GRID) instanceof Value.Region(RegionCode code)) {
                places.add(code);
            }
        });
        return !places.isEmpty() && places.stream().allMatch(region::contains);
    }

    private boolean isMinor(SubjectRecord person) {
        return person.acts().stream().map(act -> act.values().get(BIRTH_DATE)).filter(Value.PartialDay.class::isInstance).map(Value.PartialDay.class::cast)
                .anyMatch(birth -> birth.first().plusYears(ADULT).isAfter(today));
    }

    private static boolean says(SubjectRecord person, ElementCode element) {
        return person.acts().stream().anyMatch(act -> act.values().containsKey(element));
    }

    /** The one text that everybody states; empty when nobody does or they disagree. */
    private static Optional<String> one(SubjectRecord subject, ElementCode element) {
        Set<String> texts = new HashSet<>();
        subject.acts().forEach(act -> {
            if (act.values().get(element) instanceof Value.Text(String text)) {
                texts.add(text);
            }
        });
        return texts.size() == 1 ? Optional.of(texts.iterator().next()) : Optional.empty();
    }
}
