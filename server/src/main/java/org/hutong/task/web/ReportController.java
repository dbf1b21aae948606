package org.hutong.task.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.access.Role;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.problem.Problem;
import org.hutong.region.Regions;
import org.hutong.task.Report;
import org.hutong.task.Reports;
import org.hutong.task.TaskId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What officers have to check: people who are said to have moved or died. */
@RestController
class ReportController {
    private final Reports reports;
    private final Regions regions;

    ReportController(Reports reports, Regions regions) {
        this.reports = reports;
        this.regions = regions;
    }

    /**
     * One report.
     *
     * @param kind    moved or dead
     * @param name    empty when the person lives outside the officer's region by the record
     * @param title   of the application on whose visit it was heard or whose form says it
     * @param told    in a form, by whom and how; absent when it was heard at a door
     */
    record ReportBody(String id, SubjectId person, String name, String kind, RegionCode region, Localised regionName, @Nullable RegionCode toRegion,
            @Nullable Localised toRegionName, String toAddress, Instant reportedAt, Localised title, @Nullable ToldBody told) {
    }

    /**
     * By whom it was told in a form.
     *
     * @param by    absent where it could not be seen any more
     * @param name  empty when that one lives outside the officer's region
     * @param means how the answer came
     */
    record ToldBody(@Nullable SubjectId by, String name, @Schema(allowableValues = {"self", "family", "agent", "phone", "in-person", "paper"}) String means) {
    }

    /** {@code region} is where the person lives now, where the report does not say it; {@code died} is the day of death. */
    record DecideReport(@NotNull Boolean accept, @Nullable RegionCode region, @Nullable LocalDate died) {
    }

    @AllowOfficer(roles = {Role.OFFICER})
    @GetMapping("/api/officer/reports")
    List<ReportBody> listReports(Actor.Officer officer) {
        return reports.waiting(officer).stream().map(this::body).toList();
    }

    @AllowOfficer(roles = {Role.OFFICER})
    @PostMapping("/api/officer/reports/{id}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decideReport(Actor.Officer officer, @PathVariable String id, @Valid @RequestBody DecideReport decision) {
        switch (reports.decide(officer, id(id), decision.accept(), decision.region(), decision.died())) {
            case DONE -> {
            }
            case NOT_FOUND -> throw Problem.NOT_FOUND.refused();
            case CLOSED -> throw Problem.REPORT_DECIDED.refused();
            case NEEDS_REGION -> throw Problem.INVALID_REQUEST.refused().about(1).at("region", "required");
            case NEEDS_DAY -> throw Problem.INVALID_REQUEST.refused().about(1).at("died", "required");
        }
    }

    private ReportBody body(Reports.Named named) {
        Report report = named.report();
        return new ReportBody(report.id().toString(), report.person(), named.name(), report.kind().code(), report.livesIn(), regions.name(report.livesIn()),
                report.toRegion(), report.toRegion() == null ? null : regions.name(report.toRegion()), report.toAddress(), report.reportedAt(), named.title(),
                report.told() == null ? null : new ToldBody(report.told().by(), named.teller(), report.told().means().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private static TaskId id(String text) {
        try {
            return TaskId.parse(text);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.NOT_FOUND.refused();
        }
    }
}
