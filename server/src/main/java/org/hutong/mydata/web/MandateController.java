package org.hutong.mydata.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.access.AllowResident;
import org.hutong.access.MandateScope;
import org.hutong.access.Role;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.Localised;
import org.hutong.kernel.Phone;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.kernel.ValueFault;
import org.hutong.mydata.Acts;
import org.hutong.problem.Problem;
import org.hutong.resource.Mandate;
import org.hutong.resource.MandateGiven;
import org.hutong.resource.Mandates;
import org.hutong.resource.NewMandate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mandates: a resident gives, accepts and ends them; an officer records one in person for somebody without a phone. */
@RestController
class MandateController {
    private final Mandates mandates;
    private final Acts acts;
    private final BusinessDay day;

    MandateController(Mandates mandates, Acts acts, BusinessDay day) {
        this.mandates = mandates;
        this.acts = acts;
        this.day = day;
    }

    /** Departments, or one application; all matters when neither is named. */
    record ScopeBody(@Nullable @Size(max = 20) Set<String> departments, @Nullable UUID application) {
        MandateScope scope() {
            return new MandateScope(departments == null ? Set.of() : Set.copyOf(departments), application);
        }
    }

    /** @param until last day */
    record GiveMandate(@NotBlank @Size(max = 100) String name, @NotBlank @Size(max = 40) String phone, @Valid @NotNull ScopeBody scope,
            @NotNull LocalDate until, @NotBlank @Size(max = 200) String reason) {
        @Override
        public String toString() {
            return "GiveMandate[hidden]";
        }
    }

    /** @param verified the officer has spoken with the person and seen the document */
    record RecordMandate(@Valid @NotNull GiveMandate mandate, @AssertTrue boolean verified) {
    }

    record MandateMade(UUID id) {
    }

    record ActBody(Localised application, Instant at) {
    }

    /**
     * One mandate.
     *
     * @param name            of the other side
     * @param departments     empty with no application: all matters
     * @param applicationName of the one application that it covers
     * @param state           {@code offered}, {@code in-force} or {@code ended}
     * @param recorded        by an officer in person
     * @param acts            what was done under it, newest first
     */
    record MandateBody(UUID id, String name, Set<String> departments, @Nullable UUID application, @Nullable Localised applicationName, LocalDate until,
            String reason, @Schema(allowableValues = {"offered", "in-force", "ended"}) String state, boolean recorded, Instant madeAt, @Nullable Instant acceptedAt, @Nullable Instant endedAt, List<ActBody> acts) {
    }

    record MandatesBody(List<MandateBody> given, List<MandateBody> received) {
    }

    @AllowResident
    @GetMapping("/api/resident/mandates")
    MandatesBody listMyMandates(Actor.Resident resident) {
        List<Mandate> received = mandates.received(resident);
        Map<SubjectId, String> principals = mandates.principalNames(received);
        return new MandatesBody(mandates.given(resident).stream().map(one -> body(one, true, one.agentName())).toList(),
                received.stream().map(one -> body(one, true, principals.getOrDefault(one.principal(), ""))).toList());
    }

    /** The answer is the same whether or not anybody has this phone. */
    @AllowResident
    @PostMapping("/api/resident/mandates")
    @ResponseStatus(HttpStatus.CREATED)
    MandateMade giveMandate(Actor.Resident resident, @Valid @RequestBody GiveMandate request) {
        return made(mandates.give(resident, wanted(request)));
    }

    @AllowResident
    @PostMapping("/api/resident/mandates/{id}/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void acceptMandate(Actor.Resident resident, @PathVariable UUID id) {
        there(mandates.accept(resident, id));
    }

    /** Ends, declines or takes back. */
    @AllowResident
    @DeleteMapping("/api/resident/mandates/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endMandate(Actor.Resident resident, @PathVariable UUID id) {
        there(mandates.end(resident, id));
    }

    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @GetMapping("/api/people/{id}/mandates")
    List<MandateBody> listMandatesOf(Actor.Officer officer, @PathVariable SubjectId id) {
        return mandates.of(officer, id).orElseThrow(Problem.NOT_FOUND::refused).stream().map(one -> body(one, false, one.agentName())).toList();
    }

    /** In person, for somebody without a phone. */
    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @PostMapping("/api/people/{id}/mandates")
    @ResponseStatus(HttpStatus.CREATED)
    MandateMade recordMandate(Actor.Officer officer, @PathVariable SubjectId id, @Valid @RequestBody RecordMandate request) {
        return made(mandates.record(officer, id, wanted(request.mandate())));
    }

    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @DeleteMapping("/api/people/{id}/mandates/{mandate}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endMandateOf(Actor.Officer officer, @PathVariable SubjectId id, @PathVariable UUID mandate) {
        there(mandates.end(officer, id, mandate));
    }

    /** Officers read what is covered, not what was done: that is between the two. */
    private MandateBody body(Mandate one, boolean withActs, String name) {
        List<ActBody> done = !withActs ? List.of() : acts.under(one).stream().map(act -> new ActBody(act.application(), act.at())).toList();
        return new MandateBody(one.id(), name, one.scope().departments(), one.scope().application(),
                Optional.ofNullable(one.scope().application()).map(acts::title).orElse(null), one.until(), one.reason(), state(one), one.recorded(),
                one.madeAt(), one.acceptedAt(), one.endedAt(), done);
    }

    private String state(Mandate one) {
        return switch (one.on(day.today())) {
            case OFFERED -> "offered";
            case IN_FORCE -> "in-force";
            case ENDED -> "ended";
        };
    }

    private static NewMandate wanted(GiveMandate request) {
        if (request.scope().application() != null && request.scope().departments() != null && !request.scope().departments().isEmpty()) {
            throw Problem.INVALID_REQUEST.refused().about(1).at("scope", "mandate-scope");
        }
        return new NewMandate(request.name().strip(), phone(request.phone()), request.scope().scope(), request.until(), request.reason().strip());
    }

    private static String phone(String typed) {
        return switch (Phone.read(typed)) {
            case Value.Text text when Phone.isMobile(text.text()) -> text.text();
            case ValueFault fault -> throw Problem.INVALID_REQUEST.refused().about(1).at("phone", fault.code());
            default -> throw Problem.INVALID_REQUEST.refused().about(1).at("phone", "phone-no-mobile");
        };
    }

    private static MandateMade made(MandateGiven given) {
        return switch (given) {
            case MandateGiven.Given(UUID id) -> new MandateMade(id);
            case MandateGiven.DaysWrong(String fault) -> throw Problem.INVALID_REQUEST.refused().about(1).at("until", fault);
            case MandateGiven.TooMany(int most) -> throw Problem.MANDATES_FULL.refused().about(most);
            case MandateGiven.NoSuchPerson ignored -> throw Problem.NOT_FOUND.refused();
        };
    }

    private static void there(boolean done) {
        if (!done) {
            throw Problem.NOT_FOUND.refused();
        }
    }
}
