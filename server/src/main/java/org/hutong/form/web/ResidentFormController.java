package org.hutong.form.web;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.AllowResident;
import org.hutong.form.Draft;
import org.hutong.form.DraftRefusal;
import org.hutong.form.DraftSaved;
import org.hutong.form.Drafts;
import org.hutong.form.Filling;
import org.hutong.form.OpenForms;
import org.hutong.form.OpenedForm;
import org.hutong.form.Said;
import org.hutong.form.Submission;
import org.hutong.form.Submissions;
import org.hutong.kernel.SubjectId;
import org.hutong.problem.Problem;
import org.hutong.problem.Refused;
import org.hutong.resource.Subjects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** A form between a resident and the server. {@code for} names somebody the resident may answer for, such as an own child. */
@RestController
class ResidentFormController {
    private final Whom whom;
    private final OpenForms openForms;
    private final Drafts drafts;
    private final Submissions submissions;
    private final FormReplies replies;
    private final Subjects subjects;
    private final boolean demo;

    ResidentFormController(Whom whom, OpenForms openForms, Drafts drafts, Submissions submissions, FormReplies replies, Subjects subjects,
            @Value("${hutong.demo:false}") boolean demo) {
        this.subjects = subjects;
        this.whom = whom;
        this.openForms = openForms;
        this.drafts = drafts;
        this.submissions = submissions;
        this.replies = replies;
        this.demo = demo;
    }

    /** What was typed so far. */
    record SaveDraft(int version, Map<String, JsonNode> answers, @Nullable Instant goesOnFrom) {
    }

    record DraftSavedBody(Instant savedAt) {
    }

    /** What is to be submitted. */
    record SubmitForm(int version, Map<String, JsonNode> answers, @Nullable List<String> confirmed, @Nullable Map<String, UUID> seen) {
        Said said() {
            return new Said(version, answers, confirmed == null ? Set.of() : new HashSet<>(confirmed), seen == null ? Map.of() : seen, Set.of(), Set.of());
        }
    }

    @AllowResident
    @GetMapping("/api/resident/forms/{application}/{form}")
    FilledForm openForm(Actor.Resident resident, @PathVariable UUID application, @PathVariable String form,
            @RequestParam(name = "for", required = false) @Nullable SubjectId ward, Locale reader) {
        SubjectId person = whom.of(resident, ward, application);
        OpenedForm opened = openForms.open(Filling.by(resident, person), application, form).orElseThrow(Problem.NOT_FOUND::refused);
        String name = person.equals(resident.person()) ? null : subjects.names(resident, List.of(person)).get(person);
        return replies.filled(opened, name, reader);
    }

    @AllowResident
    @PutMapping("/api/resident/forms/{application}/{form}/draft")
    DraftSavedBody saveFormDraft(Actor.Resident resident, @PathVariable UUID application, @PathVariable String form,
            @RequestParam(name = "for", required = false) @Nullable SubjectId ward, @RequestBody SaveDraft typed) {
        DraftSaved saved = drafts.save(resident, whom.of(resident, ward, application), application, form, typed.version, typed.answers, typed.goesOnFrom);
        return switch (saved) {
            case DraftSaved.At(Instant at) -> new DraftSavedBody(at);
            case DraftRefusal.NotFound() -> throw Problem.NOT_FOUND.refused();
            case DraftRefusal.Closed() -> throw Problem.APPLICATION_CLOSED.refused();
            case DraftRefusal.AnsweredBefore(Submission before) -> throw replies.answeredBefore(before);
            case DraftRefusal.TooLong(int most) -> throw Problem.BODY_TOO_LARGE.refused().about(most / 1024);
            case DraftRefusal.SavedElsewhere(Draft other) -> throw Problem.DRAFT_CHANGED.refused().with("draft", FilledForm.DraftBody.of(other));
            case DraftRefusal.UnknownQuestions(List<String> questions) -> {
                Refused refused = Problem.INVALID_ANSWERS.refused().about(questions.size());
                questions.forEach(question -> refused.at(question, "question-unknown", question));
                throw refused;
            }
        };
    }

    @AllowResident
    @PostMapping("/api/resident/forms/{application}/{form}/submissions")
    ResponseEntity<ReceiptBody> submitForm(Actor.Resident resident, @PathVariable UUID application, @PathVariable String form,
            @RequestParam(name = "for", required = false) @Nullable SubjectId ward,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestHeader(name = "Hutong-Write-Back", required = false) @Nullable String writeBack, @RequestBody SubmitForm body, Locale reader) {
        boolean withWriteBack = !(demo && "off".equals(writeBack));
        Filling filling = Filling.by(resident, whom.of(resident, ward, application));
        return replies.submitted(submissions.submit(filling, application, form, FormReplies.key(key), body.said(), withWriteBack), reader);
    }
}
