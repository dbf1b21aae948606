package org.hutong.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.hutong.kernel.ElementCode;
import org.hutong.kernel.IdNumber;
import org.hutong.kernel.Phone;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.town.TownRecord.LinkRecord;
import org.hutong.town.TownRecord.SubjectRecord;
import org.hutong.town.TownRecord.Type;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The invented town has the figures of a real city and nobody real in it. */
class TownTest {
    private static final int SIZE = 60_000;
    private static final List<SubjectRecord> PEOPLE = new ArrayList<>();
    private static final List<LinkRecord> LINKS = new ArrayList<>();
    private static final Map<SubjectId, Type> SUBJECTS = new HashMap<>();
    private static final Map<SubjectId, String> HOUSEHOLDS = new HashMap<>();

    @BeforeAll
    static void build() {
        long persons = Town.of(7, SIZE).forEach(one -> {
            switch (one) {
                case SubjectRecord subject -> {
                    assertThat(SUBJECTS.put(subject.id(), subject.type())).as("id used twice").isNull();
                    if (subject.type() == Type.PERSON) {
                        PEOPLE.add(subject);
                    } else if (subject.type() == Type.HOUSEHOLD) {
                        HOUSEHOLDS.put(subject.id(), text(subject, "household.kind"));
                    }
                }
                case LinkRecord link -> LINKS.add(link);
            }
        });
        assertThat(persons).isEqualTo(PEOPLE.size()).isBetween((long) SIZE, SIZE + 20L);
    }

    @Test
    void the_same_seed_makes_the_same_town_and_another_seed_another_one() {
        List<TownRecord> first = records(Town.of(3, 2_000));
        assertThat(records(Town.of(3, 2_000))).isEqualTo(first);
        assertThat(records(Town.of(4, 2_000))).isNotEqualTo(first);
    }

    @Test
    void a_later_day_moves_the_statements_and_nobody_else() {
        List<TownRecord> first = records(Town.of(3, 2_000, LocalDate.of(2026, 11, 1)));
        List<TownRecord> later = records(Town.of(3, 2_000, LocalDate.of(2027, 2, 1)));
        assertThat(later).hasSameSizeAs(first);
        for (int i = 0; i < first.size(); i++) {
            if (first.get(i) instanceof SubjectRecord one && later.get(i) instanceof SubjectRecord other) {
                assertThat(other.id()).isEqualTo(one.id());
                assertThat(other.acts()).extracting(Act::values).containsExactlyInAnyOrderElementsOf(one.acts().stream().map(Act::values).toList());
            }
        }
    }

    @Test
    void ages_are_those_of_the_census() {
        double[] ages = PEOPLE.stream().filter(TownTest::livesHere).mapToDouble(one -> age(one)).toArray();
        assertThat(share(ages, 60, 200)).isCloseTo(0.30, within(0.025));
        assertThat(share(ages, 65, 200)).isCloseTo(0.227, within(0.025));
        assertThat(share(ages, 80, 200)).isCloseTo(0.049, within(0.012));
        assertThat(share(ages, 0, 15)).isCloseTo(0.11, within(0.015));
    }

    @Test
    void there_are_slightly_more_women_than_men() {
        long men = PEOPLE.stream().filter(one -> male(one)).count();
        assertThat(100.0 * men / (PEOPLE.size() - men)).isBetween(94.0, 101.0);
    }

    @Test
    void households_that_live_together_have_two_or_three_members() {
        Map<SubjectId, Integer> sizes = new HashMap<>();
        LINKS.stream().filter(link -> link.kind().equals("member")).forEach(link -> sizes.merge(link.to(), 1, Integer::sum));
        double mean = HOUSEHOLDS.entrySet().stream().filter(household -> household.getValue().equals("living"))
                .mapToInt(household -> sizes.getOrDefault(household.getKey(), 0)).average().orElseThrow();
        assertThat(mean).isCloseTo(2.4, within(0.15));
        assertThat(HOUSEHOLDS.values()).contains("living", "registered", "collective");
    }

    @Test
    void a_quarter_is_registered_elsewhere_in_the_city_and_some_come_from_other_provinces() {
        long here = PEOPLE.stream().filter(TownTest::livesHere).count();
        long apart = PEOPLE.stream().filter(TownTest::livesHere)
                .filter(one -> registered(one).at(2).equals(RegionCode.of("320600000000")) && !registered(one).at(5).equals(livesIn(one).at(5))).count();
        long provinces = PEOPLE.stream().filter(TownTest::livesHere).filter(one -> !registered(one).at(1).equals(RegionCode.of("320000000000"))).count();
        assertThat(apart / (double) here).isCloseTo(0.24, within(0.04));
        assertThat(provinces / (double) here).isCloseTo(0.09, within(0.025));
    }

