package org.hutong.form.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.hutong.catalogue.Catalogue;
import org.hutong.form.OpenedForm;
import org.hutong.form.PastSubmissions;
import org.hutong.form.PersonalForm;
import org.hutong.form.Submission;
import org.hutong.form.SubmissionRefusal;
import org.hutong.form.Submitted;
import org.hutong.kernel.form.Question;
import org.hutong.manifest.Manifest;
import org.hutong.problem.Problem;
import org.hutong.problem.Refused;
import org.hutong.resource.Displays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What a form answers, whoever fills it in. */
@Component
class FormReplies {
    private final PastSubmissions past;
    private final Catalogue catalogue;
    private final Displays displays;

    FormReplies(PastSubmissions past, Catalogue catalogue, Displays displays) {
        this.past = past;
        this.catalogue = catalogue;
        this.displays = displays;
    }

    FilledForm filled(OpenedForm opened, Locale reader) {
        return filled(opened, null, reader);
    }

    /** @param name whose it is, for who fills it in for somebody */
    FilledForm filled(OpenedForm opened, @Nullable String name, Locale reader) {
        PersonalForm personal = opened.form();
        Manifest manifest = personal.manifest();
        Map<String, StateBody> states = new LinkedHashMap<>();
        personal.known().forEach((id, known) -> states.put(id, personal.people(id).isEmpty() ? state(personal, id, known, reader)
                : StateBody.of(personal.people(id), displays, reader)));
        JsonNode config = personal.component().config();
        return new FilledForm(personal.application(), personal.id(), personal.version(), personal.day(), Manifest.localised(config.path("title")),
                config.has("intro") ? Manifest.localised(config.path("intro")) : null,
                new FilledForm.PurposeBody(manifest.purpose().text().zh(), manifest.purpose().text().en(), manifest.purpose().basis()), manifest.department(),
                personal.toAnswer().most().size(), personal.definition(), personal.codeLists(), states, FilledForm.DraftBody.of(opened.draft()),
                opened.submitted() == null ? null : receipt(opened.submitted()), name);
    }

    /** @throws Refused for every refusal */
    ResponseEntity<ReceiptBody> submitted(Submitted answer, Locale reader) {
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

    Refused answeredBefore(Submission before) {
        return Problem.ALREADY_ANSWERED.refused().with("receipt", receipt(before));
    }

    /** The key that makes sending again harmless. @throws Refused when there is none */
    static UUID key(@Nullable String key) {
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

    private StateBody state(PersonalForm personal, String id, PersonalForm.Known known, Locale reader) {
        Question question = personal.question(id).orElseThrow();
        return StateBody.of(question, known, catalogue, displays, reader);
    }

    private ReceiptBody receipt(Submission submission) {
        return ReceiptBody.of(submission, past);
    }
}
