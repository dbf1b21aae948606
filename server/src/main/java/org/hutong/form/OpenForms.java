package org.hutong.form;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.audience.Audiences;
import org.hutong.catalogue.Catalogue;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.Facts;
import org.hutong.kernel.SubjectId;
import org.hutong.resource.Held;
import org.hutong.resource.Subjects;
import org.springframework.stereotype.Component;

/** Opens forms: one person's row, and what that person typed or answered before. */
@Component
public class OpenForms {
    private static final Actor DESK = new Actor.Background("form-desk");

    private final Scoped scoped;
    private final Subjects subjects;
    private final Audiences audiences;
    private final Forms forms;
    private final Drafts drafts;
    private final Catalogue catalogue;
    private final BusinessDay day;

    OpenForms(Scoped scoped, Subjects subjects, Audiences audiences, Forms forms, Drafts drafts, Catalogue catalogue, BusinessDay day) {
        this.scoped = scoped;
        this.subjects = subjects;
        this.audiences = audiences;
        this.forms = forms;
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.day = day;
    }

    /**
     * Opens the version in force of a form for a person. What was answered before is still shown when the person has left the audience
     * by answering. What the person has begun to type is not shown to an officer: it is no answer yet.
     *
     * @return empty when there is none, or none for this person, or the person is not the actor's to fill in for
     */
    public Optional<OpenedForm> open(Filling filling, UUID application, String formId) {
        LocalDate today = day.today();
        Actor actor = filling.actor();
        SubjectId person = filling.person();
        // Somebody who answered while living elsewhere has answered, although the officer of today's place does not see that submission.
        Optional<Submission> elsewhere = filling.throughOfficer() ? scoped.read(DESK, dsl -> SubmissionStore.to(dsl, person, application, formId))
                : Optional.empty();
        return forms.running(application, formId).flatMap(form -> scoped.read(actor, dsl -> {
            Optional<Held> held = subjects.held(actor, person, form.paths());
            if (held.isEmpty()) {
                return Optional.empty();
            }
            Facts facts = subjects.facts(actor, held.get());
            DraftStore.Traces traces = DraftStore.traces(dsl, person, application, formId);
            Submission submitted = elsewhere.or(() -> traces.answered() ? SubmissionStore.to(dsl, person, application, formId) : Optional.empty()).orElse(null);
            boolean open = form.manifest().isOpenOn(today) && audiences.includes(form.audience(), facts, today);
            if (!open && submitted == null) {
                return Optional.empty();
            }
            Draft draft = traces.draft() == null ? null : drafts.open(traces.draft(), held.get().key(), form);
            return Optional.of(new OpenedForm(new PersonalForm(form, held.get(), facts, today, catalogue), draft, submitted));
        }));
    }
}
