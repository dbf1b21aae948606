package org.hutong.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.audience.Audiences;
import org.hutong.catalogue.Catalogue;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.Facts;
import org.hutong.kernel.Localised;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.form.Question;
import org.hutong.manifest.Applications;
import org.hutong.manifest.Manifest;
import org.hutong.resource.Held;
import org.hutong.resource.Subjects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What is asked of one person, by whom it may be. */
@Component
public class Asks {
    private final Scoped scoped;
    private final Subjects subjects;
    private final Audiences audiences;
    private final Applications applications;
    private final Forms forms;
    private final PersonRows rows;
    private final Catalogue catalogue;
    private final BusinessDay day;

    Asks(Scoped scoped, Subjects subjects, Audiences audiences, Applications applications, Forms forms, PersonRows rows, Catalogue catalogue, BusinessDay day) {
        this.scoped = scoped;
        this.subjects = subjects;
        this.audiences = audiences;
        this.applications = applications;
        this.forms = forms;
        this.rows = rows;
        this.catalogue = catalogue;
        this.day = day;
    }

    /**
     * Everything that waits for a person: running, for this person, not answered yet, and with something to ask.
     *
     * @return nothing to do when there is no such person within the actor's scope
     */
    public ToDo of(Actor actor, SubjectId person) {
        return scoped.read(actor, dsl -> of(dsl, actor, person));
    }

    private ToDo of(DSLContext dsl, Actor actor, SubjectId person) {
        LocalDate today = day.today();
        Optional<Held> place = subjects.held(actor, person, Set.of());
        List<Form> candidates = place.map(held -> forms.of(applications.runningAt(subjects.places(actor, held), today))).orElse(List.of());
        if (candidates.isEmpty()) {
            return ToDo.of(List.of(), 0, 0);
        }
        Set<ElementPath> paths = new HashSet<>();
        candidates.forEach(form -> paths.addAll(form.paths()));
        Held held = subjects.held(actor, person, paths).orElseThrow();
        Facts facts = subjects.facts(actor, held);
        Set<FormName> answered = SubmissionStore.answered(dsl, person);
        Set<FormName> begun = DraftStore.begun(dsl, person);
        List<Ask> asks = new ArrayList<>();
        Set<String> sure = new HashSet<>();
        Set<String> most = new HashSet<>();
        for (Form form : candidates) {
            if (actor instanceof Actor.Resident resident && resident.answersFor(person, form.application(), form.manifest().department()).isEmpty()) {
                continue;
            }
            FormName name = new FormName(form.application(), form.id());
            if (answered.contains(name) || !audiences.includes(form.audience(), facts, today)) {
                continue;
            }
            PersonalForm.ToAnswer questions = new PersonalForm(form, held, facts, today, catalogue, rows.of(actor, person, form.definition())).toAnswer();
            if (questions.sure().isEmpty() && !form.definition().askKnown()) {
                continue;
            }
            questions.sure().forEach(question -> sure.add(sameAsk(form, question)));
            questions.most().forEach(question -> most.add(sameAsk(form, question)));
            asks.add(ask(form, questions, begun.contains(name)));
        }
        return ToDo.of(asks, sure.size(), most.size());
    }

    /** Questions of several applications for one element are one question to the person; declarations are made to each. */
    private static String sameAsk(Form form, Question question) {
        return question.element().filter(element -> question.reuse() == Question.Reuse.HELD).map(ElementPath::toString)
                .orElse(form.application() + "/" + form.id() + "/" + question.id());
    }

    private static boolean asksHousehold(Form form) {
        return form.definition().questions().stream().anyMatch(question -> question.table().flatMap(Question.Table::rowsOf).filter("member"::equals).isPresent());
    }

    private static Ask ask(Form form, PersonalForm.ToAnswer questions, boolean draft) {
        Manifest manifest = form.manifest();
        Localised title = Manifest.localised(form.component().config().path("title"));
        return new Ask(form.application(), form.id(), form.version(), manifest.title(), title, manifest.department(), questions.sure().size(),
                questions.most().size(), form.publishedAt(), manifest.closes(), draft, asksHousehold(form));
    }
}
