package org.hutong.resource.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.access.AllowResident;
import org.hutong.access.Role;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.problem.Problem;
import org.hutong.region.Regions;
import org.hutong.resource.Arrival;
import org.hutong.resource.Arrivals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Newcomers say that they live here now; officers of the place meet them. */
@RestController
class ArrivalController {
    /** A community: a street or a district is too large to be met in. */
    private static final int COMMUNITY = 5;
    private final Arrivals arrivals;
    private final Regions regions;
    private final BusinessDay day;

    ArrivalController(Arrivals arrivals, Regions regions, BusinessDay day) {
        this.arrivals = arrivals;
        this.regions = regions;
        this.day = day;
    }

    /** @param state none as long as nothing was said */
    record MyArrivalBody(@Schema(allowableValues = {"none", "waiting", "accepted", "refused"}) String state, @Nullable RegionCode region,
            @Nullable Localised regionName, @Nullable Instant saidAt) {
    }

    /** @param since first day, when it is known */
    record SayArrival(@NotNull RegionCode region, @NotBlank @Size(max = 200) String address, @Nullable LocalDate since) {
        @Override
        public String toString() {
            return "SayArrival[hidden]";
        }
    }

    /** A newcomer who waits to be met. */
    record ArrivalBody(SubjectId person, String name, @Nullable String phoneMasked, RegionCode region, Localised regionName, String address, Instant saidAt) {
    }

    record DecideArrival(@NotNull Boolean accept) {
    }

    @AllowResident
    @GetMapping("/api/resident/arrival")
    MyArrivalBody readMyArrival(Actor.Resident resident) {
        return arrivals.of(resident).map(this::mine).orElse(new MyArrivalBody("none", null, null, null));
    }

    @AllowResident
    @PutMapping("/api/resident/arrival")
    MyArrivalBody sayArrival(Actor.Resident resident, @Valid @RequestBody SayArrival said) {
        if (said.region().level() < COMMUNITY || regions.nameOf(said.region()).isEmpty()) {
            throw Problem.INVALID_REQUEST.refused().about(1).at("region", "region-unknown");
        }
        if (said.since() != null && said.since().isAfter(day.today())) {
            throw Problem.INVALID_REQUEST.refused().about(1).at("since", "day-future");
        }
        return arrivals.say(resident, said.region(), said.address().strip(), said.since()).map(this::mine).orElseThrow(Problem.NOT_FOUND::refused);
    }

    @AllowOfficer(roles = {Role.OFFICER})
    @GetMapping("/api/officer/arrivals")
    List<ArrivalBody> listArrivals(Actor.Officer officer) {
        return arrivals.waiting(officer).stream().map(met -> new ArrivalBody(met.arrival().person(), met.door().name(), met.door().phoneMasked(), met.arrival().region(),
                regions.name(met.arrival().region()), met.door().address(), met.arrival().saidAt())).toList();
    }

    @AllowOfficer(roles = {Role.OFFICER})
    @PostMapping("/api/officer/arrivals/{person}/decision")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decideArrival(Actor.Officer officer, @PathVariable SubjectId person, @Valid @RequestBody DecideArrival decision) {
        switch (arrivals.decide(officer, person, decision.accept())) {
            case DONE -> {
            }
            case NOT_FOUND -> throw Problem.NOT_FOUND.refused();
            case CLOSED -> throw Problem.REPORT_DECIDED.refused();
        }
    }

    private MyArrivalBody mine(Arrival one) {
        return new MyArrivalBody(one.waits() ? "waiting" : one.outcome(), one.region(), regions.name(one.region()), one.saidAt());
    }
}
