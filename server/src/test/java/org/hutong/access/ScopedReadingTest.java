package org.hutong.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.hutong.app.testing.DatabaseTest;
import org.hutong.app.testing.TestDatabase;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Row-level security holds for what is sent together, and for nothing that comes after. */
@DatabaseTest
class ScopedReadingTest {
    private static final Reading<Long> PERSONS = Reading.of("select count(*) from resource.person", List.of(), rows -> rows.next() ? rows.getLong(1) : -1);
    private static final Reading<String> ACTOR = Reading.of("select coalesce(current_setting('hutong.actor', true), '')"
            + " || coalesce(current_setting('hutong.subject', true), '') || coalesce(current_setting('hutong.lo', true), '')", List.of(),
            rows -> rows.next() ? rows.getString(1) : "no row");

    private final TestDatabase database;
    private final Scoped scoped;
    private final SubjectId one = new SubjectId(320613, Uuid7.next());
    private final SubjectId other = new SubjectId(320613, Uuid7.next());

    ScopedReadingTest(TestDatabase database) {
        this.database = database;
        this.scoped = database.scoped();
    }

    @BeforeEach
    void twoPersons() {
        database.truncate("resource.person");
        for (SubjectId person : List.of(one, other)) {
            database.everything().execute("insert into resource.person (home, id) values (?, ?)", person.home(), person.id());
        }
    }

    @Test
    void every_statement_runs_as_the_actor() {
        Reading<Boolean> mine = Reading.of("select true from resource.person where id = ?", List.of(one.id()), rows -> rows.next());
        Reading<Boolean> foreign = Reading.of("select true from resource.person where id = ?", List.of(other.id()), rows -> rows.next());
        // More often than it takes the driver to keep the statement in the server.
        for (int i = 0; i < 12; i++) {
            Reading<String> all = mine.with(foreign, (own, strange) -> own + " " + strange).with(PERSONS, (both, count) -> both + " " + count);
            String seen = scoped.read(resident(one), all);
            assertThat(seen).isEqualTo("true false 1");
        }
        long known = scoped.read(new Actor.Background("test"), PERSONS);
        assertThat(known).isEqualTo(2);
    }

    @Test
    void nothing_of_the_actor_stays_on_the_connection() {
        String actor = scoped.read(resident(one), ACTOR);
        assertThat(actor).startsWith("resident" + one.id());
        for (int i = 0; i < 12; i++) {
            assertThat(withoutActor()).isEmpty();
        }
    }

    @Test
    void a_failure_leaves_no_actor_behind() {
        Reading<Long> broken = Reading.of("select 1 / ?::int", List.of(0), rows -> rows.next() ? rows.getLong(1) : 0);
        assertThatThrownBy(() -> scoped.read(resident(one), PERSONS.with(broken, Long::sum))).isInstanceOf(DataAccessException.class);
        assertThat(withoutActor()).isEmpty();
    }

    /** Who is known on a connection of the pool without settings. */
    private String withoutActor() {
        return new Connections(database.appSource()).read(ACTOR);
    }

    @Test
    void inside_a_transaction_it_sees_what_was_written_there_and_keeps_the_actor() {
        Actor background = new Actor.Background("test");
        scoped.write(background, dsl -> {
            dsl.execute("insert into resource.person (home, id) values (320613, ?)", Uuid7.next());
            long inside = scoped.read(background, PERSONS);
            assertThat(inside).isEqualTo(3);
            assertThatThrownBy(() -> scoped.read(resident(one), PERSONS)).isInstanceOf(IllegalStateException.class);
            return null;
        });
        long after = scoped.read(background, PERSONS);
        assertThat(after).isEqualTo(3);
    }

    private static Actor.Resident resident(SubjectId person) {
        return new Actor.Resident(person, false, List.of());
    }
}
