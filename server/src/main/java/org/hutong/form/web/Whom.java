package org.hutong.form.web;

import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.kernel.SubjectId;
import org.hutong.manifest.Applications;
import org.hutong.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whom a resident speaks for in one request; whoever the resident may not answer for does not exist. */
@Component
class Whom {
    private final Applications applications;

    Whom(Applications applications) {
        this.applications = applications;
    }

    /** The resident, or the person named when the resident may answer for that person in matters of this application. */
    SubjectId of(Actor.Resident resident, @Nullable SubjectId named, UUID application) {
        return resident.answersFor(named, application, department(application)).orElseThrow(Problem.NOT_FOUND::refused);
    }

    /** The resident, or somebody for whom the resident may act in some matter: each matter is asked about by {@link #covers}. */
    SubjectId of(Actor.Resident resident, @Nullable SubjectId named) {
        if (named != null && resident.principals().contains(named)) {
            return named;
        }
        return resident.answersFor(named).orElseThrow(Problem.NOT_FOUND::refused);
    }

    boolean covers(Actor.Resident resident, SubjectId person, UUID application, String department) {
        return resident.answersFor(person, application, department).isPresent();
    }

    private String department(UUID application) {
        return applications.running(application).or(() -> applications.version(application, 1)).map(one -> one.manifest().department()).orElse("");
    }
}
