package org.hutong.file.web;

import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.access.AllowResident;
import org.hutong.file.Attachments;
import org.hutong.kernel.SubjectId;
import org.hutong.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reading files. Pictures are shown in the page; a PDF is handed out to be saved, since a viewer would run in this origin. */
@RestController
class FileController {
    private final Attachments attachments;

    FileController(Attachments attachments) {
        this.attachments = attachments;
    }

    @AllowResident
    @GetMapping("/api/resident/files/{id}")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> readMyFile(Actor.Resident resident, @PathVariable UUID id, @RequestParam(name = "for", required = false) @Nullable SubjectId ward) {
        SubjectId person = resident.answersFor(ward).orElseThrow(Problem.NOT_FOUND::refused);
        return answer(attachments.read(resident, person, id).orElseThrow(Problem.NOT_FOUND::refused));
    }

    @AllowOfficer
    @GetMapping("/api/officer/persons/{person}/files/{id}")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> readFileOfPerson(Actor.Officer officer, @PathVariable SubjectId person, @PathVariable UUID id) {
        return answer(attachments.read(officer, person, id).orElseThrow(Problem.NOT_FOUND::refused));
    }

    private static ResponseEntity<byte[]> answer(Attachments.Content content) {
        String type = content.attachment().mediaType();
        String name = content.attachment().accept().json() + switch (type) {
            case "image/png" -> ".png";
            case "application/pdf" -> ".pdf";
            default -> ".jpg";
        };
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, (type.startsWith("image/") ? "inline" : "attachment") + "; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox")
                .body(content.bytes());
    }
}
