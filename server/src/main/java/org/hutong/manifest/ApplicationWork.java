package org.hutong.manifest;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.hutong.access.Actor;
import org.hutong.access.PostWork;
import org.hutong.kernel.Localised;
import org.springframework.core.annotation.Order;

/** What waits with a post of an office: its unpublished work, and its applications that run. */
@org.springframework.stereotype.Component
@Order(10)
class ApplicationWork implements PostWork {
    private static final Localised UNNAMED = Localised.of("（还没有标题）", "(no title yet)");
    private final Applications applications;

    ApplicationWork(Applications applications) {
        this.applications = applications;
    }

    @Override
    public List<Waiting> waitingWith(Actor.Officer holder) {
        List<Application> running = applications.visibleTo(holder, Set.of(Application.State.RUNNING)).stream().filter(one -> one.isOwnedBy(holder)).toList();
        return List.of(
                waiting(Localised.of("草稿", "Drafts"), applications.drafts(holder), one -> "/applications/" + one.id() + "/edit"),
                waiting(Localised.of("进行中的应用", "Running applications"), running, one -> "/applications/" + one.id() + "/progress"));
    }

    private static Waiting waiting(Localised name, List<Application> applications, Function<Application, String> path) {
        return new Waiting(name, applications.size(), applications.stream().limit(MOST)
                .map(one -> new Item(one.title().zh().isBlank() ? UNNAMED : one.title(), path.apply(one))).toList());
    }
}
