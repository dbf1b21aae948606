package org.hutong.form.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.hutong.access.Actor;
import org.hutong.access.AllowResident;
import org.hutong.form.PastSubmissions;
import org.hutong.form.Submission;
import org.hutong.kernel.Localised;
import org.hutong.kernel.SubjectId;
import org.hutong.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a resident has submitted. */
@RestController
class ResidentSubmissionController {
    private final PastSubmissions past;

    ResidentSubmissionController(PastSubmissions past) {
        this.past = past;
    }

    record SubmissionRow(UUID id, UUID application, String form, Localised title, String department, Instant submittedAt, String receipt) {
        static SubmissionRow of(PastSubmissions.Line line) {
            Submission one = line.submission();
            return new SubmissionRow(one.id(), one.application(), one.form(), line.title(), line.department(), one.submittedAt(), one.receipt());
        }
    }

    /** A file that answers a question; {@code accept} says whether it is a photo, a signature or a document. */
    record FileAnswerBody(UUID id, @Schema(allowableValues = {"photo", "signature", "document"}) String accept) {
        static @Nullable FileAnswerBody of(PastSubmissions.@Nullable FileAnswer file) {
            return file == null ? null : new FileAnswerBody(file.id(), file.accept().json());
        }
    }

    record AnswerBody(String id, Localised label, @Nullable String display, String outcome, @Nullable FileAnswerBody file) {
    }

    record SubmissionBody(UUID id, UUID application, String form, int version, Localised title, String department, Instant submittedAt, String receipt,
            int asked, int reused, int derived, int confirmed, List<AnswerBody> answers, List<ReceiptBody.WrittenBody> written) {
    }

    @AllowResident
    @GetMapping("/api/resident/submissions")
    List<SubmissionRow> listMySubmissions(Actor.Resident resident, @RequestParam(name = "for", required = false) @Nullable SubjectId ward) {
        return past.of(resident, Whom.of(resident, ward)).stream().map(SubmissionRow::of).toList();
    }

    @AllowResident
    @GetMapping("/api/resident/submissions/{id}")
    SubmissionBody readMySubmission(Actor.Resident resident, @PathVariable UUID id, @RequestParam(name = "for", required = false) @Nullable SubjectId ward,
            Locale reader) {
        PastSubmissions.Detail detail = past.find(resident, Whom.of(resident, ward), id, reader).orElseThrow(Problem.NOT_FOUND::refused);
        Submission one = detail.line().submission();
        return new SubmissionBody(one.id(), one.application(), one.form(), one.version(), detail.line().title(), detail.line().department(),
                one.submittedAt(), one.receipt(), one.counts().asked(), one.counts().reused(), one.counts().derived(), one.counts().confirmed(),
                detail.answers().stream().map(answer -> new AnswerBody(answer.question(), answer.label(), answer.display(), word(answer),
                        FileAnswerBody.of(answer.file()))).toList(),
                ReceiptBody.WrittenBody.of(detail.written()));
    }

    private static String word(PastSubmissions.Answer answer) {
        return answer.outcome().kind().name().toLowerCase(Locale.ROOT).replace("left_out", "leftOut");
    }
}
