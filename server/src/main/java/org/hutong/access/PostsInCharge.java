package org.hutong.access;

import static org.hutong.schema.access.Tables.ACCOUNT;
import static org.hutong.schema.access.Tables.HOLDING;
import static org.hutong.schema.access.Tables.POST;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Which posts are in charge of a place, and who acted in a post on a day. */
@Component
public class PostsInCharge {
    private final DSLContext dsl;

    PostsInCharge(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** A post that somebody holds. */
    public record Post(UUID id, Localised title, RegionCode region, String department) {
    }

    /** The regions in which a department has a post that somebody holds on a day and that works with residents. */
    public Set<RegionCode> regions(String department, LocalDate day) {
        return Set.copyOf(dsl.selectDistinct(POST.REGION).from(POST).where(POST.DEPARTMENT.eq(department), inCharge(day))
                .fetch(row -> new RegionCode(row.value1())));
    }

    /** The smallest region around a place that has such a post. */
    public static Optional<RegionCode> nearest(Set<RegionCode> regions, RegionCode place) {
        for (int level = place.level(); level >= 1; level--) {
            if (regions.contains(place.at(level))) {
                return Optional.of(place.at(level));
            }
        }
        return Optional.empty();
    }

    /** The posts of a department within a region that somebody holds on a day, from the largest region to the smallest. */
    public List<Post> within(RegionCode region, String department, LocalDate day) {
        return dsl.select(POST.ID, POST.TITLE_ZH, POST.TITLE_EN, POST.REGION, POST.DEPARTMENT).from(POST)
                .where(POST.DEPARTMENT.eq(department), POST.REGION.between(region.first(), region.last()), inCharge(day))
                .orderBy(POST.REGION, POST.TITLE_ZH, POST.ID)
                .fetch(row -> new Post(row.value1(), Localised.of(row.value2(), row.value3()), new RegionCode(row.value4()), row.value5()));
    }

    /** An account as it acted in a post on a day; empty when it did not hold the post then. */
    public Optional<Actor.Officer> actor(UUID account, UUID post, LocalDate day) {
        return dsl.select(ACCOUNT.NAME, POST.TITLE_ZH, POST.REGION, POST.DEPARTMENT, POST.ROLES).from(POST)
                .join(ACCOUNT).on(ACCOUNT.ID.eq(account), ACCOUNT.DISABLED_AT.isNull())
                .where(POST.ID.eq(post), DSL.exists(held(day).and(HOLDING.ACCOUNT.eq(account))))
                .fetchOptional((Record row) -> new Actor.Officer(account, row.get(ACCOUNT.NAME), post, row.get(POST.TITLE_ZH), new RegionCode(row.get(POST.REGION)),
                        row.get(POST.DEPARTMENT), Arrays.stream(row.get(POST.ROLES)).map(Role::valueOf).collect(Collectors.toUnmodifiableSet())));
    }

    private static Condition inCharge(LocalDate day) {
        return POST.ABOLISHED_AT.isNull().and(DSL.arrayOverlap(POST.ROLES, new String[] {Role.WORKER.name(), Role.OFFICER.name()})).and(DSL.exists(held(day)));
    }

    private static org.jooq.SelectConditionStep<org.jooq.Record1<Integer>> held(LocalDate day) {
        return DSL.selectOne().from(HOLDING).where(HOLDING.POST.eq(POST.ID), HOLDING.SINCE.le(day), HOLDING.UNTIL.isNull().or(HOLDING.UNTIL.ge(day)));
    }
}
