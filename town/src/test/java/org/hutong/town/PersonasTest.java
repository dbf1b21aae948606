package org.hutong.town;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.hutong.kernel.ElementCode;
import org.hutong.kernel.IdNumber;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.town.TownRecord.LinkRecord;
import org.hutong.town.TownRecord.SubjectRecord;
import org.junit.jupiter.api.Test;

/** The residents whom journeys know are in every town, as described. */
class PersonasTest {

    @Test
    void they_are_in_a_town_of_any_size_and_seed() {
        for (long seed : new long[] {1, 99}) {
            Map<SubjectId, SubjectRecord> people = people(seed);
            for (Persona persona : Town.personas()) {
                if (persona.id() != null) {
                    assertThat(people).containsKey(persona.id());
                    assertThat(said(people.get(persona.id()), "person.name")).isEqualTo(new Value.Text(persona.name()));
                    assertThat(said(people.get(persona.id()), "person.idNumber")).isEqualTo(new Value.Text(persona.idNumber()));
                }
            }
        }
    }

    @Test
    void their_numbers_are_valid_and_their_own() {
        assertThat(Town.personas()).extracting(Persona::key).doesNotHaveDuplicates();
        assertThat(Town.personas().stream().map(Persona::idNumber).filter(Objects::nonNull)).doesNotHaveDuplicates()
                .allMatch(number -> IdNumber.read(number) instanceof Value);
        assertThat(Town.personas()).filteredOn(persona -> persona.idNumber() != null)
                .allMatch(persona -> IdNumber.birthDate(persona.idNumber()).equals(persona.birth()));
    }

    @Test
    void the_old_lady_who_lives_alone_has_phone_address_and_account_but_no_word_on_vaccines() {
        Persona alone = Town.personas().stream().filter(persona -> persona.key().equals("alone")).findFirst().orElseThrow();
        SubjectRecord record = people(1).get(alone.id());
        assertThat(said(record, "person.mobile")).isEqualTo(new Value.Text(alone.phone()));
        assertThat(said(record, "person.address")).isNotNull();
        assertThat(said(record, "person.bankAccount")).isNotNull();
        assertThat(said(record, "person.livesAlone")).isEqualTo(new Value.YesNo(true));
        assertThat(said(record, "person.allergy")).isNull();
        assertThat(said(record, "person.vaccContra")).isNull();
        assertThat(Town.ageAtEpoch(alone.birth())).isEqualTo(82);
    }

    @Test
    void a_family_is_had_again_with_other_names_numbers_and_home_and_with_all_who_live_there() {
        List<TownRecord> records = new ArrayList<>();
        List<Persona> again = Town.again("mother", 1, Town.EPOCH, records::add);
        assertThat(again).extracting(Persona::key).containsExactlyInAnyOrder("grandmother", "father", "mother", "child");
        Map<String, Persona> first = Town.personas().stream().collect(Collectors.toMap(Persona::key, persona -> persona));
        for (Persona persona : again) {
            assertThat(persona.name()).isNotEqualTo(first.get(persona.key()).name());
            assertThat(persona.livesIn()).isEqualTo(first.get(persona.key()).livesIn());
        }
        List<String> kinds = records.stream().filter(LinkRecord.class::isInstance).map(link -> ((LinkRecord) link).kind()).toList();
        assertThat(kinds).filteredOn("guardian"::equals).hasSize(2);
        assertThat(kinds).filteredOn("lives-in"::equals).hasSize(4);
        Set<SubjectId> written = records.stream().filter(SubjectRecord.class::isInstance).map(one -> ((SubjectRecord) one).id()).collect(Collectors.toSet());
        assertThat(records).filteredOn(LinkRecord.class::isInstance).allSatisfy(link ->
                assertThat(written).contains(((LinkRecord) link).from(), ((LinkRecord) link).to()));
        assertThat(written).doesNotContainAnyElementsOf(people(1).keySet());
    }

    @Test
    void those_of_one_turn_share_nothing() {
        Set<Object> ids = new HashSet<>();
        for (String key : List.of("mother", "disabled", "shared", "alone", "no-phone")) {
            Town.again(key, 1, Town.EPOCH, record -> {
                assertThat(ids.add(record instanceof LinkRecord link ? link.id() : ((SubjectRecord) record).id())).isTrue();
                record.acts().forEach(act -> assertThat(ids.add(act.id())).isTrue());
            });
        }
    }

    @Test
    void nobody_is_had_twice() {
        Set<String> numbers = new HashSet<>();
        Set<String> phones = new HashSet<>();
        for (Persona persona : Town.personas()) {
            numbers.add(persona.idNumber());
            phones.add(persona.phone());
        }
        for (int turn = 1; turn <= Town.TURNS; turn++) {
            for (Persona persona : Town.again("grandmother", turn, Town.EPOCH, record -> { })) {
                assertThat(IdNumber.read(persona.idNumber())).isInstanceOf(Value.class);
                assertThat(numbers.add(persona.idNumber())).as(persona + " of turn " + turn).isTrue();
                assertThat(persona.phone() == null || phones.add(persona.phone())).as(persona + " of turn " + turn).isTrue();
            }
        }
        assertThatThrownBy(() -> Town.again("newcomer", 1, Town.EPOCH, record -> { })).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Town.again("mother", 0, Town.EPOCH, record -> { })).isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<SubjectId, SubjectRecord> people(long seed) {
        Map<SubjectId, SubjectRecord> people = new HashMap<>();
        Town.of(seed, 200).forEach(one -> {
            if (one instanceof SubjectRecord subject) {
                people.put(subject.id(), subject);
            }
        });
        return people;
    }

    private static Value said(SubjectRecord one, String element) {
        Value found = null;
        for (Act act : one.acts()) {
            Value said = act.values().get(ElementCode.of(element));
            found = said == null ? found : said;
        }
        return found;
    }
}
