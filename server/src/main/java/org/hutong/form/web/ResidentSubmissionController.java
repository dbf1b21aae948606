package org.hutong.form.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.hutong.access.Actor;
import org.hutong.access.AllowResident;
import org.hutong.form.PastSubmissions;
import org.hutong.form.Submission;
import org.hutong.kernel.Localised;
import org.hutong.kernel.SubjectId;
import org.hutong.problem.Problem;
import org.hutong.resource.Mandates;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a resident has submitted. */
@RestController
class ResidentSubmissionController {
    private final Whom whom;
    private final Mandates mandates;
    private final PastSubmissions past;

    ResidentSubmissionController(Whom whom, Mandates mandates, PastSubmissions past) {
        this.whom = whom;
        this.mandates = mandates;
        this.past = past;
    }

    /** Who said it for the person. @param name absent when not to be told
     *  @param means {@code agent} under a mandate, {@code family} a guardian */
    record SaidBy(@Nullable String name, @Schema(allowableValues = {"agent", "family"}) String means) {
    }

    /** @param by absent when the person said it */
    record SubmissionRow(UUID id, UUID application, String form, Localised title, String department, Instant submittedAt, String receipt, @Nullable SaidBy by) {
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
            int asked, int reused, int derived, int confirmed, @Nullable SaidBy by, List<AnswerBody> answers, List<ReceiptBody.WrittenBody> written) {
    }

    @AllowResident
    @GetMapping("/api/resident/submissions")
    List<SubmissionRow> listMySubmissions(Actor.Resident resident, @RequestParam(name = "for", required = false) @Nullable SubjectId ward) {
        SubjectId person = whom.of(resident, ward);
        Map<UUID, String> agents = mandates.agentNames(resident, person);
        return past.of(resident, person).stream()
                .filter(line -> whom.covers(resident, person, line.submission().application(), line.department()))
                .map(line -> {
                    Submission one = line.submission();
                    return new SubmissionRow(one.id(), one.application(), one.form(), line.title(), line.department(), one.submittedAt(), one.receipt(),
                            by(one, agents));
                }).toList();
    }

    @AllowResident
    @GetMapping("/api/resident/submissions/{id}")
    SubmissionBody readMySubmission(Actor.Resident resident, @PathVariable UUID id, @RequestParam(name = "for", required = false) @Nullable SubjectId ward,
            Locale reader) {
        SubjectId person = whom.of(resident, ward);
        PastSubmissions.Detail detail = past.find(resident, person, id, reader)
                .filter(found -> whom.covers(resident, person, found.line().submission().application(), found.line().department()))
                .orElseThrow(Problem.NOT_FOUND::refused);
        Submission one = detail.line().submission();
        return new SubmissionBody(one.id(), one.application(), one.form(), one.version(), detail.line().title(), detail.line().department(),
                one.submittedAt(), one.receipt(), one.counts().asked(), one.counts().reused(), one.counts().derived(), one.counts().confirmed(),
                by(one, mandates.agentNames(resident, person)),
                detail.answers().stream().map(answer -> new AnswerBody(answer.question(), answer.label(), answer.display(), word(answer),
                        FileAnswerBody.of(answer.file()))).toList(),
                ReceiptBody.WrittenBody.of(detail.written()));
    }

    private static @Nullable SaidBy by(Submission one, Map<UUID, String> agents) {
        return switch (one.means()) {
            case AGENT -> new SaidBy(agents.get(UUID.fromString(one.actor().substring(one.actor().indexOf(':') + 1))), "agent");
            case FAMILY -> new SaidBy(null, "family");
            default -> null;
        };
    }

    static String word(PastSubmissions.Answer answer) {
        return answer.outcome().kind().name().toLowerCase(Locale.ROOT).replace("left_out", "leftOut").replace("not_known", "notKnown");
    }
}
