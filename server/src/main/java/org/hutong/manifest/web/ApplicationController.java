package org.hutong.manifest.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.access.Role;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.manifest.Application;
import org.hutong.manifest.ApplicationRefusal;
import org.hutong.manifest.Applications;
import org.hutong.manifest.Change;
import org.hutong.manifest.Changed;
import org.hutong.manifest.Finding;
import org.hutong.manifest.Severity;
import org.hutong.manifest.Template;
import org.hutong.manifest.Templates;
import org.hutong.problem.Problem;
import org.hutong.problem.Refused;
import org.hutong.region.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Applications as officers draft, publish and close them. */
@RestController
class ApplicationController {

    record NewApplication(@Nullable String template, @Nullable RegionCode region,
            @Schema(ref = "#/components/schemas/Manifest") @Nullable JsonNode manifest) {
    }

    record RegionName(RegionCode code, Localised name) {
    }

    record ApplicationItem(UUID id, @Schema(allowableValues = {"draft", "running", "closed"}) String state, Localised title, RegionName region,
            String department, @Nullable Integer version, int revision, Instant savedAt, String savedBy, @Nullable Instant publishedAt, boolean editable) {
    }

    record ApplicationBody(UUID id, @Schema(allowableValues = {"draft", "running", "closed"}) String state, Localised title, RegionName region,
            String department, @Nullable Integer version, int revision, Instant savedAt, String savedBy, boolean editable,
            @Schema(ref = "#/components/schemas/Manifest") @Nullable JsonNode draft,
            @Schema(ref = "#/components/schemas/Manifest") @Nullable JsonNode published,
            @Nullable Instant publishedAt, @Nullable String publishedBy, @Nullable Instant closedAt) {
    }

    record Saved(int revision, Instant savedAt) {
    }

    private final Applications applications;
    private final Templates templates;
    private final Regions regions;

    ApplicationController(Applications applications, Templates templates, Regions regions) {
        this.applications = applications;
        this.templates = templates;
        this.regions = regions;
    }

    @AllowOfficer(roles = Role.OFFICER)
    @PostMapping("/api/applications")
    @ResponseStatus(HttpStatus.CREATED)
    ApplicationBody create(Actor.Officer officer, @RequestBody NewApplication wanted) {
        if ((wanted.template == null) == (wanted.manifest == null)) {
            throw Problem.INVALID_REQUEST.refused().about(1).at("template", "template-or-manifest");
        }
        if (wanted.manifest != null) {
            return body(officer, done(applications.create(officer, wanted.manifest)));
        }
        RegionCode region = wanted.region == null ? officer.region() : wanted.region;
        Template template = templates.find(wanted.template).orElseThrow(Problem.NOT_FOUND::refused);
        if (!officer.region().contains(region) || regions.find(region).isEmpty()) {
            throw Problem.NOT_FOUND.refused();
        }
        return body(officer, done(applications.createFrom(officer, template, region)));
    }

    @AllowOfficer
    @GetMapping("/api/applications")
    List<ApplicationItem> list(Actor.Officer officer,
            @RequestParam(required = false) @Schema(allowableValues = {"draft", "running", "closed"}) @Nullable String state) {
        return applications.visibleTo(officer, states(state)).stream().map(one -> item(officer, one)).toList();
    }

    @AllowOfficer
    @GetMapping("/api/applications/{id}")
    ApplicationBody one(Actor.Officer officer, @PathVariable UUID id) {
        return body(officer, applications.find(officer, id).orElseThrow(Problem.NOT_FOUND::refused));
    }

    @AllowOfficer(roles = Role.OFFICER)
    @PutMapping("/api/applications/{id}/draft")
    Saved saveDraft(Actor.Officer officer, @PathVariable UUID id, @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody @Schema(ref = "#/components/schemas/Manifest") JsonNode manifest) {
        int revision = revision(ifMatch).orElseThrow(Problem.REVISION_REQUIRED::refused);
        Application saved = done(applications.saveDraft(officer, id, revision, manifest));
        return new Saved(saved.revision(), saved.savedAt());
    }

