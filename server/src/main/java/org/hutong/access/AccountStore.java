package org.hutong.access;

import static org.hutong.access.HoldingStore.heldAt;
import static org.hutong.schema.access.Tables.ACCOUNT;
import static org.hutong.schema.access.Tables.HOLDING;
import static org.hutong.schema.access.Tables.POST;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.schema.access.tables.records.AccountRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of accounts. */
@Component
class AccountStore {
    private final DSLContext dsl;

    AccountStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** What sign-in needs of an account. */
    record Login(UUID id, String passwordHash) {
        @Override
        public String toString() {
            return "Login[" + id + "]";
        }
    }

    /** Whether there is one at all. */
    boolean any() {
        return dsl.fetchExists(ACCOUNT);
    }

    /** Those of some ids that are there. */
    Set<UUID> existing(Collection<UUID> ids) {
        return dsl.select(ACCOUNT.ID).from(ACCOUNT).where(ACCOUNT.ID.in(ids)).fetchSet(ACCOUNT.ID);
    }

    /** Enabled accounts only. */
    Optional<Login> byLogin(String login) {
        return dsl.select(ACCOUNT.ID, ACCOUNT.PASSWORD_HASH).from(ACCOUNT).where(ACCOUNT.LOGIN.eq(login), ACCOUNT.DISABLED_AT.isNull())
                .fetchOptional(row -> new Login(row.value1(), row.value2()));
    }

    /** @return false when the id or login is there already */
    boolean insert(UUID id, String login, String name, String passwordHash, @Nullable RegionCode region, boolean passwordDue, Instant now) {
        return dsl.insertInto(ACCOUNT).set(ACCOUNT.ID, id).set(ACCOUNT.LOGIN, login).set(ACCOUNT.NAME, name)
                .set(ACCOUNT.PASSWORD_HASH, passwordHash).set(ACCOUNT.CREATED_AT, now.atOffset(ZoneOffset.UTC))
                .set(ACCOUNT.REGION, region == null ? null : region.number()).set(ACCOUNT.PASSWORD_DUE, passwordDue)
                .onConflictDoNothing().execute() == 1;
    }

    /** Of an account that belongs to a region. */
    Optional<RegionCode> regionOf(UUID id) {
        return dsl.select(ACCOUNT.REGION).from(ACCOUNT).where(ACCOUNT.ID.eq(id), ACCOUNT.REGION.isNotNull())
                .fetchOptional(row -> new RegionCode(row.value1()));
    }

    String passwordHash(UUID id) {
        return dsl.select(ACCOUNT.PASSWORD_HASH).from(ACCOUNT).where(ACCOUNT.ID.eq(id)).fetchSingle().value1();
    }

    /** @param due whether it has to be changed at the next sign-in */
    void password(UUID id, String hash, boolean due) {
        dsl.update(ACCOUNT).set(ACCOUNT.PASSWORD_HASH, hash).set(ACCOUNT.PASSWORD_DUE, due).where(ACCOUNT.ID.eq(id)).execute();
    }

    /** @param since null to enable again */
    void disable(UUID id, @Nullable Instant since) {
        dsl.update(ACCOUNT).set(ACCOUNT.DISABLED_AT, since == null ? null : since.atOffset(ZoneOffset.UTC)).where(ACCOUNT.ID.eq(id)).execute();
    }

    /** Accounts of a region and below by a part of name or login, with the posts they hold at an instant. */
    List<Accounts.Row> within(RegionCode region, String part, int from, int most, Instant now) {
        var page = dsl.selectFrom(ACCOUNT).where(ACCOUNT.REGION.between(region.first(), region.last()),
                        ACCOUNT.NAME.containsIgnoreCase(part).or(ACCOUNT.LOGIN.containsIgnoreCase(part)))
                .orderBy(ACCOUNT.NAME, ACCOUNT.LOGIN).offset(from).limit(most).fetch();
        Map<UUID, List<Accounts.HeldNow>> posts = dsl.select(HOLDING.ACCOUNT, POST.ID, POST.TITLE_ZH, POST.TITLE_EN, HOLDING.UNTIL, HOLDING.DEPUTY)
                .from(HOLDING).join(POST).on(POST.ID.eq(HOLDING.POST), POST.ABOLISHED_AT.isNull())
                .where(HOLDING.ACCOUNT.in(page.map(AccountRecord::getId)), heldAt(now)).orderBy(HOLDING.DEPUTY, POST.TITLE_ZH, POST.ID)
                .fetchGroups(HOLDING.ACCOUNT, row -> new Accounts.HeldNow(row.value2(), Localised.of(row.value3(), row.value4()), row.value5(), row.value6()));
        return page.map(row -> new Accounts.Row(row.getId(), row.getLogin(), row.getName(), row.getRegion() == null ? null : new RegionCode(row.getRegion()),
                row.getDisabledAt() != null, row.getPasswordDue(), posts.getOrDefault(row.getId(), List.of())));
    }
}
