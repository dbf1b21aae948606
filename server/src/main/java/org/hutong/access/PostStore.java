package org.hutong.access;

import static org.hutong.access.HoldingStore.heldAt;
import static org.hutong.schema.access.Tables.ACCOUNT;
import static org.hutong.schema.access.Tables.HOLDING;
import static org.hutong.schema.access.Tables.POST;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.schema.access.tables.records.PostRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** All SQL of posts. */
@Component
class PostStore {
    private final DSLContext dsl;

    PostStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Adds a post unless its id is there. */
    void insert(Accounts.NewPost post) {
        dsl.insertInto(POST).set(POST.ID, post.id()).set(POST.TITLE_ZH, post.title().zh()).set(POST.TITLE_EN, post.title().en())
                .set(POST.REGION, post.region().number()).set(POST.DEPARTMENT, post.department())
                .set(POST.ROLES, post.roles().stream().sorted().map(Role::name).toArray(String[]::new)).onConflictDoNothing().execute();
    }

    Optional<Post> find(UUID id) {
        return dsl.selectFrom(POST).where(POST.ID.eq(id)).fetchOptional(PostStore::post);
    }

    void abolish(UUID id, Instant now) {
        dsl.update(POST).set(POST.ABOLISHED_AT, now.atOffset(ZoneOffset.UTC)).where(POST.ID.eq(id), POST.ABOLISHED_AT.isNull()).execute();
    }

    /** Posts of a region and below by a part of the title, those in use first. */
    List<Post> within(RegionCode region, String part, int from, int most) {
        return dsl.selectFrom(POST).where(POST.REGION.between(region.first(), region.last()), POST.TITLE_ZH.containsIgnoreCase(part)
                        .or(POST.TITLE_EN.containsIgnoreCase(part)))
                .orderBy(POST.ABOLISHED_AT.isNotNull(), POST.REGION, POST.TITLE_ZH, POST.ID).offset(from).limit(most).fetch(PostStore::post);
    }

    boolean reachable(UUID account, RegionCode region) {
        return dsl.fetchExists(ACCOUNT, ACCOUNT.ID.eq(account), reachable(region));
    }

    private static Condition reachable(RegionCode region) {
        return ACCOUNT.DISABLED_AT.isNull().and(ACCOUNT.REGION.between(region.first(), region.last()));
    }

    List<Posts.Colleague> colleagues(RegionCode region, String part, Instant now, int most) {
        var chosen = dsl.select(ACCOUNT.ID, ACCOUNT.NAME, ACCOUNT.LOGIN).from(ACCOUNT)
                .where(reachable(region), ACCOUNT.NAME.containsIgnoreCase(part).or(ACCOUNT.LOGIN.containsIgnoreCase(part)))
                .orderBy(ACCOUNT.NAME, ACCOUNT.LOGIN).limit(most).asTable("chosen");
        Map<UUID, List<Record>> rows = dsl.select(chosen.field(ACCOUNT.ID), chosen.field(ACCOUNT.NAME), chosen.field(ACCOUNT.LOGIN), POST.TITLE_ZH,
                        POST.TITLE_EN)
                .from(chosen).leftJoin(HOLDING).on(HOLDING.ACCOUNT.eq(chosen.field(ACCOUNT.ID)), heldAt(now), HOLDING.DEPUTY.isFalse())
                .leftJoin(POST).on(POST.ID.eq(HOLDING.POST), POST.ABOLISHED_AT.isNull())
                .orderBy(chosen.field(ACCOUNT.NAME), chosen.field(ACCOUNT.LOGIN), POST.TITLE_ZH)
                .fetch().stream().collect(Collectors.groupingBy(row -> row.get(chosen.field(ACCOUNT.ID)), LinkedHashMap::new, Collectors.toList()));
        return rows.values().stream().map(of -> new Posts.Colleague(of.getFirst().get(chosen.field(ACCOUNT.ID)), of.getFirst().get(chosen.field(ACCOUNT.NAME)),
                of.getFirst().get(chosen.field(ACCOUNT.LOGIN)), of.stream().filter(row -> row.get(POST.TITLE_ZH) != null)
                        .map(row -> Localised.of(row.get(POST.TITLE_ZH), row.get(POST.TITLE_EN))).toList())).toList();
    }

    private static Post post(PostRecord row) {
        return new Post(row.getId(), Localised.of(row.getTitleZh(), row.getTitleEn()), new RegionCode(row.getRegion()), row.getDepartment(),
                Arrays.stream(row.getRoles()).map(Role::valueOf).collect(Collectors.toUnmodifiableSet()), row.getAbolishedAt() != null);
    }
}
