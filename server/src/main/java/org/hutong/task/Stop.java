package org.hutong.task;

import java.util.List;
import java.util.UUID;

import org.hutong.kernel.RegionCode;

/**
 * One door with everything to do behind it.
 *
 * @param place   what makes it one door: dwelling, household or person
 * @param address empty when not known
 */
public record Stop(UUID place, String address, RegionCode region, List<Line> people) {
}
