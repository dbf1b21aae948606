package org.hutong.form.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.hutong.access.Actor;
import org.hutong.access.AllowAnyone;
import org.hutong.access.AllowOfficer;
import org.hutong.form.Invitations;
import org.hutong.form.paper.QrCode;
import org.hutong.kernel.Localised;
import org.hutong.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Short link, code and poster of an application, and what stands behind a link. */
@RestController
class InvitationController {
    /** Large enough for a screen and for print at 9 cm. */
    private static final int PIXELS = 960;
    private final Invitations invitations;
    private final String publicUrl;

    InvitationController(Invitations invitations, @Value("${hutong.public-url:}") String publicUrl) {
        this.invitations = invitations;
        this.publicUrl = publicUrl;
    }

    /** @param phone what people there call for help, null for none */
    record InvitationLink(String code, String url, Localised region, @Nullable String phone) {
    }

    /** @param form null when there is nothing to answer */
    record Invitation(UUID application, @Nullable String form, Localised title, Localised summary, Localised region, Localised purpose,
            @Schema(allowableValues = {"open", "early", "over"}) String state, @Nullable LocalDate opens, @Nullable LocalDate closes, @Nullable String phone) {
    }

    @AllowOfficer
    @GetMapping("/api/applications/{id}/invitation")
    InvitationLink readInvitation(Actor.Officer officer, @PathVariable UUID id, HttpServletRequest request) {
        Invitations.Sent sent = sent(officer, id);
        return new InvitationLink(sent.code(), url(sent, request), sent.region(), sent.phone());
    }

    @AllowOfficer
    @GetMapping("/api/applications/{id}/invitation/code")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> drawInvitationCode(Actor.Officer officer, @PathVariable UUID id, HttpServletRequest request) {
        return file(MediaType.IMAGE_PNG, "code.png", QrCode.png(url(sent(officer, id), request), PIXELS));
    }

    @AllowOfficer
    @GetMapping("/api/applications/{id}/invitation/poster")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> drawPoster(Actor.Officer officer, @PathVariable UUID id,
            @RequestParam(defaultValue = "zh") @Schema(allowableValues = {"zh", "en", "both"}) String lang, HttpServletRequest request) {
        List<Locale> readers = switch (lang) {
            case "zh" -> List.of(Locale.CHINESE);
            case "en" -> List.of(Locale.ENGLISH);
            case "both" -> List.of(Locale.CHINESE, Locale.ENGLISH);
            default -> throw Problem.INVALID_REQUEST.refused().about(1).at("lang", "not-in-list", "zh, en, both");
        };
        Invitations.Sent sent = sent(officer, id);
        return file(MediaType.APPLICATION_PDF, "poster.pdf", invitations.poster(sent, url(sent, request), readers));
    }

    @AllowAnyone
    @GetMapping("/api/resident/invitations/{code}")
    Invitation followInvitation(@PathVariable String code) {
        Invitations.Received found = invitations.behind(code).orElseThrow(Problem.NOT_FOUND::refused);
        return new Invitation(found.application(), found.form(), found.title(), found.summary(), found.region(), found.purpose(),
                found.state().name().toLowerCase(Locale.ROOT), found.opens(), found.closes(), found.phone());
    }

    private Invitations.Sent sent(Actor.Officer officer, UUID id) {
        return invitations.of(officer, id).orElseThrow(Problem.NOT_FOUND::refused);
    }

    /** Where residents reach this server; without a setting, where the officer does. */
    private String url(Invitations.Sent sent, HttpServletRequest request) {
        String base = publicUrl.isBlank() ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() : publicUrl.replaceFirst("/+$", "");
        return base + "/a/" + sent.code();
    }

    private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] bytes) {
        return ResponseEntity.ok().contentType(type).header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store").body(bytes);
    }
}