    @Test
    void some_people_are_disabled_poor_alone_left_behind_or_without_a_phone() {
        assertThat(share("person.disabilityType", null)).isCloseTo(0.06, within(0.01));
        assertThat(share("person.dibao", new Value.YesNo(true))).isBetween(0.006, 0.03);
        assertThat(share("person.tekun", new Value.YesNo(true))).isBetween(0.0003, 0.006);
        assertThat(share("person.noPhone", new Value.YesNo(true))).isBetween(0.03, 0.09);
        assertThat(share("person.livesAlone", new Value.YesNo(true))).isBetween(0.02, 0.08);
        assertThat(share("person.leftbehindType", new Value.Text("留守儿童"))).isBetween(0.005, 0.02);
        double[] aged = PEOPLE.stream().filter(one -> has(one, "person.noPhone")).mapToDouble(one -> age(one)).toArray();
        assertThat(share(aged, 75, 200)).isGreaterThan(0.5);
    }

    @Test
    void relatives_share_phones_and_given_up_numbers_are_used_again() {
        Map<String, Set<SubjectId>> holders = new HashMap<>();
        for (SubjectRecord one : PEOPLE) {
            for (Act act : one.acts()) {
                if (act.values().get(ElementCode.of("person.mobile")) instanceof Value.Text(String number)) {
                    holders.computeIfAbsent(number, key -> new HashSet<>()).add(one.id());
                }
            }
        }
        assertThat(holders.values().stream().filter(people -> people.size() > 1).count() / (double) PEOPLE.size()).isBetween(0.005, 0.05);
    }

