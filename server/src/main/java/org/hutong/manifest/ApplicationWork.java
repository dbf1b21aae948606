package org.hutong.manifest;

import java.time.Instant;
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
                waiting(Localised.of("草稿", "Drafts"), applications.drafts(holder), one -> "/applications/" + one.id() + "/edit", Application::savedAt),
                waiting(Localised.of("进行中的应用", "Running applications"), running, one -> "/applications/" + one.id() + "/progress", this::publishedAt));
    }

    private Instant publishedAt(Application application) {
        return applications.published(application).map(PublishedManifest::publishedAt).orElseGet(application::savedAt);
    }

    private static Waiting waiting(Localised name, List<Application> applications, Function<Application, String> path, Function<Application, Instant> since) {
        return new Waiting(name, applications.size(), "/applications", applications.stream().limit(MOST)
                .map(one -> new Item(one.title().zh().isBlank() ? UNNAMED : one.title(), path.apply(one), since.apply(one))).toList());
    }
}
