package org.hutong.form;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.audience.Audiences;
import org.hutong.form.DraftStore.SealedDraft;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.form.FormDefinition;
import org.hutong.resource.FieldCipher;
import org.hutong.resource.Held;
import org.hutong.resource.Subjects;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Typing that is kept on the server, sealed for the person it is about, until it is submitted. */
@Component
public class Drafts {
    private static final int MOST_CHARACTERS = 200_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Scoped scoped;
    private final Subjects subjects;
    private final Audiences audiences;
    private final Forms forms;
    private final Uploads uploads;
    private final BusinessDay day;
    private final Clock clock;

    Drafts(Scoped scoped, Subjects subjects, Audiences audiences, Forms forms, Uploads uploads, BusinessDay day, Clock clock) {
        this.scoped = scoped;
        this.subjects = subjects;
        this.audiences = audiences;
        this.forms = forms;
        this.uploads = uploads;
        this.day = day;
        this.clock = clock;
    }

    /**
     * Keeps what was typed, right or not yet.
     *
     * @param version   the version it was typed into
     * @param goesOnFrom time of the draft that was on the page before, or null to put it in place of whatever is there
     */
    public DraftSaved save(Actor.Resident actor, SubjectId person, UUID application, String formId, int version, Map<String, JsonNode> answers,
            @Nullable Instant goesOnFrom) {
        return scoped.write(actor, dsl -> save(dsl, actor, person, new FormName(application, formId), version, answers, goesOnFrom));
    }

    private DraftSaved save(DSLContext dsl, Actor actor, SubjectId person, FormName name, int version, Map<String, JsonNode> answers,
            @Nullable Instant goesOnFrom) {
        Optional<Form> inForce = forms.running(name.application(), name.form());
        Optional<Form> typedInto = forms.version(name.application(), version, name.form());
        if (typedInto.isEmpty()) {
            return new DraftRefusal.NotFound();
        }
        LocalDate today = day.today();
        if (inForce.isEmpty() || !inForce.get().manifest().isOpenOn(today)) {
            return new DraftRefusal.Closed();
        }
        Optional<Held> held = subjects.held(actor, person, inForce.get().audience().needs());
        if (held.isEmpty() || !audiences.includes(inForce.get().audience(), subjects.facts(actor, held.get()), today)) {
            return new DraftRefusal.NotFound();
        }
        List<String> unknown = answers.keySet().stream().filter(id -> typedInto.get().definition().question(id).isEmpty()).toList();
        if (!unknown.isEmpty()) {
            return new DraftRefusal.UnknownQuestions(unknown);
        }
        String text = text(answers);
        if (text.length() > MOST_CHARACTERS) {
            return new DraftRefusal.TooLong(MOST_CHARACTERS);
        }
        Optional<Submission> answered = SubmissionStore.to(dsl, person, name.application(), name.form());
        if (answered.isPresent()) {
            return new DraftRefusal.AnsweredBefore(answered.get());
        }
        Optional<SealedDraft> before = DraftStore.lock(dsl, person, name.application(), name.form());
        if (goesOnFrom != null && before.isPresent() && !before.get().savedAt().equals(goesOnFrom)) {
            Draft other = open(before.get(), held.get().key(), inForce.get());
            if (!other.answers().equals(answers)) {
                return new DraftRefusal.SavedElsewhere(other);
            }
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        DraftStore.save(dsl, person, new SealedDraft(name.application(), name.form(), version, held.get().key().encrypt(label(name), text), now));
        uploads.wanted(actor, person, typedInto.get(), answers);
        return new DraftSaved.At(now);
    }

    /** Opens a draft for the version in force: answers keep their question while it asks for the same kind of thing. */
    Draft open(SealedDraft sealed, FieldCipher.SubjectKey key, Form form) {
        FormName name = new FormName(sealed.application(), sealed.form());
        Map<String, JsonNode> typed = new LinkedHashMap<>();
        JSON.readTree(key.decrypt(label(name), sealed.sealed())).properties().forEach(answer -> typed.put(answer.getKey(), answer.getValue()));
        if (sealed.version() == form.version()) {
            return new Draft(typed, sealed.savedAt(), sealed.version(), List.of());
        }
        Optional<FormDefinition> before = forms.version(sealed.application(), sealed.version(), sealed.form()).map(Form::definition);
        return new CarriedDraft(before, form.definition()).carry(typed, sealed);
    }

    private static String text(Map<String, JsonNode> answers) {
        ObjectNode json = JSON.createObjectNode();
        answers.forEach(json::set);
        return json.toString();
    }

    private static String label(FormName name) {
        return "draft:" + name.application() + "/" + name.form();
    }
}
