package org.hutong.access.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.hutong.access.AllowAccount;
import org.hutong.access.AllowAnyone;
import org.hutong.access.HeldPost;
import org.hutong.access.OfficerSession;
import org.hutong.access.OfficerSessions;
import org.hutong.access.OfficerSignIn;
import org.hutong.access.PasswordChange;
import org.hutong.access.RegionNames;
import org.hutong.access.Role;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** An officer signs in, chooses a post, signs out. */
@RestController
@RequestMapping("/api/officer/session")
class OfficerSessionController {
    private final OfficerSessions sessions;
    private final RegionNames regions;
    private final Address address;

    OfficerSessionController(OfficerSessions sessions, RegionNames regions, Address address) {
        this.sessions = sessions;
        this.regions = regions;
        this.address = address;
    }

    record SignInOfficer(@NotBlank @Size(max = 100) String login, @NotBlank @Size(max = 200) String password) {
        @Override
        public String toString() {
            return "SignInOfficer[hidden]";
        }
    }

    record ChoosePost(UUID post) {
    }

    /** @param post        the post chosen now, absent until one is chosen
     *  @param passwordDue the password has to be changed before anything else */
    record Session(AccountView account, boolean passwordDue, @Nullable PostView post, List<PostView> posts) {
    }

    record AccountView(String name, String login) {
    }

    /** @param deputy held for somebody else, to the end of the day {@code until} */
    record PostView(UUID id, Localised title, PostRegion region, String department, List<Role> roles, boolean deputy, @Nullable LocalDate until) {
    }

    record PostRegion(RegionCode code, Localised name) {
    }

    @PostMapping
    @AllowAnyone
    Session signInOfficer(@Valid @RequestBody SignInOfficer request, HttpServletRequest http, HttpServletResponse response) {
        return switch (sessions.signIn(request.login(), request.password(), address.of(http))) {
            case OfficerSignIn.SignedIn signedIn -> {
                Cookies.OFFICER.read(http).ifPresent(sessions::end);
                Cookies.OFFICER.write(http, response, signedIn.token());
                yield view(signedIn.session());
            }
            case OfficerSignIn.NotRight ignored -> throw Problem.SIGN_IN_REFUSED.refused();
            case OfficerSignIn.TooManyTries tooMany -> throw Waiting.refused(tooMany.after(), http);
            case OfficerSignIn.Busy ignored -> throw Problem.BUSY.refused();
        };
    }

    @GetMapping
    @AllowAccount
    Session getOfficerSession(OfficerSession session) {
        return view(session);
    }

    @PutMapping("/post")
    @AllowAccount
    Session choosePost(OfficerSession session, @Valid @RequestBody ChoosePost request, HttpServletRequest http, HttpServletResponse response) {
        OfficerSignIn.SignedIn next = Cookies.OFFICER.read(http).flatMap(token -> sessions.choosePost(token, request.post()))
                .orElseThrow(Problem.POST_NOT_HELD::refused);
        Cookies.OFFICER.write(http, response, next.token());
        return view(next.session());
    }

    record ChangePassword(@NotBlank @Size(max = 200) String current, @NotBlank @Size(max = 200) String next) {
        @Override
        public String toString() {
            return "ChangePassword[hidden]";
        }
    }

    /** Ends all other sessions of the account. */
    @PutMapping("/password")
    @AllowAccount
    Session changePassword(OfficerSession session, @Valid @RequestBody ChangePassword request, HttpServletRequest http, HttpServletResponse response) {
        return switch (sessions.changePassword(session, request.current(), request.next(), address.of(http))) {
            case PasswordChange.Changed changed -> {
                Cookies.OFFICER.write(http, response, changed.token());
                yield view(changed.session());
            }
            case PasswordChange.NotRight ignored -> throw Problem.INVALID_REQUEST.refused().about(1).at("current", "password-wrong");
            case PasswordChange.TooShort tooShort -> throw Problem.INVALID_REQUEST.refused().about(1).at("next", "too-short", tooShort.least());
            case PasswordChange.TooEasy ignored -> throw Problem.INVALID_REQUEST.refused().about(1).at("next", "password-easy");
            case PasswordChange.TooManyTries tooMany -> throw Waiting.refused(tooMany.after(), http);
            case PasswordChange.Busy ignored -> throw Problem.BUSY.refused();
        };
    }

    @DeleteMapping
    @AllowAnyone
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOutOfficer(HttpServletRequest http, HttpServletResponse response) {
        Cookies.OFFICER.read(http).ifPresent(sessions::end);
        Cookies.OFFICER.clear(http, response);
    }

    private Session view(OfficerSession session) {
        List<PostView> posts = sessions.posts(session.account()).stream().map(this::view).toList();
        Optional<PostView> chosen = session.officer().flatMap(officer -> posts.stream().filter(post -> post.id().equals(officer.post())).findFirst());
        return new Session(new AccountView(session.name(), session.login()), session.passwordDue(), chosen.orElse(null), posts);
    }

    private PostView view(HeldPost post) {
        return new PostView(post.id(), post.title(), new PostRegion(post.region(), name(post.region())), post.department(),
                post.roles().stream().sorted(Comparator.naturalOrder()).toList(), post.deputy(), post.until());
    }

    private Localised name(RegionCode region) {
        return regions.nameOf(region).orElseGet(() -> Localised.of("地区 " + region, "code " + region));
    }
}
