package org.hutong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;

import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestDatabase;
import org.hutong.kernel.Localised;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class AccessJournalTest {
    private static final Localised PURPOSE = Localised.of("核对高龄津贴", "To check an allowance");
    @Autowired
    private AccessJournal journal;
    @Autowired
    private Scoped scoped;
    @Autowired
    private SignIns signIns;
    @Autowired
    private TestDatabase database;
    private final SubjectId person = new SubjectId(320613, Uuid7.next());

    private Actor.Resident self() {
        return new Actor.Resident(person, false, List.of());
    }

    @Test
    void thePersonReadsWhoLookedAtWhatAndWhy() {
        Actor.Officer officer = signIns.actor("320613002000", "civil-affairs");
        journal.looked(officer, person, List.of("person.birthDate", "person.name"), PURPOSE, "app-1");
        AccessJournal.Look look = journal.of(self(), person, 10).getFirst();
        assertThat(look.department()).isEqualTo("civil-affairs");
        assertThat(look.what()).containsExactly("person.birthDate", "person.name");
        assertThat(look.purpose()).isEqualTo(PURPOSE);
        assertThat(look.application()).isEqualTo("app-1");
    }

    @Test
    void aGuardianReadsItAndAStrangerDoesNot() {
        journal.looked(new Actor.Background("once-only"), person, List.of("person.name"), PURPOSE, null);
        Actor.Resident guardian = new Actor.Resident(new SubjectId(320613, Uuid7.next()), false, List.of(person));
        Actor.Resident stranger = new Actor.Resident(new SubjectId(320613, Uuid7.next()), false, List.of());
        assertThat(journal.of(guardian, person, 10)).hasSize(1);
        assertThat(journal.of(stranger, person, 10)).isEmpty();
    }

    @Test
    void officersReadWhatPostsWithinTheirRegionDid() {
        journal.looked(signIns.actor("320613002001", "health"), person, List.of("person.name"), PURPOSE, null);
        assertThat(journal.of(signIns.actor("320613000000", "health"), person, 10)).hasSize(1);
        assertThat(journal.of(signIns.actor("320613003000", "health"), person, 10)).isEmpty();
    }

    @Test
    void anEntryCannotBeChangedOrTakenAway() {
        journal.looked(new Actor.Background("once-only"), person, List.of("person.name"), PURPOSE, null);
        Actor background = new Actor.Background("once-only");
        assertThatThrownBy(() -> scoped.write(background, dsl -> dsl.execute("delete from access.journal"))).hasRootCauseMessage("ERROR: permission denied for table journal");
        assertThatThrownBy(() -> scoped.write(background, dsl -> dsl.execute("update access.journal set what = '{}'"))).hasRootCauseMessage("ERROR: permission denied for table journal");
    }

    @Test
    void nobodyWritesInTheNameOfAnotherKind() {
        assertThatThrownBy(() -> scoped.write(self(), dsl -> dsl.execute("insert into access.journal (home, subject, at, id, actor_kind, actor, what, purpose_zh, purpose_en)"
                + " values (320613, ?, now(), ?, 'officer', 'x', '{}', '', '')", person.id(), UUID.randomUUID()))).hasRootCauseMessage("ERROR: new row violates row-level security policy for table \"journal\"");
    }

    @Test
    void anEntryCarriesItsTransaction() {
        journal.looked(new Actor.Background("once-only"), List.of(person, new SubjectId(320613, Uuid7.next())), List.of("person.name"), PURPOSE, null);
        assertThat(database.everything().fetchValue("select count(distinct b.subject) from access.journal a join access.journal b on b.xid = a.xid"
                + " where a.subject = ?", person.id())).isEqualTo(2L);
    }
}
