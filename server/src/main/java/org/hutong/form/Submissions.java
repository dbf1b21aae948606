package org.hutong.form;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.audience.Audiences;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.catalogue.FirstRank;
import org.hutong.form.PersonalForm.Known;
import org.hutong.form.SubmissionRefusal.AnsweredBefore;
import org.hutong.form.SubmissionRefusal.Closed;
import org.hutong.form.SubmissionRefusal.Fault;
import org.hutong.form.SubmissionRefusal.Invalid;
import org.hutong.form.SubmissionRefusal.KeyReused;
import org.hutong.form.SubmissionRefusal.NotFound;
import org.hutong.form.SubmissionRefusal.ValueChanged;
import org.hutong.form.SubmissionRefusal.VersionChanged;
import org.hutong.form.Submitted.Receipt;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.Facts;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.hutong.kernel.Value;
import org.hutong.kernel.ValueJson;
import org.hutong.kernel.form.AnswerFault;
import org.hutong.kernel.form.FormState;
import org.hutong.kernel.form.Question;
import org.hutong.kernel.form.QuestionState;
import org.hutong.kernel.form.QuestionView;
import org.hutong.manifest.ComponentEvent;
import org.hutong.resource.Assertions;
import org.hutong.resource.Held;
import org.hutong.resource.LinkedPeople;
import org.hutong.resource.Means;
import org.hutong.resource.Recording;
import org.hutong.resource.SourceKind;
import org.hutong.resource.Statement;
import org.hutong.resource.Subjects;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The one public door to submissions: what a person says to a form becomes evidence, and in the same transaction data of the person.
 */
@Component
public class Submissions {
    private static final Actor DESK = new Actor.Background("form-desk");

    private final Scoped scoped;
    private final Subjects subjects;
    private final Audiences audiences;
    private final Assertions assertions;
    private final Forms forms;
    private final PersonRows rows;
    private final Uploads uploads;
    private final Catalogue catalogue;
    private final ApplicationEventPublisher events;
    private final BusinessDay day;
    private final Clock clock;

    Submissions(Scoped scoped, Subjects subjects, Audiences audiences, Assertions assertions, Forms forms, PersonRows rows, Uploads uploads, Catalogue catalogue,
            ApplicationEventPublisher events, BusinessDay day, Clock clock) {
        this.scoped = scoped;
        this.subjects = subjects;
        this.audiences = audiences;
        this.assertions = assertions;
        this.forms = forms;
        this.rows = rows;
        this.uploads = uploads;
        this.catalogue = catalogue;
        this.events = events;
        this.day = day;
        this.clock = clock;
    }

    /** Takes back what was written in a transaction that turns out to be refused. */
    private static final class TakenBack extends RuntimeException {
        private final transient Submitted answer;

        TakenBack(Submitted answer) {
            super(null, null, false, false);
            this.answer = answer;
        }
    }

    /** What is the same on the whole way of one submission. */
    private record Attempt(Filling filling, Form form, UUID key, byte[] hash, Said said, boolean writeBack, UUID id, Instant now) {
        Actor actor() {
            return filling.actor();
        }

        SubjectId person() {
            return filling.person();
        }
    }

    // --- submitting ------------------------------------------------------------------------------------------------------------

    /**
     * Submits a form for a person: by that person, by somebody who may answer for the person, or through an officer in whose region the
     * person is. Everything is evaluated again; the same key gives the same receipt, also when it is sent twice at once.
     *
     * @param writeBack false keeps the submission but leaves the data resource as it is; only a demo's control run wants that
     */
    public Submitted submit(Filling filling, UUID application, String formId, UUID key, Said said, boolean writeBack) {
        byte[] hash = hash(application + "/" + formId + "\n" + said.canonical());
        Submitted answer;
        try {
            answer = scoped.write(filling.actor(), dsl -> {
                Optional<Form> form = forms.running(application, formId);
                if (form.isEmpty()) {
                    return ended(application, formId, said.version());
                }
                Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                return submit(dsl, new Attempt(filling, form.get(), key, hash, said, writeBack, Uuid7.next(), now));
            });
        } catch (TakenBack back) {
            answer = back.answer;
        }
        if (!(answer instanceof Receipt)) {
            Submitted refusal = answer;
            answer = sentBefore(filling, key, hash).or(() -> answeredElsewhere(filling, application, formId, refusal)).orElse(refusal);
        } else if (filling.throughOfficer()) {
            endDraft(filling.person(), application, formId);
        }
        return answer;
    }

