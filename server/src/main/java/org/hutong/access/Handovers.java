package org.hutong.access;

import static org.hutong.access.PostChange.Kind.HANDOVER_PLANNED;
import static org.hutong.access.PostChange.Kind.HANDOVER_WITHDRAWN;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.Uuid7;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Transfers of posts. The giver keeps the post to the end of the last day, the successor holds it from the next; until then it may be
 * taken back. What was recorded before stays with its author, since every record names account and post of its time.
 */
@Component
public class Handovers {
    private final HandoverStore store;
    private final PostStore posts;
    private final HoldingStore holdings;
    private final Posts door;
    private final PostChanges changes;
    private final OfficerSessions sessions;
    private final Clock clock;
    private final BusinessDay day;

    Handovers(HandoverStore store, PostStore posts, HoldingStore holdings, Posts door, PostChanges changes, OfficerSessions sessions, Clock clock,
            BusinessDay day) {
        this.store = store;
        this.posts = posts;
        this.holdings = holdings;
        this.door = door;
        this.changes = changes;
        this.sessions = sessions;
        this.clock = clock;
        this.day = day;
    }

    /** @param holding the giver's
     *  @param lastDay of the giver; an administrator may name yesterday, so that the successor begins today */
    public record NewHandover(UUID holding, UUID successor, LocalDate lastDay, String note) {
    }

    @Transactional
    public PostOutcome<UUID> plan(Actor.Officer by, UUID id, NewHandover wanted) {
        Optional<Post> post = posts.find(id).filter(one -> !one.abolished() && door.mayChange(by, one));
        Optional<Holding> giving = holdings.lock(wanted.holding()).filter(one -> one.post().equals(id) && !one.deputy() && one.endedAt() == null)
                .filter(one -> one.account().equals(by.account()) || post.filter(of -> Posts.administers(by, of)).isPresent());
        if (post.isEmpty() || giving.isEmpty() || isOver(giving.get())) {
            return refused(new PostRefusal.NotThere());
        }
        Optional<PostRefusal> wrong = wrong(by, post.get(), giving.get(), wanted);
        if (wrong.isPresent()) {
            return refused(wrong.get());
        }
        UUID handover = Uuid7.next();
        Holding taking = new Holding(Uuid7.next(), wanted.successor(), id, wanted.lastDay().plusDays(1), giving.get().until(), false, null);
        holdings.insert(taking);
        holdings.until(giving.get().id(), wanted.lastDay());
        store.insert(handover, giving.get(), taking, wanted.lastDay(), wanted.note(), now());
        changes.record(by, HANDOVER_PLANNED, post.get().region(), id, wanted.successor(), taking.since(), taking.until());
        sessions.forgetAll();
        return new PostOutcome.Done<>(handover);
    }

    private Optional<PostRefusal> wrong(Actor.Officer by, Post post, Holding giving, NewHandover wanted) {
        if (store.isPlanned(giving.id())) {
            return Optional.of(new PostRefusal.HandoverPlanned());
        }
        boolean administrator = !giving.account().equals(by.account());
        if (administrator && by.account().equals(wanted.successor())) {
            return Optional.of(new PostRefusal.OwnAccount());
        }
        if (giving.account().equals(wanted.successor()) || !posts.reachable(wanted.successor(), door.reach(by, post))) {
            return Optional.of(new PostRefusal.Invalid("successor", "account-unknown"));
        }
        if (wanted.lastDay().isBefore(administrator ? day.today().minusDays(1) : day.today()) || wanted.lastDay().isBefore(giving.since())) {
            return Optional.of(new PostRefusal.Invalid("lastDay", "day-past"));
        }
        if (giving.until() != null && !wanted.lastDay().isBefore(giving.until())) {
            return Optional.of(new PostRefusal.Invalid("lastDay", "day-too-far"));
        }
        boolean already = holdings.of(wanted.successor(), post.id()).stream()
                .anyMatch(held -> !held.deputy() && held.endedAt() == null && (held.until() == null || held.until().isAfter(wanted.lastDay())));
        return already ? Optional.of(new PostRefusal.HoldsAlready()) : Optional.empty();
    }

    /** Takes a planned handover back, to the end of the giver's last day. */
    @Transactional
    public PostOutcome<UUID> withdraw(Actor.Officer by, UUID id, UUID handover) {
        Optional<Post> post = posts.find(id).filter(one -> door.mayChange(by, one));
        Optional<HandoverStore.Stored> stored = store.lock(handover).filter(one -> one.post().equals(id) && !one.withdrawn());
        if (post.isEmpty() || stored.isEmpty()) {
            return refused(new PostRefusal.NotThere());
        }
        if (stored.get().lastDay().isBefore(day.today())) {
            return refused(new PostRefusal.HandoverOver());
        }
        store.withdraw(handover, now());
        holdings.until(stored.get().giverHolding(), stored.get().untilBefore());
        holdings.end(stored.get().successorHolding(), now());
        changes.record(by, HANDOVER_WITHDRAWN, post.get().region(), id, stored.get().successor(), stored.get().lastDay().plusDays(1), null);
        return new PostOutcome.Done<>(handover);
    }

    /** Notes for an account that takes over, not ticked off yet: those of posts to come, and of the post it acts in. */
    public List<HandoverNote> notesFor(Actor.Officer reader) {
        LocalDate today = day.today();
        return store.openNotes(reader.account(), today).stream().filter(note -> !note.begun() || note.post().equals(reader.post())).toList();
    }

    /** The successor has read the note. */
    @Transactional
    public PostOutcome<UUID> tickOff(Actor.Officer by, UUID handover) {
        boolean done = store.lock(handover).filter(one -> one.successor().equals(by.account()) && one.post().equals(by.post()) && !one.withdrawn()
                && one.lastDay().isBefore(day.today())).isPresent();
        if (!done) {
            return refused(new PostRefusal.NotThere());
        }
        store.tickOff(handover, now());
        return new PostOutcome.Done<>(handover);
    }

    private boolean isOver(Holding holding) {
        return holding.until() != null && holding.until().isBefore(day.today());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static <T> PostOutcome<T> refused(PostRefusal why) {
        return new PostOutcome.Refused<>(why);
    }
}
