package org.hutong.access;

import static org.hutong.access.HoldingStore.heldAt;
import static org.hutong.schema.access.Tables.ACCOUNT;
import static org.hutong.schema.access.Tables.HOLDING;
import static org.hutong.schema.access.Tables.OFFICER_SESSION;
import static org.hutong.schema.access.Tables.POST;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** All SQL of officers' sessions. */
@Component
class OfficerSessionStore {
    private static final Name OWN = DSL.name("own");
    private final DSLContext dsl;

    OfficerSessionStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** A session as stored, with the post if it is still held. */
    record Stored(OfficerSession session, Instant seenAt) {
    }

    void insert(byte[] tokenHash, UUID account, Optional<UUID> post, Instant now, Instant expires) {
        dsl.insertInto(OFFICER_SESSION)
                .set(OFFICER_SESSION.TOKEN_HASH, tokenHash).set(OFFICER_SESSION.ACCOUNT, account)
                .set(OFFICER_SESSION.POST, post.orElse(null)).set(OFFICER_SESSION.CREATED_AT, at(now))
                .set(OFFICER_SESSION.SEEN_AT, at(now)).set(OFFICER_SESSION.EXPIRES_AT, at(expires)).execute();
    }

    Optional<Stored> find(byte[] tokenHash, Instant now, Instant seenAfter) {
        return dsl.select(ACCOUNT.ID, ACCOUNT.LOGIN, ACCOUNT.NAME, ACCOUNT.PASSWORD_DUE, OFFICER_SESSION.SEEN_AT, POST.ID, POST.TITLE_ZH, POST.TITLE_EN, POST.REGION,
                        POST.DEPARTMENT, POST.ROLES, own(now).as(OWN))
                .from(OFFICER_SESSION)
                .join(ACCOUNT).on(ACCOUNT.ID.eq(OFFICER_SESSION.ACCOUNT), ACCOUNT.DISABLED_AT.isNull())
                .leftJoin(POST).on(POST.ID.eq(OFFICER_SESSION.POST), POST.ABOLISHED_AT.isNull(), DSL.exists(DSL.selectOne().from(HOLDING)
                        .where(HOLDING.ACCOUNT.eq(OFFICER_SESSION.ACCOUNT), HOLDING.POST.eq(OFFICER_SESSION.POST), heldAt(now))))
                .where(OFFICER_SESSION.TOKEN_HASH.eq(tokenHash), OFFICER_SESSION.EXPIRES_AT.gt(at(now)), OFFICER_SESSION.SEEN_AT.gt(at(seenAfter)))
                .fetchOptional(row -> new Stored(session(row), row.get(OFFICER_SESSION.SEEN_AT).toInstant()));
    }

    /** Whether the post is held as the own, not only as a deputy. */
    private static Field<Boolean> own(Instant now) {
        return DSL.field(DSL.exists(DSL.selectOne().from(HOLDING).where(HOLDING.ACCOUNT.eq(OFFICER_SESSION.ACCOUNT),
                HOLDING.POST.eq(OFFICER_SESSION.POST), HOLDING.DEPUTY.isFalse(), heldAt(now))));
    }

    private static OfficerSession session(Record row) {
        UUID account = row.get(ACCOUNT.ID);
        String name = row.get(ACCOUNT.NAME);
        Optional<Actor.Officer> officer = Optional.ofNullable(row.get(POST.ID)).map(post -> new Actor.Officer(account, name, post,
                row.get(POST.TITLE_ZH), new RegionCode(row.get(POST.REGION)), row.get(POST.DEPARTMENT), Arrays.stream(row.get(POST.ROLES))
                        .map(Role::valueOf).collect(Collectors.toUnmodifiableSet()), !row.get(OWN, Boolean.class)));
        return new OfficerSession(account, row.get(ACCOUNT.LOGIN), name, row.get(ACCOUNT.PASSWORD_DUE), officer);
    }

    /** Posts held at an instant, own ones before deputyships. */
    List<HeldPost> posts(UUID account, Instant now) {
        return dsl.select(POST.ID, POST.TITLE_ZH, POST.TITLE_EN, POST.REGION, POST.DEPARTMENT, POST.ROLES, DSL.boolAnd(HOLDING.DEPUTY),
                        DSL.max(HOLDING.UNTIL))
                .from(HOLDING).join(POST).on(POST.ID.eq(HOLDING.POST), POST.ABOLISHED_AT.isNull())
                .where(HOLDING.ACCOUNT.eq(account), heldAt(now))
                .groupBy(POST.ID)
                .orderBy(DSL.boolAnd(HOLDING.DEPUTY), POST.REGION, POST.TITLE_ZH)
                .fetch(row -> new HeldPost(row.value1(), Localised.of(row.value2(), row.value3()), new RegionCode(row.value4()), row.value5(),
                        Arrays.stream(row.value6()).map(Role::valueOf).toList(), row.value7(), row.value7() ? row.value8() : null));
    }

    /** The session goes on under another token, in another post. @return false when there is no such session */
    boolean move(byte[] tokenHash, byte[] newHash, UUID post, Instant now) {
        return dsl.update(OFFICER_SESSION).set(OFFICER_SESSION.TOKEN_HASH, newHash).set(OFFICER_SESSION.POST, post)
                .set(OFFICER_SESSION.SEEN_AT, at(now)).where(OFFICER_SESSION.TOKEN_HASH.eq(tokenHash)).execute() == 1;
    }

    void seen(byte[] tokenHash, Instant now) {
        dsl.update(OFFICER_SESSION).set(OFFICER_SESSION.SEEN_AT, at(now)).where(OFFICER_SESSION.TOKEN_HASH.eq(tokenHash)).execute();
    }

    void delete(byte[] tokenHash) {
        dsl.deleteFrom(OFFICER_SESSION).where(OFFICER_SESSION.TOKEN_HASH.eq(tokenHash)).execute();
    }

    /** Ends all sessions of an account. */
    void deleteAll(UUID account) {
        dsl.deleteFrom(OFFICER_SESSION).where(OFFICER_SESSION.ACCOUNT.eq(account)).execute();
    }

    int sweep(Instant now, Instant seenAfter) {
        return dsl.deleteFrom(OFFICER_SESSION)
                .where(OFFICER_SESSION.EXPIRES_AT.le(at(now)).or(OFFICER_SESSION.SEEN_AT.le(at(seenAfter)))).execute();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
