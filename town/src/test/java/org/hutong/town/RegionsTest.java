package org.hutong.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.hutong.kernel.RegionCode;
import org.junit.jupiter.api.Test;

/** The tree of Nantong hangs together. */
class RegionsTest {

    @Test
    void has_the_official_numbers_of_regions_and_two_to_six_grids_in_each_community() {
        List<TownRegion> regions = Town.regions();
        var levels = regions.stream().collect(Collectors.groupingBy(TownRegion::level, Collectors.counting()));
        assertThat(levels).containsEntry(1, 1L).containsEntry(2, 1L).containsEntry(3, 8L).containsEntry(4, 136L).containsEntry(5, 2005L);
        var grids = regions.stream().filter(region -> region.level() == 6).collect(Collectors.groupingBy(region -> region.code().at(5), Collectors.counting()));
        assertThat(grids).hasSize(2005);
        assertThat(grids.values()).allMatch(count -> count >= 2 && count <= 6);
    }

    @Test
    void parents_come_before_children_and_levels_follow_from_codes() {
        Set<RegionCode> seen = new HashSet<>();
        for (TownRegion region : Town.regions()) {
            assertThat(region.code().level()).as(region.toString()).isEqualTo(region.level());
            assertThat(seen.add(region.code())).as(region.toString()).isTrue();
            if (region.level() > 1) {
                assertThat(seen).contains(region.code().at(region.level() - 1));
            }
        }
    }

    @Test
    void every_region_has_a_name_in_both_languages() {
        assertThat(Town.regions()).allMatch(region -> !region.name().zh().isBlank() && region.name().en().matches("[A-Za-z0-9.,' -]+"));
    }
}
