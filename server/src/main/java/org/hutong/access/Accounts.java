package org.hutong.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

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
    private final HoldingStore holdings;
    private final Passwords passwords;
    private final Clock clock;

    Accounts(AccountStore store, HoldingStore holdings, Passwords passwords, Clock clock) {
        this.store = store;
        this.holdings = holdings;
        this.passwords = passwords;
        this.clock = clock;
    }

    public record NewAccount(UUID id, String login, String name) {
    }

    public record NewPost(UUID id, Localised title, RegionCode region, String department, Set<Role> roles) {
    }

    /** @param until last day, null while open-ended; a deputyship needs one */
    public record NewHolding(UUID account, UUID post, LocalDate since, @Nullable LocalDate until, boolean deputy) {
    }

    /** Adds what is not there yet; all these accounts begin with the same password. */
    @Transactional
    public void add(List<NewAccount> accounts, List<NewPost> posts, List<NewHolding> held, String password) {
        String hash = passwords.hash(password);
        accounts.forEach(account -> store.insert(account.id(), account.login().toLowerCase(Locale.ROOT), account.name(), hash, clock.instant()));
        posts.forEach(store::insert);
        held.forEach(this::hold);
    }

    private void hold(NewHolding one) {
        boolean there = holdings.of(one.account(), one.post()).stream().anyMatch(held -> held.since().equals(one.since()));
        if (!there) {
            holdings.insert(new Holding(Uuid7.next(), one.account(), one.post(), one.since(), one.until(), one.deputy(), null));
        }
    }
}