    private Submitted ended(UUID application, String form, int version) {
        return forms.version(application, version, form).isPresent() ? new Closed() : new NotFound();
    }

    /** A key that was used answers for itself, whatever has changed since. */
    private Optional<Submitted> sentBefore(Filling filling, UUID key, byte[] hash) {
        return scoped.read(filling.actor(), dsl -> SubmissionStore.byKey(dsl, filling.person(), key))
                .map(before -> Arrays.equals(before.requestHash(), hash) ? new Receipt(before, true) : new KeyReused());
    }

    /** A person who answered while living elsewhere has answered, although the officer of today's place does not see it. */
    private Optional<Submitted> answeredElsewhere(Filling filling, UUID application, String form, Submitted refusal) {
        return refusal instanceof KeyReused && filling.throughOfficer()
                ? scoped.read(DESK, dsl -> SubmissionStore.to(dsl, filling.person(), application, form)).map(AnsweredBefore::new) : Optional.empty();
    }

    /** What the person had begun to type is closed to officers and over once an officer has submitted. */
    private void endDraft(SubjectId person, UUID application, String form) {
        scoped.write(DESK, dsl -> DraftStore.delete(dsl, person, application, form));
    }

    private Submitted submit(DSLContext dsl, Attempt attempt) {
        Form form = attempt.form;
        LocalDate today = day.today();
        Optional<Held> found = subjects.held(attempt.actor(), attempt.person(), form.paths());
        if (found.isEmpty()) {
            return new NotFound();
        }
        Held held = found.get();
        Facts facts = subjects.facts(attempt.actor(), held);
        if (!form.manifest().isOpenOn(today)) {
            return new Closed();
        }
        if (!audiences.includes(form.audience(), facts, today)) {
            return SubmissionStore.to(dsl, attempt.person(), form.application(), form.id()).<Submitted>map(AnsweredBefore::new).orElseGet(NotFound::new);
        }
        if (attempt.said.version() != form.version()) {
            return new VersionChanged(form.version());
        }
        PersonalForm personal = new PersonalForm(form, held, facts, today, catalogue, rows.of(attempt.actor(), attempt.person(), form.definition()));
        List<Fault> strays = strays(personal, attempt.said);
        if (!strays.isEmpty()) {
            return new Invalid(strays);
        }
        Map<String, Known> changed = changed(personal, attempt.said);
        if (!changed.isEmpty()) {
            return new ValueChanged(changed, personal);
        }
        FormState state = personal.evaluate(attempt.said.answers(), attempt.said.confirmed(), attempt.said.notKnown());
        if (!state.strays().isEmpty()) {
            return new Invalid(state.strays().stream().map(id -> new Fault(id, "question-unknown", null, List.of(id))).toList());
        }
        List<Fault> faults = faults(personal, state);
        Map<Question, UUID> files = Uploads.said(state);
        if (!files.isEmpty()) {
            faults.addAll(uploads.faults(attempt.actor(), attempt.person(), files));
            if (faults.isEmpty() && !uploads.keep(attempt.actor(), attempt.person(), files.values())) {
                faults.addAll(uploads.faults(attempt.actor(), attempt.person(), files));
            }
        }
        return faults.isEmpty() ? keep(dsl, attempt, personal, state) : new Invalid(faults);
    }

    private static List<Fault> strays(PersonalForm form, Said said) {
        Set<String> named = new HashSet<>(said.answers().keySet());
        named.addAll(said.confirmed());
        named.addAll(said.seen().keySet());
        named.addAll(said.verified());
        named.addAll(said.notKnown());
        return named.stream().filter(id -> form.question(id).isEmpty()).sorted().map(id -> new Fault(id, "question-unknown", null, List.of(id))).toList();
    }

    /**
     * What somebody else changed since the form was opened: under an answer or a confirmation, or shown and relied on. Saying what stands
     * there now is no conflict.
     */
    private static Map<String, Known> changed(PersonalForm form, Said said) {
        Map<String, Known> changed = new LinkedHashMap<>();
        form.known().forEach((question, known) -> {
            boolean touched = said.answers().containsKey(question) || said.confirmed().contains(question);
            UUID seen = said.seen().get(question);
            if (known.held() == null || known.held().act().equals(seen) || !touched && seen == null) {
                return;
            }
            JsonNode answer = said.answers().get(question);
            boolean same = answer != null && form.question(question)
                    .filter(asked -> known.held().value().equals(ValueJson.read(asked.kind(), answer))).isPresent();
            if (!same) {
                changed.put(question, known);
            }
        });
        return changed;
    }

