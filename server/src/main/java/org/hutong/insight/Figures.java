package org.hutong.insight;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.hutong.kernel.RegionCode;

/** Figures by the region people belong to directly; a subtree is the sum over a range. */
final class Figures {
    private static final int GRID = 6;

    /** A sum of figures; {@code done} is never more than {@code total}. */
    record Sum(long total, long done, long notAsked, long contested) {
        static final Sum ZERO = new Sum(0, 0, 0, 0);

        Sum plus(Sum other) {
            return new Sum(total + other.total, done + other.done, notAsked + other.notAsked, contested + other.contested);
        }
    }

    private final NavigableMap<Long, Sum> byRegion = new TreeMap<>();

    void add(long region, Sum sum) {
        byRegion.merge(region, sum, Sum::plus);
    }

    void addAll(Figures others) {
        others.byRegion.forEach(this::add);
    }

    /** What stands at the region itself. */
    Sum at(long region) {
        return byRegion.getOrDefault(region, Sum.ZERO);
    }

    Sum in(RegionCode region) {
        return byRegion.subMap(region.first(), true, region.last(), true).values().stream().reduce(Sum.ZERO, Sum::plus);
    }

    /** The direct children of a region that have any figures, with their sums; what stands at the region itself is not among them. */
    Map<RegionCode, Sum> children(RegionCode region) {
        Map<RegionCode, Sum> children = new TreeMap<>();
        int level = region.level() + 1;
        if (level > GRID) {
            return children;
        }
        byRegion.subMap(region.first(), false, region.last(), true).forEach((code, sum) ->
                children.merge(new RegionCode(code).at(level), sum, Sum::plus));
        return children;
    }
}
