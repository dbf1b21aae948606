package org.hutong.access;

import java.util.Optional;

import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;

/** What sign-in says about the region of a post or resident. The tree of regions implements it, since its operations lie above access. */
public interface RegionNames {

    /** Empty for a code that is not in the tree today. */
    Optional<Localised> nameOf(RegionCode region);
}
