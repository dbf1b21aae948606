package org.hutong.form.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.access.Purpose;
import org.hutong.access.Role;
import org.hutong.form.ApplicationSheets;
import org.hutong.form.PastSubmissions;
import org.hutong.form.Submission;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.manifest.Applications;
import org.hutong.problem.Problem;
import org.hutong.resource.Means;
import org.hutong.sheet.web.SheetResponses;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who has answered an application, for the officers of their region. */
@RestController
class OfficerSubmissionController {
    private static final int SIZE = 50;
    private static final int MOST_PAGES = 200;
    private final Applications applications;
    private final PastSubmissions past;
    private final ApplicationSheets sheets;

    OfficerSubmissionController(Applications applications, PastSubmissions past, ApplicationSheets sheets) {
        this.applications = applications;
        this.past = past;
        this.sheets = sheets;
    }

    /** A file that was submitted; read it at the person's. */
    record SubmittedFile(UUID id, Localised label, @Schema(allowableValues = {"photo", "signature", "document"}) String accept) {
    }

    /** {@code files} is empty when the person has moved out of the officer's region since. */
    record SubmissionItem(UUID id, SubjectId person, @Nullable String name, Instant submittedAt, int version, String receipt, List<SubmittedFile> files) {
    }

    record SubmissionPage(List<SubmissionItem> items, int page, boolean more) {
    }

    @AllowOfficer
    @GetMapping("/api/applications/{id}/submissions")
    SubmissionPage listSubmissions(Actor.Officer officer, @PathVariable UUID id, @RequestParam(defaultValue = "0") int page) {
        if (page < 0 || page >= MOST_PAGES) {
            throw Problem.INVALID_REQUEST.refused().about(1).at("page", page < 0 ? "too-small" : "too-large", page < 0 ? 0 : MOST_PAGES - 1);
        }
        applications.find(officer, id).orElseThrow(Problem.NOT_FOUND::refused);
        PastSubmissions.Page found = past.to(officer, id, page, SIZE);
        return new SubmissionPage(found.entries().stream().map(entry -> new SubmissionItem(entry.submission().id(), entry.submission().subject(),
                entry.name(), entry.submission().submittedAt(), entry.submission().version(), entry.submission().receipt(), files(entry))).toList(), page, found.more());
    }

    /**
     * @param display absent when there is no answer, or when what was reused has changed since
     * @param outcome how it came about: asked, confirmed, corrected, disputed, reused, derived, calculated, leftOut or notKnown
     */
    record ReadAnswer(String question, Localised label, @Nullable String display, String outcome, @Nullable SubmittedFile file) {
    }

    /**
     * @param name    absent when the person has moved out of the officer's region since: then nothing of what was said is shown
     * @param hidden  questions about restricted data, whose answers are shown for a purpose only
     * @param mayAsk  whether this officer may say one
     */
    record ReadSubmission(UUID id, SubjectId person, @Nullable String name, Instant submittedAt, int version, String receipt, String means,
            List<ReadAnswer> answers, List<Localised> hidden, boolean mayAsk) {
    }

    /** @param purpose why restricted answers are needed, for officers of its department */
    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @GetMapping("/api/applications/{id}/submissions/{submission}")
    ReadSubmission readSubmission(Actor.Officer officer, @PathVariable UUID id, @PathVariable UUID submission,
            @RequestParam(required = false) @Nullable @Size(max = Purpose.LONGEST) String purpose, Locale reader) {
        boolean own = applications.find(officer, id).orElseThrow(Problem.NOT_FOUND::refused).department().equals(officer.department());
        Optional<Purpose> said = Purpose.said(purpose);
        if (said.isPresent() && !own) {
            throw Problem.NOT_YOURS.refused();
        }
        PastSubmissions.Read read = past.read(officer, id, submission, said, reader).orElseThrow(Problem.NOT_FOUND::refused);
        Submission one = read.submission();
        return new ReadSubmission(one.id(), one.subject(), read.name(), one.submittedAt(), one.version(), one.receipt(), means(one.means()),
                read.answers().stream().map(answer -> new ReadAnswer(answer.question(), answer.label(), answer.display(), ResidentSubmissionController.word(answer),
                        answer.file() == null ? null : new SubmittedFile(answer.file().id(), answer.file().label(), answer.file().accept().json()))).toList(),
                read.hidden(), own);
    }

    private static String means(Means means) {
        return means == Means.IN_PERSON ? "inPerson" : means.name().toLowerCase(Locale.ROOT);
    }

    private List<SubmittedFile> files(PastSubmissions.Entry entry) {
        return entry.name() == null ? List.of() : past.files(entry.submission()).stream()
                .map(file -> new SubmittedFile(file.id(), file.label(), file.accept().json())).toList();
    }

    /** @param purpose why whole numbers and restricted values are needed, for officers of its department; without it they are masked or left out */
    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @GetMapping("/api/applications/{id}/submissions/sheet")
    ResponseEntity<byte[]> exportSubmissions(Actor.Officer officer, @PathVariable UUID id, @RequestParam(defaultValue = "xlsx") String format,
            @RequestParam(required = false) @Nullable @Size(max = Purpose.LONGEST) String purpose, Locale reader) {
        return SheetResponses.of(sheets.submissions(officer, id, Purpose.said(purpose), SheetResponses.format(format), reader));
    }

    /** @param purpose as for the submissions */
    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @GetMapping("/api/applications/{id}/ledger/sheet")
    ResponseEntity<byte[]> exportLedger(Actor.Officer officer, @PathVariable UUID id, @RequestParam(required = false) @Nullable RegionCode region,
            @RequestParam(defaultValue = "xlsx") String format, @RequestParam(required = false) @Nullable @Size(max = Purpose.LONGEST) String purpose, Locale reader) {
        return SheetResponses.of(sheets.ledger(officer, id, Optional.ofNullable(region), Purpose.said(purpose), SheetResponses.format(format), reader));
    }
}
