package org.hutong.resource;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.app.testing.Invented;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.hutong.kernel.Value;
import org.springframework.stereotype.Component;

/** Makes people for tests of what stands above the data resource. */
@Component
public class Townsfolk {
    private static final Actor SYSTEM = new Actor.Background("test");
    private final Subjects subjects;
    private final Assertions assertions;
    private final Scoped scoped;

    Townsfolk(Subjects subjects, Assertions assertions, Scoped scoped) {
        this.subjects = subjects;
        this.assertions = assertions;
        this.scoped = scoped;
    }

    /** Somebody with a name and a birth date in the register, who lives in a region. */
    public SubjectId person(RegionCode livesIn, LocalDate birth) {
        SubjectId person = subjects.createPerson(SYSTEM, livesIn.county(), livesIn);
        state(person, SourceKind.REGISTER, Means.IMPORT, Instant.now(),
                Map.of("person.name", new Value.Text(Invented.name()), "person.birthDate", Value.PartialDay.of(birth)));
        return person;
    }

    public void state(SubjectId person, SourceKind source, Means means, Instant at, Map<String, Value> values) {
        Map<ElementPath, Value> paths = new TreeMap<>();
        values.forEach((path, value) -> paths.put(ElementPath.of(path), value));
        Recording recording = assertions.record(SYSTEM, new Statement(person, source, means, null, null, "test", at, paths, null));
        if (!(recording instanceof Recording.Recorded)) {
            throw new IllegalStateException("not recorded: " + recording);
        }
    }

    /** What the person says of himself or herself now. */
    public void says(SubjectId person, Map<String, Value> values) {
        state(person, SourceKind.RESIDENT, Means.SELF, Instant.now(), values);
    }

    /** Makes somebody the owner of a dwelling in a region. */
    public void owns(SubjectId owner, RegionCode region) {
        UUID dwelling = Uuid7.next();
        scoped.write(SYSTEM, dsl -> dsl.execute("insert into resource.dwelling (home, id, region) values (?, ?, ?)", owner.home(), dwelling, region.number())
                + dsl.execute("insert into resource.link (home, id, kind, from_id, to_home, to_id) values (?, ?, 'owner', ?, ?, ?)",
                        owner.home(), Uuid7.next(), dwelling, owner.home(), owner.id()));
    }

    /** What the register says now. */
    public void registered(SubjectId person, Map<String, Value> values) {
        state(person, SourceKind.REGISTER, Means.IMPORT, Instant.now(), values);
    }
}
