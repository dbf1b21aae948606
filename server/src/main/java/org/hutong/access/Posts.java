package org.hutong.access;

import static org.hutong.access.PostChange.Kind.DEPUTY_ENDED;
import static org.hutong.access.PostChange.Kind.DEPUTY_NAMED;
import static org.hutong.access.PostChange.Kind.ENDED;
import static org.hutong.access.PostChange.Kind.GIVEN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.Uuid7;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Posts, and who holds them from when to when.
 *
 * <p>The holder of a post (not a deputy of it) names deputies and hands over; an administrator of the region does so for every post
 * below, and gives posts and takes them away, but gives nothing to the own account. Every change is in {@link PostChanges}.
 */
@Component
public class Posts {
    private static final int LONGEST_DEPUTYSHIP_DAYS = 366;
    private static final int FEW = 20;
    private static final int COMMUNITY = 5;
    private final PostStore posts;
    private final HoldingStore holdings;
    private final HandoverStore handovers;
    private final PostChanges changes;
    private final OfficerSessions sessions;
    private final ObjectProvider<PostWork> work;
    private final Clock clock;
    private final BusinessDay day;

    Posts(PostStore posts, HoldingStore holdings, HandoverStore handovers, PostChanges changes, OfficerSessions sessions, ObjectProvider<PostWork> work,
            Clock clock, BusinessDay day) {
        this.posts = posts;
        this.holdings = holdings;
        this.handovers = handovers;
        this.changes = changes;
        this.sessions = sessions;
        this.work = work;
        this.clock = clock;
        this.day = day;
    }

    /**
     * By which holding the account held the post at an instant, the own one before a deputyship; empty when it did not. Work that was
     * done offline before a transfer, and arrives after it, is its author's when this says so.
     */
    public Optional<Holding> heldAt(UUID account, UUID post, Instant instant) {
        return holdings.of(account, post).stream().filter(holding -> holding.at(instant)).min(Comparator.comparing(Holding::deputy));
    }

    /** The page of a post, for who holds it (as deputy too) and for administrators and auditors of its region. */
    public Optional<PostSheet> sheet(Actor.Officer reader, UUID id) {
        return posts.find(id).filter(post -> reader.post().equals(id) || watches(reader, post)).map(post -> {
            boolean changes = mayChange(reader, post);
            boolean gives = administers(reader, post);
            List<PostSheet.Held> held = holdings.heldFrom(id, day.today(), clock.instant()).stream().map(one -> new PostSheet.Held(one.id(),
                    one.account(), one.name(), one.login(), one.since(), one.until(), one.deputy(),
                    gives || one.deputy() && (changes || one.account().equals(reader.account())))).toList();
            return new PostSheet(post, held, handovers.plannedFor(id, day.today()).orElse(null), changes, gives);
        });
    }

    /**
     * Accounts that may be chosen as deputy or successor, by a part of name or login: those of the post's region, for a grid those of its
     * community, since a grid often has one worker; for an administrator those of the own region.
     */
    public Optional<List<Colleague>> colleagues(Actor.Officer reader, UUID id, String part) {
        return posts.find(id).filter(post -> mayChange(reader, post))
                .map(post -> posts.colleagues(reach(reader, post), part, clock.instant(), FEW));
    }

    /** Somebody who may be chosen. @param posts titles of the posts held today */
    public record Colleague(UUID account, String name, String login, List<Localised> posts) {
    }

    /** What waits with the post in all modules; empty when the post is not the reader's to change nor to hold. */
    public Optional<List<PostWork.Waiting>> waiting(Actor.Officer reader, UUID id) {
        return posts.find(id).filter(post -> reader.post().equals(id) || mayChange(reader, post)).map(this::waitingWith);
    }

    private List<PostWork.Waiting> waitingWith(Post post) {
        Optional<HoldingStore.Named> holder = holdings.heldFrom(post.id(), day.today(), clock.instant()).stream().filter(one -> !one.deputy()).findFirst();
        Actor.Officer as = new Actor.Officer(holder.map(HoldingStore.Named::account).orElse(post.id()), holder.map(HoldingStore.Named::name).orElse(""),
                post.id(), post.title().zh(), post.region(), post.department(), post.roles());
        return work.orderedStream().flatMap(module -> module.waitingWith(as).stream()).filter(one -> one.count() > 0).toList();
    }

    /** What a holding is to be. @param deputy otherwise the post is held as the own, which only an administrator gives */
    public record NewHolding(UUID account, LocalDate since, @Nullable LocalDate until, boolean deputy) {
    }

