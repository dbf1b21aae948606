package org.hutong.access;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hutong.access.Accounts.NewPost;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.Uuid7;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first account of a new site: an administrator, who then makes all others. It is made with a key that only whoever runs the server
 * can read, and only while there is no account; so there is no default password, and nobody who comes by the address first takes the site.
 *
 * <p>The key follows from the secret of sign-in, so it is the same on every node and after every start, and is kept nowhere.
 */
@Component
public class FirstAccount {
    private static final long LOCK = 0x4669727374L;
    private static final Localised TITLE = Localised.of("系统管理员", "Administrator");
    private static final String DEPARTMENT = "civil-affairs";
    private final DSLContext dsl;
    private final AccountStore accounts;
    private final PostStore posts;
    private final HoldingStore holdings;
    private final PostChanges changes;
    private final Passwords passwords;
    private final Secrets secrets;
    private final BusinessDay day;
    private final Clock clock;

    FirstAccount(DSLContext dsl, AccountStore accounts, PostStore posts, HoldingStore holdings, PostChanges changes, Passwords passwords, Secrets secrets,
            BusinessDay day, Clock clock) {
        this.dsl = dsl;
        this.accounts = accounts;
        this.posts = posts;
        this.holdings = holdings;
        this.changes = changes;
        this.passwords = passwords;
        this.secrets = secrets;
        this.day = day;
        this.clock = clock;
    }

    /** Whether there is no account yet. */
    public boolean needed() {
        return !accounts.any();
    }

    /** What the link of the first start carries; for whoever runs the server. */
    public String key() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash());
    }

    /** Whether this is the key, and there is still something to do with it. */
    public boolean opens(String key) {
        byte[] given;
        try {
            given = Base64.getUrlDecoder().decode(key);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
        return MessageDigest.isEqual(given, hash()) && needed();
    }

    private byte[] hash() {
        return secrets.hash("first account", "key");
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Made(UUID account) implements Outcome {
        }

        /** The key is wrong, or somebody was quicker. */
        record NotOpen() implements Outcome {
        }

        record TooShort(int least) implements Outcome {
        }

        record TooEasy() implements Outcome {
        }
    }

    /** @param region where the administrator keeps accounts and posts: there and below */
    @Transactional
    public Outcome make(String key, String login, String name, String password, RegionCode region) {
        if (password.length() < Passwords.SHORTEST) {
            return new Outcome.TooShort(Passwords.SHORTEST);
        }
        if (Passwords.easy(login, password)) {
            return new Outcome.TooEasy();
        }
        // Two who open the link at once: one waits here and then finds the account of the other.
        dsl.execute("select pg_advisory_xact_lock(?)", LOCK);
        if (!opens(key)) {
            return new Outcome.NotOpen();
        }
        UUID account = Uuid7.next();
        UUID post = Uuid7.next();
        accounts.insert(account, login.toLowerCase(Locale.ROOT), name, passwords.hash(password), region, false, clock.instant());
        posts.insert(new NewPost(post, TITLE, region, DEPARTMENT, Set.of(Role.ADMINISTRATOR)));
        holdings.insert(new Holding(Uuid7.next(), account, post, day.today(), null, false, null));
        Actor.Officer by = new Actor.Officer(account, name, post, TITLE.zh(), region, DEPARTMENT, Set.of(Role.ADMINISTRATOR));
        changes.record(by, PostChange.Kind.ACCOUNT_CREATED, region, null, account, null, null);
        changes.record(by, PostChange.Kind.POST_CREATED, region, post, null, null, null);
        changes.record(by, PostChange.Kind.GIVEN, region, post, account, day.today(), null);
        return new Outcome.Made(account);
    }

    /** The address below the site's own, with the key where it reaches no server's log. */
    public Optional<String> path() {
        return needed() ? Optional.of("/officer/setup#" + key()) : Optional.empty();
    }
}
