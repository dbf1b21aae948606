package org.hutong.audience.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.access.Role;
import org.hutong.audience.Audiences;
import org.hutong.audience.CheckedApplication;
import org.hutong.audience.DesignCheck;
import org.hutong.audience.OnceOnly;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.Criterion;
import org.hutong.kernel.CriterionFault;
import org.hutong.kernel.CriterionJson;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;
import org.hutong.problem.Problem;
import org.hutong.problem.Refused;
import org.hutong.region.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Live counts of people, and the check of an application with what is known of the people it addresses. */
@RestController
class AudienceController {

    record WantedCount(@Schema(ref = "#/components/schemas/ManifestCriterion") JsonNode criterion, @Schema(ref = "#/components/schemas/ManifestRelation") String relation,
            RegionCode region) {
    }

    record Count(long count) {
    }

    record FindingBody(@Schema(allowableValues = {"error", "warning"}) String severity, String code, String path, String message) {
    }

    record CheckBody(List<FindingBody> findings, @Nullable OnceOnly onceOnly) {
    }

    private final Audiences audiences;
    private final DesignCheck check;
    private final Regions regions;
    private final BusinessDay day;

    AudienceController(Audiences audiences, DesignCheck check, Regions regions, BusinessDay day) {
        this.audiences = audiences;
        this.check = check;
        this.regions = regions;
        this.day = day;
    }

    @AllowOfficer
    @PostMapping("/api/audience/count")
    Count count(Actor.Officer officer, @RequestBody WantedCount wanted) {
        if (!officer.region().contains(wanted.region) || regions.find(wanted.region).isEmpty()) {
            throw Problem.NOT_FOUND.refused();
        }
        RegionRelation relation = RegionRelation.find(wanted.relation)
                .orElseThrow(() -> Problem.INVALID_REQUEST.refused().about(1).at("relation", "criterion-relation"));
        List<CriterionFault> faults = audiences.faults(wanted.criterion);
        if (!faults.isEmpty() || !(CriterionJson.read(wanted.criterion) instanceof Criterion criterion)) {
            Refused refused = Problem.CRITERION_INVALID.refused().about(faults.size());
            faults.forEach(fault -> refused.at("/criterion" + fault.path(), fault.code(), fault.args().toArray()));
            throw refused;
        }
        return new Count(audiences.count(officer, criterion, relation, wanted.region, day.today()));
    }

    @AllowOfficer(roles = Role.OFFICER)
    @PostMapping("/api/applications/{id}/check")
    CheckBody check(Actor.Officer officer, @PathVariable UUID id, Locale reader) {
        CheckedApplication checked = switch (check.of(officer, id)) {
            case CheckedApplication found -> found;
            case DesignCheck.NotFound() -> throw Problem.NOT_FOUND.refused();
            case DesignCheck.NotOwned() -> throw Problem.NOT_YOURS.refused();
        };
        return new CheckBody(checked.findings().stream().map(finding -> new FindingBody(finding.severity().name().toLowerCase(Locale.ROOT),
                finding.code(), finding.path(), finding.message().in(reader))).toList(), checked.onceOnly().orElse(null));
    }
}