    /** Names a deputy, or gives the post. */
    @Transactional
    public PostOutcome<UUID> give(Actor.Officer by, UUID id, NewHolding wanted) {
        Optional<Post> found = posts.find(id).filter(post -> wanted.deputy() ? mayChange(by, post) : administers(by, post));
        if (found.isEmpty() || found.get().abolished()) {
            return refused(new PostRefusal.NotThere());
        }
        Optional<PostRefusal> wrong = wrong(by, found.get(), wanted);
        if (wrong.isPresent()) {
            return refused(wrong.get());
        }
        Holding holding = new Holding(Uuid7.next(), wanted.account(), id, wanted.since(), wanted.until(), wanted.deputy(), null);
        holdings.insert(holding);
        changes.record(by, wanted.deputy() ? DEPUTY_NAMED : GIVEN, found.get().region(), id, wanted.account(), wanted.since(), wanted.until());
        return new PostOutcome.Done<>(holding.id());
    }

    private Optional<PostRefusal> wrong(Actor.Officer by, Post post, NewHolding wanted) {
        if (!posts.reachable(wanted.account(), reach(by, post))) {
            return Optional.of(new PostRefusal.Invalid("account", "account-unknown"));
        }
        if (by.account().equals(wanted.account())) {
            return Optional.of(new PostRefusal.OwnAccount());
        }
        if (wanted.since().isBefore(day.today())) {
            return Optional.of(new PostRefusal.Invalid("since", "day-past"));
        }
        if (wanted.deputy() && wanted.until() == null) {
            return Optional.of(new PostRefusal.Invalid("until", "required"));
        }
        if (wanted.until() != null && wanted.until().isBefore(wanted.since())) {
            return Optional.of(new PostRefusal.Invalid("until", "day-order"));
        }
        if (wanted.deputy() && wanted.until().isAfter(wanted.since().plusDays(LONGEST_DEPUTYSHIP_DAYS))) {
            return Optional.of(new PostRefusal.Invalid("until", "day-too-far"));
        }
        boolean already = holdings.of(wanted.account(), post.id()).stream().filter(held -> held.endedAt() == null)
                .anyMatch(held -> overlap(held, wanted));
        return already ? Optional.of(new PostRefusal.HoldsAlready()) : Optional.empty();
    }

    private static boolean overlap(Holding held, NewHolding wanted) {
        return (held.until() == null || !held.until().isBefore(wanted.since())) && (wanted.until() == null || !held.since().isAfter(wanted.until()));
    }

    /** Ends a holding at once: a deputyship by the post's holder or the deputy, any by an administrator. */
    @Transactional
    public PostOutcome<UUID> end(Actor.Officer by, UUID id, UUID holdingId) {
        Optional<Post> post = posts.find(id);
        Optional<Holding> holding = holdings.find(holdingId).filter(one -> one.post().equals(id) && one.endedAt() == null && !isOver(one));
        if (post.isEmpty() || holding.isEmpty() || !mayEnd(by, post.get(), holding.get())) {
            return refused(new PostRefusal.NotThere());
        }
        if (handovers.plannedFor(id, day.today()).filter(planned -> handovers.concerns(planned.id(), holdingId)).isPresent()) {
            return refused(new PostRefusal.HandoverPlanned());
        }
        holdings.end(holdingId, now());
        changes.record(by, holding.get().deputy() ? DEPUTY_ENDED : ENDED, post.get().region(), id, holding.get().account(), holding.get().since(),
                holding.get().until());
        sessions.forgetAll();
        return new PostOutcome.Done<>(holdingId);
    }

    private boolean isOver(Holding holding) {
        return holding.until() != null && holding.until().isBefore(day.today());
    }

    private boolean mayEnd(Actor.Officer by, Post post, Holding holding) {
        boolean own = by.post().equals(post.id()) && holding.account().equals(by.account());
        return administers(by, post) || holding.deputy() && (own || mayChange(by, post));
    }

    boolean mayChange(Actor.Officer by, Post post) {
        return by.post().equals(post.id()) && !by.deputy() || administers(by, post);
    }

    static boolean administers(Actor.Officer by, Post post) {
        return by.is(Role.ADMINISTRATOR) && by.region().contains(post.region());
    }

    private static boolean watches(Actor.Officer by, Post post) {
        return (by.is(Role.ADMINISTRATOR) || by.is(Role.AUDITOR)) && by.region().contains(post.region());
    }

    RegionCode reach(Actor.Officer by, Post post) {
        return administers(by, post) ? by.region() : post.region().level() > COMMUNITY ? post.region().at(COMMUNITY) : post.region();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static <T> PostOutcome<T> refused(PostRefusal why) {
        return new PostOutcome.Refused<>(why);
    }
}
