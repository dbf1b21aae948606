package org.hutong.form.web;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.access.Role;
import org.hutong.form.Papers;
import org.hutong.kernel.SubjectId;
import org.hutong.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Forms on paper: printed for people of the officer's region, and taken back as photos. */
@RestController
class PaperController {
    private static final int MOST = 100;
    private static final int SIZE = 50;
    private static final int MOST_PAGES = 200;
    private final Papers papers;

    PaperController(Papers papers) {
        this.papers = papers;
    }

    /** For whom sheets are wanted, one each. */
    record PrintPapers(@NotEmpty @Size(max = MOST) List<SubjectId> persons) {
    }

    /** The part that holds a photo. */
    record ScanForm(@Schema(type = "string", format = "binary") String file) {
    }

    /**
     * A photographed sheet at its case.
     *
     * @param name    null when the person has moved out of the officer's region since
     * @param file    read at the person's files
     * @param entered whether the person has answered the form by now
     */
    record PaperItem(SubjectId person, @Nullable String name, UUID application, String form, UUID file, Instant at, boolean entered) {
        static PaperItem of(Papers.Entry entry) {
            Papers.Scan scan = entry.scan();
            return new PaperItem(scan.person(), entry.name(), scan.application(), scan.form(), scan.file(), scan.at(), scan.entered());
        }
    }

    record PaperPage(List<PaperItem> items, int page, boolean more) {
    }

    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @PostMapping("/api/officer/forms/{application}/{form}/papers")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> printPapers(Actor.Officer officer, @PathVariable UUID application, @PathVariable String form, @Valid @RequestBody PrintPapers body,
            Locale reader) {
        byte[] pdf = papers.print(officer, application, form, new LinkedHashSet<>(body.persons()), reader).orElseThrow(Problem.NOT_FOUND::refused);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"forms.pdf\"").header(HttpHeaders.CACHE_CONTROL, "private, no-store").body(pdf);
    }

    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @PostMapping("/api/officer/papers")
    @ResponseStatus(HttpStatus.CREATED)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
            content = @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = ScanForm.class)))
    PaperItem takePaper(Actor.Officer officer, HttpServletRequest request) throws IOException {
        UploadParts parts = UploadParts.of(request);
        return switch (papers.scan(officer, parts.file().getOriginalFilename(), parts.bytes())) {
            case Papers.Scan scan -> PaperItem.of(papers.named(officer, scan));
            case Papers.NoCode() -> throw Problem.FILE_UNFIT.refused().at("file", "file-no-code");
            case Papers.NoPaper() -> throw Problem.NOT_FOUND.refused();
            case Papers.NotKept(var why) -> throw UploadParts.refused(why);
        };
    }

    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @GetMapping("/api/applications/{id}/papers")
    PaperPage listPapers(Actor.Officer officer, @PathVariable UUID id, @RequestParam(defaultValue = "0") int page) {
        if (page < 0 || page >= MOST_PAGES) {
            throw Problem.INVALID_REQUEST.refused().about(1).at("page", page < 0 ? "too-small" : "too-large", page < 0 ? 0 : MOST_PAGES - 1);
        }
        Papers.Page found = papers.of(officer, id, page, SIZE).orElseThrow(Problem.NOT_FOUND::refused);
        return new PaperPage(found.entries().stream().map(PaperItem::of).toList(), page, found.more());
    }
}