    @Test
    void a_part_of_the_statements_is_old_a_part_is_missing_and_a_part_contradicts() {
        Instant yearAgo = Town.EPOCH.minusYears(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        List<Act> mobiles = PEOPLE.stream().flatMap(one -> one.acts().stream()).filter(act -> act.values().containsKey(ElementCode.of("person.mobile"))).toList();
        assertThat(mobiles.stream().filter(act -> act.statedAt().isBefore(yearAgo)).count() / (double) mobiles.size()).isBetween(0.15, 0.4);
        assertThat(share("person.address", null)).isBetween(0.8, 0.97);
        long differing = PEOPLE.stream().filter(one -> one.acts().stream().map(act -> act.values().get(ElementCode.of("person.address")))
                .filter(java.util.Objects::nonNull).distinct().count() > 1).count();
        assertThat(differing / (double) PEOPLE.size()).isBetween(0.005, 0.04);
    }

    @Test
    void names_hold_rare_characters_long_ones_and_double_surnames() {
        assertThat(PEOPLE).anyMatch(one -> text(one, "person.name").codePoints().anyMatch(point -> point > 0xFFFF));
        assertThat(PEOPLE).anyMatch(one -> text(one, "person.name").contains("·") && text(one, "person.name").length() > 9);
        assertThat(PEOPLE).anyMatch(one -> text(one, "person.name").startsWith("欧阳"));
    }

    @Test
    void id_numbers_are_correct_unique_and_nobodys() {
        Set<String> seen = new HashSet<>();
        for (SubjectRecord one : PEOPLE) {
            if (has(one, "person.idNumber")) {
                String number = text(one, "person.idNumber");
                assertThat(IdNumber.read(number)).isEqualTo(new Value.Text(number));
                assertThat(number).startsWith("32999");
                assertThat(seen.add(number)).as(number).isTrue();
            }
        }
        assertThat(Town.regions()).noneMatch(region -> region.code().toString().startsWith("3299"));
    }

    @Test
    void phones_have_a_prefix_that_no_operator_gives_out() {
        for (SubjectRecord one : PEOPLE) {
            for (Act act : one.acts()) {
                for (String element : List.of("person.mobile", "person.emergencyPhone")) {
                    if (act.values().get(ElementCode.of(element)) instanceof Value.Text(String number)) {
                        assertThat(number).startsWith("154").hasSize(11);
                        assertThat(Phone.isMobile(number)).isTrue();
                    }
                }
            }
        }
    }

    @Test
    void links_join_subjects_that_exist_and_every_minor_at_home_has_a_guardian() {
        assertThat(LINKS).allMatch(link -> SUBJECTS.containsKey(link.from()) && SUBJECTS.containsKey(link.to()));
        Set<SubjectId> wards = new HashSet<>();
        LINKS.stream().filter(link -> link.kind().equals("guardian")).forEach(link -> wards.add(link.from()));
        assertThat(PEOPLE.stream().filter(one -> age(one) < 18 && livesHere(one)).map(SubjectRecord::id).filter(id -> !wards.contains(id))).isEmpty();
        assertThat(LINKS).extracting(LinkRecord::kind).contains("member", "head", "lives-in", "owner", "tenant", "guardian", "agent",
                "emergency-contact", "father", "mother", "spouse", "works-at");
    }

    @Test
    void a_household_has_at_most_one_head_and_a_registered_one_names_it() {
        Map<SubjectId, SubjectId> heads = new HashMap<>();
        LINKS.stream().filter(link -> link.kind().equals("head")).forEach(link -> assertThat(heads.put(link.from(), link.to())).isNull());
        Map<SubjectId, Integer> said = new HashMap<>();
        for (LinkRecord link : LINKS) {
            if (link.kind().equals("member")) {
                String relation = ((Value.Code) link.acts().getFirst().values().get(ElementCode.of("member.relationToHead"))).code();
                if (relation.equals("02")) {
                    said.merge(link.to(), 1, Integer::sum);
                    if (link.qualifier().equals("registered")) {
                        assertThat(heads.get(link.to())).isEqualTo(link.from());
                    }
                }
            }
        }
        assertThat(said.values()).allMatch(count -> count == 1);
        assertThat(said.keySet()).containsAll(heads.keySet());
    }

    @Test
    void the_demo_sits_in_a_few_streets_and_reaches_every_district() {
        Map<RegionCode, Integer> streets = new HashMap<>();
        Set<RegionCode> districts = new HashSet<>();
        Town.of(1, 10_000).forEach(one -> {
            if (one instanceof SubjectRecord subject && subject.type() == Type.PERSON && livesHere(subject)) {
                streets.merge(livesIn(subject).at(4), 1, Integer::sum);
                districts.add(livesIn(subject).at(3));
            }
        });
        assertThat(streets.get(RegionCode.of("320613002000"))).isBetween(2_200, 4_200);
        assertThat(streets.get(RegionCode.of("320613006000"))).isGreaterThan(900);
        assertThat(districts).hasSize(8);
    }

    private static List<TownRecord> records(Town town) {
        List<TownRecord> all = new ArrayList<>();
        town.forEach(all::add);
        return all;
    }

    private static double share(double[] ages, int from, int below) {
        return java.util.Arrays.stream(ages).filter(age -> age >= from && age < below).count() / (double) ages.length;
    }

    private static double share(String element, Value value) {
        return PEOPLE.stream().filter(one -> one.acts().stream().anyMatch(act -> {
            Value said = act.values().get(ElementCode.of(element));
            return said != null && (value == null || said.equals(value));
        })).count() / (double) PEOPLE.size();
    }

    private static boolean has(SubjectRecord one, String element) {
        return one.acts().stream().anyMatch(act -> act.values().containsKey(ElementCode.of(element)));
    }

    private static Value last(SubjectRecord one, String element) {
        Value found = null;
        for (Act act : one.acts()) {
            Value said = act.values().get(ElementCode.of(element));
            found = said == null ? found : said;
        }
        return found;
    }

    private static String text(SubjectRecord one, String element) {
        return switch (last(one, element)) {
            case Value.Text(String text) -> text;
            case Value.Code(String code) -> code;
            case null, default -> "";
        };
    }

    private static int age(SubjectRecord one) {
        return last(one, "person.birthDate") instanceof Value.PartialDay born ? Town.ageAtEpoch(born.first())
                : Town.ageAtEpoch(IdNumber.birthDate(text(one, "person.idNumber")));
    }

    private static boolean male(SubjectRecord one) {
        return has(one, "person.idNumber") ? IdNumber.sex(text(one, "person.idNumber")).equals("1") : text(one, "person.sex").equals("1");
    }

    private static RegionCode registered(SubjectRecord one) {
        return ((Value.Region) last(one, "person.hukouRegion")).code();
    }

    private static RegionCode livesIn(SubjectRecord one) {
        Value grid = last(one, "person.grid");
        return ((Value.Region) (grid != null ? grid : last(one, "person.region"))).code();
    }

    private static boolean livesHere(SubjectRecord one) {
        return (has(one, "person.grid") || has(one, "person.region")) && livesIn(one).at(2).equals(RegionCode.of("320600000000"));
    }
}
