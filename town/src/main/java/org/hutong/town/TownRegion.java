package org.hutong.town;

import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;

/** A region of the town: the official tree of Nantong, and grids invented below its communities. */
public record TownRegion(RegionCode code, int level, Localised name) {

    /** A village, not a neighbourhood: by the numbering of communities, 200 to 399. */
    boolean rural() {
        long community = code.number() / 1000 % 1000;
        return community >= 200 && community < 400;
    }
}
