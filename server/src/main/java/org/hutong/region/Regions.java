package org.hutong.region;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.hutong.access.RegionNames;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.Uuid7;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tree of regions. Names change rarely, so a copy of each node is kept for ten minutes. */
@Component
public class Regions implements RegionNames {
    private static final String COLUMNS = "select code, level, name_zh, name_en, parent_code from region.region where valid_until is null and ";
    private final DSLContext dsl;
    private final Cache<RegionCode, Region> known = Caffeine.newBuilder()
            .maximumSize(100_000).expireAfterWrite(Duration.ofMinutes(10)).build();

    private final Cache<RegionCode, List<Region>> below = Caffeine.newBuilder()
            .maximumSize(20_000).expireAfterWrite(Duration.ofMinutes(10)).build();

    Regions(DSLContext dsl) {
        this.dsl = dsl;
    }

    public Optional<Region> find(RegionCode code) {
        Region cached = known.getIfPresent(code);
        if (cached != null) {
            return Optional.of(cached);
        }
        // A region that is not there is not remembered: it may be added the next moment.
        Optional<Region> found = dsl.fetchOptional(COLUMNS + "code = ?", code.number()).map(Regions::region);
        found.ifPresent(region -> known.put(code, region));
        return found;
    }

    @Override
    public Optional<Localised> nameOf(RegionCode region) {
        return find(region).map(Region::name);
    }

    /** The name of a region; where the tree does not know it, that it is a code. */
    public Localised name(RegionCode code) {
        return find(code).map(Region::name).orElseGet(() -> unnamed(code));
    }

    /** What stands for the name of a region that the tree does not know. */
    public static Localised unnamed(RegionCode code) {
        return Localised.of("地区 " + code, "code " + code);
    }

    /** The way from the province down to the nearest region above this one, or itself, that the tree knows; empty when it knows none. */
    public List<Region> nearest(RegionCode code) {
        return IntStream.iterate(code.level(), level -> level > 0, level -> level - 1).mapToObj(level -> path(code.at(level)))
                .filter(path -> !path.isEmpty()).findFirst().orElse(List.of());
    }

    /** Direct children in order of code; empty for a grid. */
    public List<Region> children(RegionCode code) {
        return below.get(code, parent -> List.copyOf(dsl.fetch(COLUMNS + "parent_code = ? order by code", parent.number()).map(Regions::region)));
    }

    /** Those without a parent, in order of code. */
    public List<Region> roots() {
        return dsl.fetch(COLUMNS + "parent_code is null order by code").map(Regions::region);
    }

    /** The whole tree in order of code; for a site that is being set up. */
    public List<Region> everything() {
        return dsl.fetch(COLUMNS + "true order by code").map(Regions::region);
    }

    /** Gives a region another name. */
    public void rename(RegionCode code, Localised name) {
        dsl.execute("update region.region set name_zh = ?, name_en = ? where valid_until is null and code = ?", name.zh(), name.en(), code.number());
        known.invalidateAll();
        below.invalidateAll();
    }

    /** The way from the province down to the region itself. */
    public List<Region> path(RegionCode code) {
        List<Region> path = new ArrayList<>();
        for (Optional<Region> at = find(code); at.isPresent(); at = at.map(Region::parent).flatMap(this::find)) {
            path.add(at.get());
        }
        Collections.reverse(path);
        return path;
    }

    /** Several at once, for lists. */
    public Map<RegionCode, Region> all(Collection<RegionCode> codes) {
        return codes.stream().distinct().map(this::find).flatMap(Optional::stream)
                .collect(Collectors.toMap(Region::code, Function.identity()));
    }

    /** The number that people there call for help: the region's own, else that of the nearest region above it that has one. */
    public Optional<String> phone(RegionCode code) {
        List<Region> way = path(code).reversed();
        Map<Long, String> phones = dsl.fetch("select code, phone from region.region where valid_until is null and phone is not null"
                + " and code = any(?)", DSL.val(way.stream().map(region -> region.code().number()).toArray(Long[]::new)))
                .intoMap(row -> row.get("code", Long.class), row -> row.get("phone", String.class));
        return way.stream().map(region -> phones.get(region.code().number())).filter(Objects::nonNull).findFirst();
    }

    /** @param phone null for none of its own; digits, + and - otherwise */
    public void setPhone(RegionCode code, @Nullable String phone) {
        dsl.execute("update region.region set phone = ? where valid_until is null and code = ?", phone, code.number());
    }

    public boolean isEmpty() {
        return dsl.fetchOptional("select 1 from region.region limit 1").isEmpty();
    }

    /** Adds regions that are new; a parent has to come before its children. Existing codes are left as they are. */
    public int add(List<Region> regions) {
        int added = 0;
        for (int from = 0; from < regions.size(); from += 1000) {
            List<Region> part = regions.subList(from, Math.min(from + 1000, regions.size()));
            var batch = dsl.batch("insert into region.region (id, code, level, parent_code, name_zh, name_en) values (?, ?, ?, ?, ?, ?)"
                    + " on conflict (code) where valid_until is null do nothing");
            for (Region region : part) {
                batch.bind(Uuid7.next(), region.code().number(), (short) region.level(),
                        region.parent() == null ? null : region.parent().number(), region.name().zh(), region.name().en());
            }
            for (int count : batch.execute()) {
                added += count;
            }
        }
        known.invalidateAll();
        below.invalidateAll();
        return added;
    }

    private static Region region(Record row) {
        Long parent = row.get("parent_code", Long.class);
        return new Region(new RegionCode(row.get("code", Long.class)), row.get("level", Integer.class),
                Localised.of(row.get("name_zh", String.class), row.get("name_en", String.class)),
                parent == null ? null : new RegionCode(parent));
    }
}
