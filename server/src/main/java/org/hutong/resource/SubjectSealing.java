package org.hutong.resource;

import java.util.Optional;
import java.util.Set;

import org.hutong.access.Actor;
import org.hutong.file.SubjectSeals;
import org.hutong.kernel.SubjectId;
import org.springframework.stereotype.Component;

/** Lends the keys of persons to the files kept about them: whoever may not reach the person does not get the key. */
@Component
class SubjectSealing implements SubjectSeals {
    private final Subjects subjects;

    SubjectSealing(Subjects subjects) {
        this.subjects = subjects;
    }

    @Override
    public Optional<Seal> of(Actor actor, SubjectId subject) {
        return subjects.held(actor, subject, Set.of()).map(Held::key);
    }
}
