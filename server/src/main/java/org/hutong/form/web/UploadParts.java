package org.hutong.form.web;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import org.hutong.file.Attachment;
import org.hutong.file.AttachmentRefusal;
import org.hutong.file.Kept;
import org.hutong.problem.Problem;
import org.hutong.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** The parts of an upload, read in the operation and not as its parameters, so that nothing is read of what a stranger sends. */
final class UploadParts {
    private static final Duration A_MOMENT = Duration.ofSeconds(5);
    private final MultipartHttpServletRequest parts;

    private UploadParts(MultipartHttpServletRequest parts) {
        this.parts = parts;
    }

    /** The parts that the API document names. */
    record UploadForm(@Schema(type = "string", format = "binary") String file, UUID application, String form, String question) {
    }

    /** A file that was taken: its id is the answer to the question. */
    record FileBody(UUID id, String mediaType, int bytes, @Nullable Integer width, @Nullable Integer height) {
    }

    static UploadParts of(HttpServletRequest request) {
        MultipartHttpServletRequest parts = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        if (parts == null) {
            throw Problem.UNSUPPORTED_MEDIA_TYPE.refused().about("multipart/form-data");
        }
        return new UploadParts(parts);
    }

    MultipartFile file() {
        MultipartFile file = parts.getFile("file");
        if (file == null) {
            throw missing("file");
        }
        return file;
    }

    byte[] bytes() throws IOException {
        return file().getBytes();
    }

    String text(String name) {
        String text = parts.getParameter(name);
        if (text == null) {
            throw missing(name);
        }
        return text;
    }

    UUID id(String name) {
        try {
            return UUID.fromString(text(name));
        } catch (IllegalArgumentException noId) {
            throw Problem.NOT_FOUND.refused();
        }
    }

    private static Refused missing(String name) {
        return Problem.INVALID_REQUEST.refused().about(1).at(name, "required");
    }

    static FileBody body(Kept kept) {
        return switch (kept) {
            case Attachment one -> new FileBody(one.id(), one.mediaType(), one.bytes(), one.width(), one.height());
            case AttachmentRefusal refusal -> throw refused(refusal);
        };
    }

    static Refused refused(AttachmentRefusal refusal) {
        return switch (refusal) {
            case AttachmentRefusal.NotFound() -> Problem.NOT_FOUND.refused();
            case AttachmentRefusal.TooManyToday(int most) -> Problem.TOO_MANY_FILES.refused().about(most);
            case AttachmentRefusal.Full(long most) -> Problem.FILES_FULL.refused().about(most);
            case AttachmentRefusal.Busy() -> Problem.BUSY.refused().retryAfter(A_MOMENT);
            case AttachmentRefusal.Unfit(String code, var args) -> Problem.FILE_UNFIT.refused().at("file", code, args.toArray());
        };
    }
}
