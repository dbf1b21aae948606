package org.hutong.access.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.hutong.access.Accounts;
import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.access.PostChange;
import org.hutong.access.PostChanges;
import org.hutong.access.Role;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts and posts of the administrator's region and below, and the journal of their changes. No residents' data is shown here. */
@RestController
@RequestMapping("/api/administration")
class AdministrationController {
    private static final int PAGE = 30;
    private static final int LAST_PAGE = 10_000;
    private final Accounts accounts;
    private final PostChanges changes;
    private final PostViews views;

    AdministrationController(Accounts accounts, PostChanges changes, PostViews views) {
        this.accounts = accounts;
        this.changes = changes;
        this.views = views;
    }

    /** A post held today. @param until last day, absent while open-ended */
    record HeldView(UUID post, Localised title, @Nullable LocalDate until, boolean deputy) {
    }

    /** @param passwordDue the one-time password has not been changed yet
     *  @param own         the caller's own account, which others keep */
    record AccountRow(UUID id, String login, String name, PostViews.@Nullable Region region, boolean disabled, boolean passwordDue, boolean own,
            List<HeldView> posts) {
    }

    record AccountPage(List<AccountRow> items, int page, int size, boolean more) {
    }

    record PostPage(List<PostViews.Post> items, int page, int size, boolean more) {
    }

    /** @param kind such as {@code deputy-named} */
    record ChangeView(Instant at, String kind, PostViews.Region region, @Nullable Localised post, @Nullable String whom, @Nullable LocalDate since,
            @Nullable LocalDate until, String by, Localised byPost) {
    }

    record ChangePage(List<ChangeView> items, int page, int size, boolean more) {
    }

    /** @param login begins with a letter; small letters, digits, dots, hyphens */
    record CreateAccount(@NotBlank @Pattern(regexp = "[A-Za-z][A-Za-z0-9.-]{2,49}") String login, @NotBlank @Size(max = 100) String name,
            @NotNull RegionCode region) {
    }

    /** Shown this once: only its hash is kept. */
    record OneTimePassword(UUID account, String password) {
        @Override
        public String toString() {
            return "OneTimePassword[hidden]";
        }
    }

    /** @param department such as {@code civil-affairs} */
    record CreatePost(@NotNull Localised title, @NotNull RegionCode region, @NotBlank @Pattern(regexp = "[a-z][a-z-]{1,39}") String department,
            @NotEmpty Set<Role> roles) {
    }


    @GetMapping("/accounts")
    @AllowOfficer(roles = Role.ADMINISTRATOR)
    AccountPage findAccounts(Actor.Officer officer, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page) {
        int at = Math.clamp(page, 0, LAST_PAGE);
        List<Accounts.Row> found = accounts.within(officer, q.strip(), at * PAGE, PAGE + 1);
        return new AccountPage(found.stream().limit(PAGE).map(row -> view(officer, row)).toList(), at, PAGE, found.size() > PAGE);
    }

    @PostMapping("/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    @AllowOfficer(roles = Role.ADMINISTRATOR)
    OneTimePassword createAccount(Actor.Officer officer, @Valid @RequestBody CreateAccount request) {
        known(request.region());
        return view(PostViews.done(accounts.create(officer, request.login(), request.name().strip(), request.region())));
    }

    @PostMapping("/accounts/{id}/password")
    @AllowOfficer(roles = Role.ADMINISTRATOR)
    OneTimePassword resetPassword(Actor.Officer officer, @PathVariable UUID id) {
        return view(PostViews.done(accounts.resetPassword(officer, id)));
    }

    @PostMapping("/accounts/{id}/disable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowOfficer(roles = Role.ADMINISTRATOR)
    void disableAccount(Actor.Officer officer, @PathVariable UUID id) {
        PostViews.done(accounts.disable(officer, id));
    }

    @PostMapping("/accounts/{id}/enable")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowOfficer(roles = Role.ADMINISTRATOR)
    void enableAccount(Actor.Officer officer, @PathVariable UUID id) {
        PostViews.done(accounts.enable(officer, id));
    }

    @GetMapping("/posts")
    @AllowOfficer(roles = Role.ADMINISTRATOR)
    PostPage findPosts(Actor.Officer officer, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page) {
        int at = Math.clamp(page, 0, LAST_PAGE);
        var found = accounts.posts(officer, q.strip(), at * PAGE, PAGE + 1);
        return new PostPage(found.stream().limit(PAGE).map(views::post).toList(), at, PAGE, found.size() > PAGE);
    }

    @PostMapping("/posts")
    @ResponseStatus(HttpStatus.CREATED)
    @AllowOfficer(roles = Role.ADMINISTRATOR)
    PostViews.Made createPost(Actor.Officer officer, @Valid @RequestBody CreatePost request) {
        known(request.region());
        return new PostViews.Made(PostViews.done(accounts.createPost(officer, request.title(), request.region(), request.department(), request.roles())));
    }

    @PostMapping("/posts/{id}/abolish")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowOfficer(roles = Role.ADMINISTRATOR)
    void abolishPost(Actor.Officer officer, @PathVariable UUID id) {
        PostViews.done(accounts.abolishPost(officer, id));
    }

    @GetMapping("/changes")
    @AllowOfficer(roles = {Role.ADMINISTRATOR, Role.AUDITOR})
    ChangePage listPostChanges(Actor.Officer officer, @RequestParam(defaultValue = "0") int page) {
        int at = Math.clamp(page, 0, LAST_PAGE);
        List<PostChange> found = changes.within(officer, at * PAGE, PAGE + 1);
        return new ChangePage(found.stream().limit(PAGE).map(this::view).toList(), at, PAGE, found.size() > PAGE);
    }

    private AccountRow view(Actor.Officer reader, Accounts.Row row) {
        return new AccountRow(row.id(), row.login(), row.name(), row.region() == null ? null : views.region(row.region()), row.disabled(),
                row.passwordDue(), row.id().equals(reader.account()),
                row.posts().stream().map(post -> new HeldView(post.post(), post.title(), post.until(), post.deputy())).toList());
    }

    private ChangeView view(PostChange change) {
        return new ChangeView(change.at(), change.kind().word(), views.region(change.region()), change.post(), change.whom(), change.since(),
                change.until(), change.by(), change.byPost());
    }

    private static OneTimePassword view(Accounts.OneTime made) {
        return new OneTimePassword(made.account(), made.password());
    }

    private void known(RegionCode region) {
        if (!views.knows(region)) {
            throw Problem.INVALID_REQUEST.refused().about(1).at("region", "region-unknown");
        }
    }
}