    @AllowOfficer(roles = Role.OFFICER)
    @PostMapping("/api/applications/{id}/publish")
    ApplicationBody publish(Actor.Officer officer, @PathVariable UUID id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return body(officer, done(applications.publish(officer, id, revision(ifMatch))));
    }

    @AllowOfficer(roles = Role.OFFICER)
    @PostMapping("/api/applications/{id}/close")
    ApplicationBody close(Actor.Officer officer, @PathVariable UUID id) {
        return body(officer, done(applications.close(officer, id)));
    }

    private static Set<Application.State> states(@Nullable String word) {
        return switch (word) {
            case null -> Set.of();
            case "draft" -> Set.of(Application.State.DRAFT);
            case "running" -> Set.of(Application.State.RUNNING);
            case "closed" -> Set.of(Application.State.CLOSED);
            default -> throw Problem.INVALID_REQUEST.refused().about(1).at("state", "not-in-list", "draft, running, closed");
        };
    }

    private static Application done(Change change) {
        return switch (change) {
            case Changed changed -> changed.application();
            case ApplicationRefusal.NotFound() -> throw Problem.NOT_FOUND.refused();
            case ApplicationRefusal.NotOwned ignored -> throw Problem.NOT_YOURS.refused();
            case ApplicationRefusal.AlreadyClosed ignored -> throw Problem.NOT_EDITABLE.refused();
            case ApplicationRefusal.NeverPublished ignored -> throw Problem.NOT_EDITABLE.refused();
            case ApplicationRefusal.RevisionChanged(int revision, String savedBy, Instant savedAt) ->
                    throw Problem.REVISION_CHANGED.refused().with("revision", revision).with("savedBy", savedBy).with("savedAt", savedAt);
            case ApplicationRefusal.NotKept(List<Finding> findings) -> throw invalid(findings);
            case ApplicationRefusal.NotPublishable(List<Finding> findings) -> throw invalid(findings);
        };
    }

    private static Refused invalid(List<Finding> findings) {
        List<Finding> errors = findings.stream().filter(finding -> finding.severity() == Severity.ERROR).toList();
        Refused refused = Problem.MANIFEST_INVALID.refused().about(errors.size());
        errors.forEach(finding -> refused.at(finding.path(), finding.code(), finding.message()));
        return refused;
    }

    /** Reads {@code 3}, {@code "3"} and {@code W/"3"}. */
    private static Optional<Integer> revision(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return Optional.empty();
        }
        String digits = ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
        if (!digits.matches("\\d{1,9}")) {
            throw Problem.REVISION_REQUIRED.refused();
        }
        return Optional.of(Integer.parseInt(digits));
    }

    private ApplicationItem item(Actor.Officer officer, Application one) {
        return new ApplicationItem(one.id(), word(one), one.title(), region(one), one.department(), one.version() == 0 ? null : one.version(),
                one.revision(), one.savedAt(), one.savedBy(), applications.published(one).map(found -> found.publishedAt()).orElse(null),
                one.isEditableBy(officer));
    }

    private ApplicationBody body(Actor.Officer officer, Application one) {
        var draft = applications.draft(officer, one);
        var published = applications.published(one);
        return new ApplicationBody(one.id(), word(one), one.title(), region(one), one.department(), one.version() == 0 ? null : one.version(),
                one.revision(), one.savedAt(), one.savedBy(), one.isEditableBy(officer), draft.map(found -> found.json()).orElse(null),
                published.map(found -> found.manifest().json()).orElse(null), published.map(found -> found.publishedAt()).orElse(null),
                published.map(found -> found.publishedBy()).orElse(null), one.closedAt());
    }

    private RegionName region(Application one) {
        return new RegionName(one.region(), regions.name(one.region()));
    }

    private static String word(Application one) {
        return one.state().name().toLowerCase(Locale.ROOT);
    }
}
