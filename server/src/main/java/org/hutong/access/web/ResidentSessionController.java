package org.hutong.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import java.util.Locale;

import org.hutong.access.Actor;
import org.hutong.access.AllowAnyone;
import org.hutong.access.AllowResident;
import org.hutong.access.CodeRequest;
import org.hutong.access.RegionNames;
import org.hutong.access.ResidentDirectory;
import org.hutong.access.ResidentSessions;
import org.hutong.access.ResidentSignIn;
import org.hutong.kernel.IdNumber;
import org.hutong.kernel.Localised;
import org.hutong.kernel.Phone;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.kernel.ValueFault;
import org.hutong.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A resident asks for a phone code, signs in with it, signs out. */
@RestController
@RequestMapping("/api/resident")
class ResidentSessionController {
    private final ResidentSessions sessions;
    private final RegionNames regions;
    private final Address address;

    ResidentSessionController(ResidentSessions sessions, RegionNames regions, Address address) {
        this.sessions = sessions;
        this.regions = regions;
        this.address = address;
    }

    record AskForCode(@NotBlank @Size(max = 40) String phone) {
        @Override
        public String toString() {
            return "AskForCode[hidden]";
        }
    }

    record CodeSent(long expiresInSeconds) {
    }

    /** @param region where a newcomer lives; without meaning for somebody on file */
    record SignInResident(@Nullable @Size(max = 40) String idNumber, @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 40) String phone, @Pattern(regexp = "\\d{6}") String code, @Nullable RegionCode region) {
        @Override
        public String toString() {
            return "SignInResident[hidden]";
        }
    }

    /**
     * @param subject  names the person without saying anything about them, so that a device tells the typing of one from another's
     * @param newcomer not (yet) recognised as a person on file, for whatever reason
     */
    record ResidentSession(SubjectId subject, String name, boolean newcomer, @Nullable Place region) {
    }

    record Place(RegionCode code, Localised name) {
    }

    @PostMapping("/codes")
    @AllowAnyone
    @ResponseStatus(HttpStatus.ACCEPTED)
    CodeSent askForCode(@Valid @RequestBody AskForCode request, Locale locale, HttpServletRequest http) {
        return switch (sessions.sendCode(phone(request.phone()), locale, address.of(http))) {
            case CodeRequest.Sent sent -> new CodeSent(sent.validFor().toSeconds());
            case CodeRequest.TooMany tooMany -> throw Waiting.refused(tooMany.after(), http);
            case CodeRequest.NoChannel ignored -> throw Problem.NO_CHANNEL.refused();
        };
    }

    @PostMapping("/session")
    @AllowAnyone
    ResidentSession signInResident(@Valid @RequestBody SignInResident request, HttpServletRequest http, HttpServletResponse response) {
        ResidentSessions.Claim claim = new ResidentSessions.Claim(idNumber(request.idNumber()), request.name().strip(), phone(request.phone()),
                request.code(), request.region());
        if (claim.region() != null && regions.nameOf(claim.region()).isEmpty()) {
            throw Problem.INVALID_REQUEST.refused().about(1).at("region", "region-unknown");
        }
        return switch (sessions.signIn(claim, address.of(http))) {
            case ResidentSignIn.SignedIn signedIn -> {
                Cookies.RESIDENT.read(http).ifPresent(sessions::end);
                Cookies.RESIDENT.write(http, response, signedIn.token());
                yield view(signedIn.resident());
            }
            case ResidentSignIn.CodeNotRight ignored -> throw Problem.CODE_REFUSED.refused();
            case ResidentSignIn.TooManyTries tooMany -> throw Waiting.refused(tooMany.after(), http);
        };
    }

    @GetMapping("/session")
    @AllowResident
    ResidentSession getResidentSession(Actor.Resident resident) {
        return view(resident);
    }

    @DeleteMapping("/session")
    @AllowAnyone
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOutResident(HttpServletRequest http, HttpServletResponse response) {
        Cookies.RESIDENT.read(http).ifPresent(sessions::end);
        Cookies.RESIDENT.clear(http, response);
    }

    private ResidentSession view(Actor.Resident resident) {
        ResidentDirectory.Greeting greeting = sessions.greeting(resident);
        return new ResidentSession(resident.person(), greeting.name(), resident.newcomer(),
                greeting.region() == null ? null : new Place(greeting.region(), name(greeting.region())));
    }

    private static String phone(String typed) {
        return switch (Phone.read(typed)) {
            case Value.Text text when Phone.isMobile(text.text()) -> text.text();
            case ValueFault fault -> throw Problem.INVALID_REQUEST.refused().about(1).at("phone", fault.code());
            default -> throw Problem.INVALID_REQUEST.refused().about(1).at("phone", "phone-no-mobile");
        };
    }

    private static @Nullable String idNumber(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        return switch (IdNumber.read(typed)) {
            case Value.Text text -> text.text();
            case ValueFault fault -> throw Problem.INVALID_REQUEST.refused().about(1).at("idNumber", fault.code());
            default -> throw new IllegalStateException("an ID number is a text");
        };
    }

    private Localised name(RegionCode region) {
        return regions.nameOf(region).orElseGet(() -> Localised.of("地区 " + region, "code " + region));
    }
}
