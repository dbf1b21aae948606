package org.hutong.access.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.access.HandoverNote;
import org.hutong.access.Handovers;
import org.hutong.access.PostSheet;
import org.hutong.access.PostWork;
import org.hutong.access.Posts;
import org.hutong.access.Role;
import org.hutong.kernel.Localised;
import org.hutong.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A post: who holds it, its deputies, what waits with it, its handover. No residents' data is shown here. */
@RestController
@RequestMapping("/api/posts/{id}")
class PostController {
    private final Posts posts;
    private final Handovers handovers;
    private final PostViews views;

    PostController(Posts posts, Handovers handovers, PostViews views) {
        this.posts = posts;
        this.handovers = handovers;
        this.views = views;
    }

    /** @param held who holds the post now or will, own holders before deputies */
    record SheetView(PostViews.Post post, List<PostSheet.Held> held, PostSheet.@Nullable Planned handover, boolean changes, boolean gives) {
    }

    record ColleagueView(UUID account, String name, String login, List<Localised> posts) {
    }

    record WaitingView(Localised name, long count, @Nullable String path, List<PostWork.Item> items) {
    }

    /** @param deputy otherwise the post is given as the own, which only an administrator does
     *  @param until  last day; a deputyship needs one */
    record GivePost(@NotNull UUID account, @NotNull LocalDate since, @Nullable LocalDate until, boolean deputy) {
    }

    /** @param holding of whoever gives the post
     *  @param lastDay of whoever gives it; the successor begins the next day */
    record HandOver(@NotNull UUID holding, @NotNull UUID successor, @NotNull LocalDate lastDay, @NotNull @Size(max = 4000) String note) {
    }


    @GetMapping
    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER, Role.STEWARD, Role.ADMINISTRATOR, Role.AUDITOR})
    SheetView readPost(Actor.Officer officer, @PathVariable UUID id) {
        PostSheet sheet = there(posts.sheet(officer, id));
        return new SheetView(views.post(sheet.post()), sheet.held(), sheet.handover(), sheet.changes(), sheet.gives());
    }

    /** Accounts that may become deputy or successor, by a part of name or login. */
    @GetMapping("/colleagues")
    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER, Role.STEWARD, Role.ADMINISTRATOR, Role.AUDITOR})
    List<ColleagueView> findColleagues(Actor.Officer officer, @PathVariable UUID id, @RequestParam(defaultValue = "") String q) {
        return there(posts.colleagues(officer, id, q.strip())).stream()
                .map(one -> new ColleagueView(one.account(), one.name(), one.login(), one.posts())).toList();
    }

    @GetMapping("/waiting")
    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER, Role.STEWARD, Role.ADMINISTRATOR, Role.AUDITOR})
    List<WaitingView> readWaiting(Actor.Officer officer, @PathVariable UUID id) {
        return there(posts.waiting(officer, id)).stream().map(one -> new WaitingView(one.name(), one.count(), one.path(), one.items())).toList();
    }

    @PostMapping("/holdings")
    @ResponseStatus(HttpStatus.CREATED)
    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER, Role.STEWARD, Role.ADMINISTRATOR, Role.AUDITOR})
    PostViews.Made givePost(Actor.Officer officer, @PathVariable UUID id, @Valid @RequestBody GivePost request) {
        return new PostViews.Made(PostViews.done(posts.give(officer, id, new Posts.NewHolding(request.account(), request.since(), request.until(), request.deputy()))));
    }

    @DeleteMapping("/holdings/{holding}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER, Role.STEWARD, Role.ADMINISTRATOR, Role.AUDITOR})
    void endHolding(Actor.Officer officer, @PathVariable UUID id, @PathVariable UUID holding) {
        PostViews.done(posts.end(officer, id, holding));
    }

    @PostMapping("/handovers")
    @ResponseStatus(HttpStatus.CREATED)
    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER, Role.STEWARD, Role.ADMINISTRATOR, Role.AUDITOR})
    PostViews.Made handOver(Actor.Officer officer, @PathVariable UUID id, @Valid @RequestBody HandOver request) {
        return new PostViews.Made(PostViews.done(handovers.plan(officer, id,
                new Handovers.NewHandover(request.holding(), request.successor(), request.lastDay(), request.note().strip()))));
    }

    /** Takes a handover back, to the end of the last day. */
    @DeleteMapping("/handovers/{handover}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER, Role.STEWARD, Role.ADMINISTRATOR, Role.AUDITOR})
    void withdrawHandover(Actor.Officer officer, @PathVariable UUID id, @PathVariable UUID handover) {
        PostViews.done(handovers.withdraw(officer, id, handover));
    }

    private static <T> T there(Optional<T> found) {
        return found.orElseThrow(Problem.NOT_FOUND::refused);
    }
}
