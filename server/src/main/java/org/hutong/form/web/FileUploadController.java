package org.hutong.form.web;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.access.AllowResident;
import org.hutong.access.Role;
import org.hutong.form.FormDesk;
import org.hutong.form.Uploads;
import org.hutong.form.web.UploadParts.FileBody;
import org.hutong.form.web.UploadParts.UploadForm;
import org.hutong.kernel.SubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files that are uploaded while a form is filled in. */
@RestController
class FileUploadController {
    private final Whom whom;
    private final Uploads uploads;
    private final FormDesk desk;
    private final Author author;

    FileUploadController(Whom whom, Uploads uploads, FormDesk desk, Author author) {
        this.whom = whom;
        this.uploads = uploads;
        this.desk = desk;
        this.author = author;
    }

    @AllowResident
    @PostMapping("/api/resident/files")
    @ResponseStatus(HttpStatus.CREATED)
    @RequestBody(required = true, content = @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = UploadForm.class)))
    FileBody uploadMyFile(Actor.Resident resident, @RequestParam(name = "for", required = false) @Nullable SubjectId ward, HttpServletRequest request)
            throws IOException {
        UploadParts parts = UploadParts.of(request);
        return UploadParts.body(uploads.take(resident, whom.of(resident, ward, parts.id("application")), parts.id("application"), parts.text("form"), parts.text("question"),
                parts.file().getOriginalFilename(), parts.bytes()));
    }

    /** A file for somebody for whom the officer fills in the form; {@code post} and {@code doneAt} as for the submission. */
    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @PostMapping("/api/officer/files")
    @ResponseStatus(HttpStatus.CREATED)
    @RequestBody(required = true, content = @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = UploadForm.class)))
    FileBody uploadFileForPerson(Actor.Officer officer, @RequestParam SubjectId person, @RequestParam(required = false) @Nullable UUID post,
            @RequestParam(required = false) @Nullable Instant doneAt, HttpServletRequest request) throws IOException {
        UploadParts parts = UploadParts.of(request);
        return UploadParts.body(desk.upload(author.of(officer, post, doneAt), person, parts.id("application"), parts.text("form"), parts.text("question"),
                parts.file().getOriginalFilename(), parts.bytes()));
    }
}
