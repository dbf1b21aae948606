package org.hutong.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.hutong.access.Allowances.Limit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Officers' sign-in and sessions.
 *
 * <p>A session is one indexed read, kept for {@code hutong.access.session-cache} (two seconds): so long at most does a session that
 * was ended on another node go on here. Choosing a post changes the token, so that no node takes the old post for the new one.
 */
@Component
public class OfficerSessions {
    private final OfficerSessionStore store;
    private final AccountStore accounts;
    private final Passwords passwords;
    private final Allowances allowances;
    private final AccessSettings settings;
    private final Clock clock;
    private final Limit perLogin;
    private final Limit perAddress;
    private final RecentSessions<OfficerSession> recent;

    OfficerSessions(OfficerSessionStore store, AccountStore accounts, Passwords passwords, Allowances allowances, AccessSettings settings,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.passwords = passwords;
        this.allowances = allowances;
        this.settings = settings;
        this.clock = clock;
        this.perLogin = new Limit("login", settings.triesPerLogin(), Duration.ofMinutes(15));
        this.perAddress = new Limit("address", settings.triesPerAddress(), Duration.ofMinutes(15));
        this.recent = new RecentSessions<>(settings.sessionCache(), 10_000, clock);
    }

    /** @param address network address of the caller, null when it is not to be counted */
    public OfficerSignIn signIn(String login, String password, @Nullable String address) {
        String name = login.strip().toLowerCase(Locale.ROOT);
        // By login and address together, so that a stranger elsewhere cannot shut an officer out.
        String both = name + "\n" + address;
        Optional<Duration> wait = address == null ? Optional.empty() : allowances.take(perAddress, address);
        if (wait.isEmpty()) {
            wait = allowances.take(perLogin, both);
        }
        if (wait.isPresent()) {
            return new OfficerSignIn.TooManyTries(wait.get());
        }
        Optional<AccountStore.Login> account = accounts.byLogin(name);
        Optional<Boolean> right = passwords.matches(password, account.map(AccountStore.Login::passwordHash));
        if (right.isEmpty()) {
            return new OfficerSignIn.Busy();
        }
        if (!right.get()) {
            return new OfficerSignIn.NotRight();
        }
        allowances.restore(perLogin, both);
        return open(account.orElseThrow());
    }

    private OfficerSignIn open(AccountStore.Login account) {
        List<HeldPost> posts = posts(account.id());
        Optional<UUID> only = posts.size() == 1 ? Optional.of(posts.getFirst().id()) : Optional.empty();
        String token = Tokens.next();
        Instant now = clock.instant();
        store.insert(Tokens.hash(token), account.id(), only, now, now.plus(settings.officerLongest()));
        return new OfficerSignIn.SignedIn(token, find(token).orElseThrow());
    }

    public Optional<OfficerSession> find(String token) {
        byte[] hash = Tokens.hash(token);
        Optional<OfficerSession> known = recent.find(hash);
        if (known.isPresent()) {
            return known;
        }
        Instant now = clock.instant();
        return store.find(hash, now, now.minus(settings.officerIdle())).map(stored -> {
            if (stored.seenAt().isBefore(now.minus(settings.officerIdle().dividedBy(12)))) {
                store.seen(hash, now);
            }
            recent.put(hash, stored.session());
            return stored.session();
        });
    }

    /** Posts that the account holds today, own or as deputy. */
    public List<HeldPost> posts(UUID account) {
        return store.posts(account, clock.instant());
    }

    /** Goes on in another post, under a new token. Empty when the account does not hold the post today or the session is over. */
    public Optional<OfficerSignIn.SignedIn> choosePost(String token, UUID post) {
        return find(token).filter(session -> posts(session.account()).stream().anyMatch(held -> held.id().equals(post))).flatMap(session -> {
            String next = Tokens.next();
            boolean moved = store.move(Tokens.hash(token), Tokens.hash(next), post, clock.instant());
            recent.forget(Tokens.hash(token));
            return moved ? find(next).map(now -> new OfficerSignIn.SignedIn(next, now)) : Optional.empty();
        });
    }

    /** What is remembered of sessions is read again: a post has changed hands. */
    void forgetAll() {
        recent.forgetAll();
    }

    /** Signs an account out everywhere. */
    void endAll(UUID account) {
        store.deleteAll(account);
        recent.forgetAll();
    }

    /**
     * Changes the password of who is signed in, and ends all other sessions of the account.
     *
     * @param address network address of the caller, null when it is not to be counted
     */
    public PasswordChange changePassword(OfficerSession session, String current, String next, @Nullable String address) {
        String both = session.login() + "\n" + address;
        Optional<Duration> wait = allowances.take(perLogin, both);
        if (wait.isPresent()) {
            return new PasswordChange.TooManyTries(wait.get());
        }
        Optional<Boolean> right = passwords.matches(current, Optional.of(accounts.passwordHash(session.account())));
        if (right.isEmpty()) {
            return new PasswordChange.Busy();
        }
        if (!right.get()) {
            return new PasswordChange.NotRight();
        }
        allowances.restore(perLogin, both);
        if (next.length() < Passwords.SHORTEST) {
            return new PasswordChange.TooShort(Passwords.SHORTEST);
        }
        if (next.equals(current) || Passwords.easy(session.login(), next)) {
            return new PasswordChange.TooEasy();
        }
        accounts.password(session.account(), passwords.hash(next), false);
        endAll(session.account());
        Optional<UUID> post = session.officer().map(Actor.Officer::post);
        String token = Tokens.next();
        Instant now = clock.instant();
        store.insert(Tokens.hash(token), session.account(), post, now, now.plus(settings.officerLongest()));
        return new PasswordChange.Changed(token, find(token).orElseThrow());
    }

    public void end(String token) {
        byte[] hash = Tokens.hash(token);
        store.delete(hash);
        recent.forget(hash);
    }

    int sweep() {
        Instant now = clock.instant();
        return store.sweep(now, now.minus(settings.officerIdle()));
    }
}
