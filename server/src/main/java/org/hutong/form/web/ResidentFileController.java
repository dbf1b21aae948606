package org.hutong.form.web;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import org.hutong.access.Actor;
import org.hutong.access.AllowResident;
import org.hutong.file.Attachment;
import org.hutong.file.AttachmentRefusal;
import org.hutong.file.Kept;
import org.hutong.form.Uploads;
import org.hutong.kernel.SubjectId;
import org.hutong.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Files that residents upload while they fill a form. */
@RestController
class ResidentFileController {
    private static final Duration A_MOMENT = Duration.ofSeconds(5);
    private final Uploads uploads;

    ResidentFileController(Uploads uploads) {
        this.uploads = uploads;
    }

    /** The parts of an upload. */
    record UploadForm(@Schema(type = "string", format = "binary") String file, UUID application, String form, String question) {
    }

    /** A file that was taken: its id is the answer to the question. */
    record FileBody(UUID id, String mediaType, int bytes, @Nullable Integer width, @Nullable Integer height) {
        static FileBody of(Attachment one) {
            return new FileBody(one.id(), one.mediaType(), one.bytes(), one.width(), one.height());
        }
    }

    /** The parts are read here and not as parameters, so that nothing is read of what a stranger sends. */
    @AllowResident
    @PostMapping("/api/resident/files")
    @ResponseStatus(HttpStatus.CREATED)
    @RequestBody(required = true, content = @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = UploadForm.class)))
    FileBody uploadMyFile(Actor.Resident resident, @RequestParam(name = "for", required = false) @Nullable SubjectId ward, HttpServletRequest request)
            throws IOException {
        MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (parts == null) {
            throw Problem.UNSUPPORTED_MEDIA_TYPE.refused().about("multipart/form-data");
        }
        SubjectId person = Whom.of(resident, ward);
        MultipartFile file = parts.getFile("file");
        UUID application = id(parts.getParameter("application"));
        String form = parts.getParameter("form");
        String question = parts.getParameter("question");
        if (file == null || form == null || question == null) {
            throw Problem.INVALID_REQUEST.refused().about(1).at(file == null ? "file" : form == null ? "form" : "question", "required");
        }
        return body(uploads.take(resident, person, application, form, question, file.getOriginalFilename(), file.getBytes()));
    }

    private static UUID id(@Nullable String text) {
        try {
            if (text != null) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException noId) {
            throw Problem.NOT_FOUND.refused();
        }
        throw Problem.INVALID_REQUEST.refused().about(1).at("application", "required");
    }

    private static FileBody body(Kept kept) {
        return switch (kept) {
            case Attachment one -> FileBody.of(one);
            case AttachmentRefusal.NotFound() -> throw Problem.NOT_FOUND.refused();
            case AttachmentRefusal.TooManyToday(int most) -> throw Problem.TOO_MANY_FILES.refused().about(most);
            case AttachmentRefusal.Full(long most) -> throw Problem.FILES_FULL.refused().about(most);
            case AttachmentRefusal.Busy() -> throw Problem.BUSY.refused().retryAfter(A_MOMENT);
            case AttachmentRefusal.Unfit(String code, var args) -> throw Problem.FILE_UNFIT.refused().at("file", code, args.toArray());
        };
    }
}