    /** What is settled and was left alone is not held against the person, whatever the form would say to it. */
    private List<Fault> faults(PersonalForm form, FormState state) {
        List<Fault> faults = new ArrayList<>();
        state.questions().forEach((id, view) -> {
            boolean virtual = view.typed() && !view.state().asks() && form.form().element(form.form().definition().question(id).orElseThrow())
                    .map(DataElement::virtual).orElse(false);
            if (virtual && view.relevant()) {
                faults.add(new Fault(id, "answer-derived", null, List.of()));
            } else if (view.relevant() && (view.typed() || view.confirmed() || view.state().asks())) {
                view.faults().forEach(fault -> faults.add(fault(view.question(), fault)));
            }
        });
        return faults;
    }

    private static Fault fault(Question question, AnswerFault fault) {
        String place = fault.cell().map(cell -> question.id() + "/" + cell.row() + "/" + cell.column()).orElse(question.id());
        Question faulty = fault.cell().flatMap(cell -> question.table().flatMap(table -> table.column(cell.column()))).orElse(question);
        return fault.code().equals("answer-constraint")
                ? new Fault(place, fault.code(), faulty.constraints().get(Integer.parseInt(fault.args().getFirst())).message(), List.of())
                : new Fault(place, fault.code().equals("wrong-type") ? "answer-type" : fault.code(), null, fault.args());
    }

    /** Data first: what becomes of each value is part of the evidence. */
    private Submitted keep(DSLContext dsl, Attempt attempt, PersonalForm form, FormState state) {
        Map<ElementPath, Value> values = new LinkedHashMap<>();
        Map<ElementPath, Value> verified = new LinkedHashMap<>();
        Map<ElementPath, UUID> seen = new HashMap<>();
        for (QuestionView view : state.questions().values()) {
            if (view.relevant() && (view.typed() || view.confirmed()) && view.effective().isPresent() && view.question().element().isPresent()) {
                ElementPath path = view.question().element().get();
                (isVerified(attempt, view.question()) ? verified : values).put(path, view.effective().get());
                Optional.ofNullable(form.held().values().get(path)).ifPresent(now -> seen.put(path, now.act()));
            }
        }
        List<ElementPath> disputed = new ArrayList<>();
        if (attempt.writeBack) {
            disputed.addAll(record(attempt, form, SourceKind.RESIDENT, values, seen));
            disputed.addAll(record(attempt, form, SourceKind.OFFICER, verified, seen));
            rows.write(attempt.actor(), new LinkedPeople.Speaking(attempt.person(), SourceKind.RESIDENT, attempt.filling.means(), attempt.form.application(), attempt.id,
                    attempt.now), state);
        }
        Submission submission = submission(attempt, form, state, disputed);
        if (!SubmissionStore.insert(dsl, submission)) {
            throw new TakenBack(SubmissionStore.to(dsl, attempt.person(), attempt.form.application(), attempt.form.id())
                    .<Submitted>map(AnsweredBefore::new).orElseGet(KeyReused::new));
        }
        events.publishEvent(new ComponentEvent(attempt.form.application(), attempt.form.version(), attempt.form.id(), FormKind.KIND, "submitted",
                attempt.person(), attempt.now));
        return new Receipt(submission, false);
    }

    /**
     * Whether the officer at the door has seen it proven and that counts for more than the person's word. Where the person's word ranks
     * first (the own phone number), seeing it adds nothing.
     */
    private boolean isVerified(Attempt attempt, Question question) {
        return attempt.filling.throughOfficer() && attempt.filling.means() == Means.IN_PERSON && attempt.said.verified().contains(question.id())
                && question.element().flatMap(path -> catalogue.element(path.element())).filter(element -> element.firstRank() != FirstRank.RESIDENT).isPresent();
    }

