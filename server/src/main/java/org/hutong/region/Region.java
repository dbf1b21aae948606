package org.hutong.region;

import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;

/**
 * One region of the tree as it is today.
 *
 * @param level  1 province to 6 grid
 * @param parent null for a province
 */
public record Region(RegionCode code, int level, Localised name, RegionCode parent) {
}
