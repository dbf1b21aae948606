package org.hutong.access;

import static org.hutong.schema.access.Tables.ACCOUNT;
import static org.hutong.schema.access.Tables.HOLDING;
import static org.hutong.schema.access.Tables.POST;

import java.time.Instant;
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
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Which posts are in charge of a place, and who acted in a post at an instant. */
@Component
public class PostsInCharge {
    private final DSLContext dsl;

    PostsInCharge(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** A post that somebody holds. */
    public record Held(UUID id, Localised title, RegionCode region, String department) {
    }

    /** The regions in which a department has a post that somebody holds at an instant and that works with residents. */
    public Set<RegionCode> regions(String department, Instant at) {
        return Set.copyOf(dsl.selectDistinct(POST.REGION).from(POST).where(POST.DEPARTMENT.eq(department), inCharge(at))
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

    /** The posts of a department within a region that somebody holds at an instant, from the largest region to the smallest. */
    public List<Held> within(RegionCode region, String department, Instant at) {
        return dsl.select(POST.ID, POST.TITLE_ZH, POST.TITLE_EN, POST.REGION, POST.DEPARTMENT).from(POST)
                .where(POST.DEPARTMENT.eq(department), POST.REGION.between(region.first(), region.last()), inCharge(at))
                .orderBy(POST.REGION, POST.TITLE_ZH, POST.ID)
                .fetch(row -> new Held(row.value1(), Localised.of(row.value2(), row.value3()), new RegionCode(row.value4()), row.value5()));
    }

    /** An account as it acted in a post at an instant; empty when it did not hold the post then. */
    public Optional<Actor.Officer> actor(UUID account, UUID post, Instant at) {
        return dsl.select(ACCOUNT.NAME, POST.TITLE_ZH, POST.REGION, POST.DEPARTMENT, POST.ROLES, DSL.boolAnd(HOLDING.DEPUTY)).from(HOLDING)
                .join(ACCOUNT).on(ACCOUNT.ID.eq(HOLDING.ACCOUNT), ACCOUNT.DISABLED_AT.isNull())
                .join(POST).on(POST.ID.eq(HOLDING.POST))
                .where(HOLDING.ACCOUNT.eq(account), HOLDING.POST.eq(post), HoldingStore.heldAt(at))
                .groupBy(ACCOUNT.ID, POST.ID)
                .fetchOptional(row -> new Actor.Officer(account, row.value1(), post, row.value2(), new RegionCode(row.value3()), row.value4(),
                        Arrays.stream(row.value5()).map(Role::valueOf).collect(Collectors.toUnmodifiableSet()), row.value6()));
    }

    private static Condition inCharge(Instant at) {
        return POST.ABOLISHED_AT.isNull().and(DSL.arrayOverlap(POST.ROLES, new String[] {Role.WORKER.name(), Role.OFFICER.name()})).and(DSL.exists(held(at)));
    }

    private static SelectConditionStep<Record1<Integer>> held(Instant at) {
        return DSL.selectOne().from(HOLDING).where(HOLDING.POST.eq(POST.ID), HoldingStore.heldAt(at));
    }
}
