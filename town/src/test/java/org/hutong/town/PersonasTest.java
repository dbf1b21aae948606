package org.hutong.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import org.hutong.kernel.ElementCode;
import org.hutong.kernel.IdNumber;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
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
