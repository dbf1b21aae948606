package org.hutong.access;

import static org.hutong.access.PostChange.Kind.ACCOUNT_CREATED;
import static org.hutong.access.PostChange.Kind.ACCOUNT_DISABLED;
import static org.hutong.access.PostChange.Kind.ACCOUNT_ENABLED;
import static org.hutong.access.PostChange.Kind.PASSWORD_RESET;
import static org.hutong.access.PostChange.Kind.POST_ABOLISHED;
import static org.hutong.access.PostChange.Kind.POST_CREATED;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.Uuid7;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts, posts and who holds which post from when to when. */
@Component
public class Accounts {
    private final AccountStore store;
    private final PostStore posts;
    private final HoldingStore holdings;
    private final Passwords passwords;
    private final PostChanges changes;
    private final OfficerSessions sessions;
    private final Clock clock;

    Accounts(AccountStore store, PostStore posts, HoldingStore holdings, Passwords passwords, PostChanges changes, OfficerSessions sessions,
            Clock clock) {
        this.store = store;
        this.posts = posts;
        this.holdings = holdings;
        this.passwords = passwords;
        this.changes = changes;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** @param region whose administrators keep the account */
    public record NewAccount(UUID id, String login, String name, RegionCode region) {
    }

    public record NewPost(UUID id, Localised title, RegionCode region, String department, Set<Role> roles) {
    }

    /** @param until last day, null while open-ended; a deputyship needs one */
    public record NewHolding(UUID account, UUID post, LocalDate since, @Nullable LocalDate until, boolean deputy) {
    }

    /** Adds what is not there yet; all these accounts begin with the same password. */
    @Transactional
    public void add(List<NewAccount> accounts, List<NewPost> newPosts, List<NewHolding> held, String password) {
        Set<UUID> there = store.existing(accounts.stream().map(NewAccount::id).toList());
        List<NewAccount> missing = accounts.stream().filter(account -> !there.contains(account.id())).toList();
        String hash = missing.isEmpty() ? "" : passwords.hash(password);
        missing.forEach(account -> store.insert(account.id(), account.login().toLowerCase(Locale.ROOT), account.name(), hash,
                account.region(), false, clock.instant()));
        newPosts.forEach(posts::insert);
        held.forEach(this::hold);
    }

    private void hold(NewHolding one) {
        boolean there = holdings.of(one.account(), one.post()).stream().anyMatch(held -> held.since().equals(one.since()));
        if (!there) {
            holdings.insert(new Holding(Uuid7.next(), one.account(), one.post(), one.since(), one.until(), one.deputy(), null));
        }
    }

    /** An account in a list. @param passwordDue made by an administrator and not changed yet */
    public record Row(UUID id, String login, String name, @Nullable RegionCode region, boolean disabled, boolean passwordDue, List<HeldNow> posts) {
    }

    /** A post that an account holds today. */
    public record HeldNow(UUID post, Localised title, @Nullable LocalDate until, boolean deputy) {
    }

    /** Accounts of the administrator's region and below, by a part of name or login. */
    public List<Row> within(Actor.Officer administrator, String part, int from, int most) {
        return store.within(administrator.region(), part, from, most, clock.instant());
    }

    /** An account with the password that its owner has to change at the first sign-in. */
    public record OneTime(UUID account, String password) {
        @Override
        public String toString() {
            return "OneTime[" + account + "]";
        }
    }

    /** Creates an account in the administrator's region or below. */
    @Transactional
    public PostOutcome<OneTime> create(Actor.Officer by, String login, String name, RegionCode region) {
        if (!by.region().contains(region)) {
            return new PostOutcome.Refused<>(new PostRefusal.Invalid("region", "region-unknown"));
        }
        OneTime made = new OneTime(Uuid7.next(), Passwords.oneTime());
        if (!store.insert(made.account(), login.toLowerCase(Locale.ROOT), name, passwords.hash(made.password()), region, true, clock.instant())) {
            return new PostOutcome.Refused<>(new PostRefusal.LoginTaken());
        }
        changes.record(by, ACCOUNT_CREATED, region, null, made.account(), null, null);
        return new PostOutcome.Done<>(made);
    }

    /** A new password for somebody who forgot the old one; whoever is signed in with that account is signed out. */
    @Transactional
    public PostOutcome<OneTime> resetPassword(Actor.Officer by, UUID account) {
        return change(by, account, PASSWORD_RESET, () -> {
            OneTime made = new OneTime(account, Passwords.oneTime());
            store.password(account, passwords.hash(made.password()), true);
            sessions.endAll(account);
            return made;
        });
    }

    /** Nobody signs in with it any more, and whoever has is signed out. */
    @Transactional
    public PostOutcome<UUID> disable(Actor.Officer by, UUID account) {
        return change(by, account, ACCOUNT_DISABLED, () -> {
            store.disable(account, clock.instant());
            sessions.endAll(account);
            return account;
        });
    }

    @Transactional
    public PostOutcome<UUID> enable(Actor.Officer by, UUID account) {
        return change(by, account, ACCOUNT_ENABLED, () -> {
            store.disable(account, null);
            return account;
        });
    }

    private <T> PostOutcome<T> change(Actor.Officer by, UUID account, PostChange.Kind kind, Supplier<T> work) {
        Optional<RegionCode> region = store.regionOf(account).filter(by.region()::contains);
        if (region.isEmpty()) {
            return new PostOutcome.Refused<>(new PostRefusal.NotThere());
        }
        if (by.account().equals(account)) {
            return new PostOutcome.Refused<>(new PostRefusal.OwnAccount());
        }
        T done = work.get();
        changes.record(by, kind, region.get(), null, account, null, null);
        return new PostOutcome.Done<>(done);
    }

    /** Posts of the administrator's region and below, by a part of the title; abolished ones last. */
    public List<Post> posts(Actor.Officer administrator, String part, int from, int most) {
        return posts.within(administrator.region(), part, from, most);
    }

    /** Creates a post in the administrator's region or below; nobody holds it yet. */
    @Transactional
    public PostOutcome<UUID> createPost(Actor.Officer by, Localised title, RegionCode region, String department, Set<Role> roles) {
        if (!by.region().contains(region)) {
            return new PostOutcome.Refused<>(new PostRefusal.Invalid("region", "region-unknown"));
        }
        UUID id = Uuid7.next();
        posts.insert(new NewPost(id, title, region, department, roles));
        changes.record(by, POST_CREATED, region, id, null, null, null);
        return new PostOutcome.Done<>(id);
    }

    /** The post is no more, and nobody holds it; what was done in it stays. */
    @Transactional
    public PostOutcome<UUID> abolishPost(Actor.Officer by, UUID id) {
        Optional<Post> post = posts.find(id).filter(one -> by.region().contains(one.region()) && !one.abolished());
        if (post.isEmpty()) {
            return new PostOutcome.Refused<>(new PostRefusal.NotThere());
        }
        if (by.post().equals(id)) {
            return new PostOutcome.Refused<>(new PostRefusal.OwnAccount());
        }
        posts.abolish(id, clock.instant());
        holdings.endAll(id, clock.instant().truncatedTo(ChronoUnit.MICROS));
        changes.record(by, POST_ABOLISHED, post.get().region(), id, null, null, null);
        sessions.forgetAll();
        return new PostOutcome.Done<>(id);
    }
}