    /** @return the paths on which an objection is open now */
    private List<ElementPath> record(Attempt attempt, PersonalForm form, SourceKind source, Map<ElementPath, Value> values, Map<ElementPath, UUID> seen) {
        if (values.isEmpty()) {
            return List.of();
        }
        Statement statement = new Statement(attempt.person(), source, attempt.filling.means(), attempt.form.application(), attempt.id, null, attempt.now,
                values, seen);
        return switch (assertions.record(attempt.actor(), statement)) {
            case Recording.Recorded recorded -> recorded.corrections();
            case Recording.NoSuchPerson() -> throw new TakenBack(new NotFound());
            case Recording.Changed(var now) -> {
                Map<String, Known> changed = new LinkedHashMap<>();
                form.known().keySet().forEach(id -> form.question(id).flatMap(Question::element).map(now::get)
                        .ifPresent(held -> changed.put(id, new Known(QuestionState.valueOf(held.standing().name()), held))));
                throw new TakenBack(new ValueChanged(changed, form));
            }
        };
    }

    private Submission submission(Attempt attempt, PersonalForm form, FormState state, List<ElementPath> disputed) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        state.questions().forEach((id, view) -> outcome(attempt, form, state, view, disputed).ifPresent(outcome -> {
            outcomes.put(id, outcome);
            if (outcome.kept()) {
                answers.put(id, kept(attempt, form, view));
            }
        }));
        Held held = form.held();
        return new Submission(attempt.id, attempt.person(), form.application(), form.id(), form.version(), attempt.key, attempt.hash, answers, outcomes,
                held.residesIn(), held.registeredIn(), attempt.now, attempt.actor().label(), attempt.filling.means(), ReceiptNumber.next(), Counts.of(outcomes.values()));
    }

    private static Optional<Outcome> outcome(Attempt attempt, PersonalForm form, FormState state, QuestionView view, List<ElementPath> disputed) {
        Known known = form.known().get(view.question().id());
        if (!view.relevant()) {
            boolean follows = form.followsFrom(view.question().id()).stream()
                    .anyMatch(other -> state.questions().get(other).effective().isPresent());
            return follows ? Optional.of(Outcome.of(Outcome.Kind.DERIVED)) : Optional.empty();
        }
        if (view.effective().isEmpty()) {
            boolean notKnown = view.question().required() && attempt.said.notKnown().contains(view.question().id());
            return Optional.of(Outcome.of(notKnown ? Outcome.Kind.NOT_KNOWN : Outcome.Kind.LEFT_OUT));
        }
        if (view.question().calculated()) {
            return Optional.of(Outcome.of(Outcome.Kind.CALCULATED));
        }
        if (!view.typed() && !view.confirmed()) {
            if (known.held() == null) {
                // Persons on file, of whom nothing was said; or rows that only a count made, nothing in them.
                return Optional.of(Outcome.of(form.people(view.question().id()).isEmpty() ? Outcome.Kind.LEFT_OUT : Outcome.Kind.REUSED));
            }
            return Optional.of(known.state() == QuestionState.DERIVED ? Outcome.of(Outcome.Kind.DERIVED) : Outcome.reused(known.held().act()));
        }
        if (known.held() == null) {
            return Optional.of(Outcome.of(Outcome.Kind.ASKED));
        }
        if (view.effective().get().equals(known.held().value())) {
            return Optional.of(Outcome.of(Outcome.Kind.CONFIRMED));
        }
        boolean objection = view.question().element().filter(disputed::contains).isPresent();
        return Optional.of(Outcome.of(objection ? Outcome.Kind.DISPUTED : Outcome.Kind.CORRECTED));
    }

    private JsonNode kept(Attempt attempt, PersonalForm form, QuestionView view) {
        JsonNode plain = ValueJson.write(PersonRows.named(view.effective().orElseThrow(), form.people(view.question().id())));
        if (!sealed(view.question())) {
            return plain;
        }
        byte[] sealed = form.held().key().encrypt(label(attempt.id, view.question().id()), plain.toString());
        return JsonNodeFactory.instance.objectNode().put("sealed", Base64.getEncoder().encodeToString(sealed));
    }

    /** A table is sealed as a whole when a column is. */
    private boolean sealed(Question question) {
        return question.columns().stream().anyMatch(this::sealed) || question.element().flatMap(path -> catalogue.element(path.element())).map(DataElement::encrypted).orElse(false);
    }

    /** What the ciphertext of an answer is bound to. */
    static String label(UUID submission, String question) {
        return "submission:" + submission + "/" + question;
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
