package org.hutong.form.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import org.hutong.access.Actor;
import org.hutong.access.AllowResident;
import org.hutong.catalogue.Catalogue;
import org.hutong.form.Draft;
import org.hutong.form.DraftRefusal;
import org.hutong.form.DraftSaved;
import org.hutong.form.Drafts;
import org.hutong.form.OpenForms;
import org.hutong.form.OpenedForm;
import org.hutong.form.PastSubmissions;
import org.hutong.form.PersonalForm;
import org.hutong.form.Said;
import org.hutong.form.Submission;
import org.hutong.form.SubmissionRefusal;
import org.hutong.form.Submissions;
import org.hutong.form.Submitted;
import org.hutong.kernel.Localised;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.form.Question;
import org.hutong.manifest.Manifest;
import org.hutong.problem.Problem;
import org.hutong.problem.Refused;
import org.hutong.resource.Displays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
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
    private final OpenForms openForms;
    private final Drafts drafts;
    private final Submissions submissions;
    private final PastSubmissions past;
    private final Catalogue catalogue;
    private final Displays displays;
    private final boolean demo;

    ResidentFormController(OpenForms openForms, Drafts drafts, Submissions submissions, PastSubmissions past, Catalogue catalogue, Displays displays,
            @Value("${hutong.demo:false}") boolean demo) {
        this.openForms = openForms;
        this.drafts = drafts;
        this.submissions = submissions;
        this.past = past;
        this.catalogue = catalogue;
        this.displays = displays;
        this.demo = demo;
    }

    /** Why the data is used. */
    record PurposeBody(String zh, @Nullable String en, String basis) {
    }

    /** A question whose typed answer has no place in the version in force. */
    record NotCarried(String question, Localised label) {
    }

    /** What was typed before. */
    record DraftBody(Map<String, JsonNode> answers, Instant savedAt, int version, List<NotCarried> notCarried) {
        static @Nullable DraftBody of(@Nullable Draft draft) {
            return draft == null ? null : new DraftBody(draft.answers(), draft.savedAt(), draft.version(),
                    draft.notCarried().stream().map(question -> new NotCarried(question.id(), question.label())).toList());
        }
    }

    /** A form opened for one person. */
    record FilledForm(UUID application, String form, int version, LocalDate day, Localised title, @Nullable Localised intro, PurposeBody purpose,
            String department, @JsonRawValue @Schema(type = "object") String definition, @JsonRawValue @Schema(type = "object") String codeLists,
            Map<String, StateBody> states, @Nullable @JsonInclude DraftBody draft, @Nullable @JsonInclude ReceiptBody submitted) {
    }

    /** What was typed so far. */
    record SaveDraft(int version, Map<String, JsonNode> answers, @Nullable Instant goesOnFrom) {
    }

    record DraftSavedBody(Instant savedAt) {
    }

    /** What is to be submitted. */
    record SubmitForm(int version, Map<String, JsonNode> answers, @Nullable List<String> confirmed, @Nullable Map<String, UUID> seen) {
        Said said() {
            return new Said(version, answers, confirmed == null ? Set.of() : new HashSet<>(confirmed), seen == null ? Map.of() : seen);
        }
    }

    @AllowResident
    @GetMapping("/api/resident/forms/{application}/{form}")
    FilledForm openForm(Actor.Resident resident, @PathVariable UUID application, @PathVariable String form,
            @RequestParam(name = "for", required = false) @Nullable SubjectId ward, Locale reader) {
        OpenedForm opened = openForms.open(resident, Whom.of(resident, ward), application, form).orElseThrow(Problem.NOT_FOUND::refused);
        PersonalForm personal = opened.form();
        Manifest manifest = personal.manifest();
        Map<String, StateBody> states = new LinkedHashMap<>();
        personal.known().forEach((id, known) -> states.put(id, state(personal, id, known, reader)));
        JsonNode config = personal.component().config();
        return new FilledForm(application, form, personal.version(), personal.day(), Manifest.localised(config.path("title")),
                config.has("intro") ? Manifest.localised(config.path("intro")) : null,
                new PurposeBody(manifest.purpose().text().zh(), manifest.purpose().text().en(), manifest.purpose().basis()), manifest.department(),
                personal.definition(), personal.codeLists(), states, DraftBody.of(opened.draft()), receipt(opened.submitted()));
    }

    @AllowResident
    @PutMapping("/api/resident/forms/{application}/{form}/draft")
    DraftSavedBody saveFormDraft(Actor.Resident resident, @PathVariable UUID application, @PathVariable String form,
            @RequestParam(name = "for", required = false) @Nullable SubjectId ward, @RequestBody SaveDraft typed) {
        DraftSaved saved = drafts.save(resident, Whom.of(resident, ward), application, form, typed.version, typed.answers, typed.goesOnFrom);
        return switch (saved) {
            case DraftSaved.At(Instant at) -> new DraftSavedBody(at);
            case DraftRefusal.NotFound() -> throw Problem.NOT_FOUND.refused();
            case DraftRefusal.Closed() -> throw Problem.APPLICATION_CLOSED.refused();
            case DraftRefusal.AnsweredBefore(Submission before) -> throw answeredBefore(before);
            case DraftRefusal.TooLong(int most) -> throw Problem.BODY_TOO_LARGE.refused().about(most / 1024);
            case DraftRefusal.SavedElsewhere(Draft other) -> throw Problem.DRAFT_CHANGED.refused().with("draft", DraftBody.of(other));
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
        Submitted answer = submissions.submit(resident, Whom.of(resident, ward), application, form, key(key), body.said(), withWriteBack);
        return switch (answer) {
            case Submitted.Receipt(Submission submission, boolean again) ->
                ResponseEntity.status(again ? HttpStatus.OK : HttpStatus.CREATED).body(receipt(submission));
            case SubmissionRefusal.NotFound() -> throw Problem.NOT_FOUND.refused();
            case SubmissionRefusal.Closed() -> throw Problem.APPLICATION_CLOSED.refused();
            case SubmissionRefusal.KeyReused() -> throw Problem.KEY_REUSED.refused();
            case SubmissionRefusal.AnsweredBefore(Submission before) -> throw answeredBefore(before);
            case SubmissionRefusal.VersionChanged(int version) -> throw Problem.VERSION_CHANGED.refused().with("version", version);
            case SubmissionRefusal.Invalid(List<SubmissionRefusal.Fault> faults) -> throw invalid(faults);
            case SubmissionRefusal.ValueChanged(Map<String, PersonalForm.Known> now, PersonalForm personal) -> {
                Refused refused = Problem.VALUE_CHANGED.refused().about(now.size());
                now.forEach((id, known) -> refused.atWithValue(id, "value-changed", state(personal, id, known, reader)));
                throw refused;
            }
        };
    }

    private static UUID key(@Nullable String key) {
        try {
            if (key != null) {
                return UUID.fromString(key);
            }
        } catch (IllegalArgumentException malformed) {
            throw Problem.KEY_REQUIRED.refused();
        }
        throw Problem.KEY_REQUIRED.refused();
    }

    private static Refused invalid(List<SubmissionRefusal.Fault> faults) {
        Refused refused = Problem.INVALID_ANSWERS.refused().about(faults.size());
        for (SubmissionRefusal.Fault fault : faults) {
            if (fault.text() != null) {
                refused.at(fault.question(), fault.code(), fault.text());
            } else {
                refused.at(fault.question(), fault.code(), fault.args().toArray());
            }
        }
        return refused;
    }

    private Refused answeredBefore(Submission before) {
        return Problem.ALREADY_ANSWERED.refused().with("receipt", receipt(before));
    }

    private StateBody state(PersonalForm personal, String id, PersonalForm.Known known, Locale reader) {
        Question question = personal.question(id).orElseThrow();
        return StateBody.of(question, known, catalogue, displays, reader);
    }

    private @Nullable ReceiptBody receipt(@Nullable Submission submission) {
        return submission == null ? null : ReceiptBody.of(submission, past);
    }
}
