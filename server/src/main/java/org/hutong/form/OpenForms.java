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
    private final PersonRows rows;
    private final Drafts drafts;
    private final Catalogue catalogue;
    private final BusinessDay day;

    OpenForms(Scoped scoped, Subjects subjects, Audiences audiences, Forms forms, PersonRows rows, Drafts drafts, Catalogue catalogue, BusinessDay day) {
        this.scoped = scoped;
        this.subjects = subjects;
        this.audiences = audiences;
        this.forms = forms;
        this.rows = rows;
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
        return forms.running(application, formId).flatMap(form -> open(filling, form));
    }

    private Optional<OpenedForm> open(Filling filling, Form form) {
        LocalDate today = day.today();
        var read = subjects.held(filling.actor(), filling.person(), form.paths(), DraftStore.traces(filling.person(), form.application(), form.id()));
        if (read.held().isEmpty()) {
            return Optional.empty();
        }
        Held held = read.held().get();
        DraftStore.Traces traces = read.further();
        Facts facts = subjects.facts(filling.actor(), held);
        Submission submitted = submitted(filling, form, traces.answered()).orElse(null);
        boolean open = form.manifest().isOpenOn(today) && audiences.includes(form.audience(), facts, today);
        if (!open && submitted == null) {
            return Optional.empty();
        }
        Draft draft = traces.draft() == null ? null : drafts.open(traces.draft(), held.key(), form);
        return Optional.of(new OpenedForm(new PersonalForm(form, held, facts, today, catalogue, rows.of(filling.actor(), filling.person(), form.definition())), draft, submitted));
    }

    /** Somebody who answered while living elsewhere has answered, although the officer of today's place does not see that submission. */
    private Optional<Submission> submitted(Filling filling, Form form, boolean seen) {
        if (!seen && !filling.throughOfficer()) {
            return Optional.empty();
        }
        Actor reader = filling.throughOfficer() ? DESK : filling.actor();
        return scoped.read(reader, dsl -> SubmissionStore.to(dsl, filling.person(), form.application(), form.id()));
    }
}
