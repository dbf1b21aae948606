package org.hutong.resource;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import org.hutong.access.Actor;
import org.hutong.app.testing.Invented;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.springframework.stereotype.Component;

/** Makes people for tests of what stands above the data resource. */
@Component
public class Townsfolk {
    private static final Actor SYSTEM = new Actor.Background("test");
    private final Subjects subjects;
    private final Assertions assertions;

    Townsfolk(Subjects subjects, Assertions assertions) {
        this.subjects = subjects;
        this.assertions = assertions;
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

    /** What the register says now. */
    public void registered(SubjectId person, Map<String, Value> values) {
        state(person, SourceKind.REGISTER, Means.IMPORT, Instant.now(), values);
    }
}
