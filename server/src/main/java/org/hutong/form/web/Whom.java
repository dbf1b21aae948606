package org.hutong.form.web;

import org.hutong.access.Actor;
import org.hutong.kernel.SubjectId;
import org.hutong.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Whom a resident speaks for in one request. */
final class Whom {
    private Whom() {
    }

    /** The resident, or the person named when the resident may answer for that person; anybody else does not exist. */
    static SubjectId of(Actor.Resident resident, @Nullable SubjectId named) {
        return resident.answersFor(named).orElseThrow(Problem.NOT_FOUND::refused);
    }
}
