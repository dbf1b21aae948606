package org.hutong.access;

import java.util.Optional;

import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;

/**
 * What sign-in says about the region of a post. The tree of regions implements it: its operations ask who is calling, so it lies
 * above access, not below.
 */
public interface RegionNames {
    Optional<Localised> nameOf(RegionCode region);
}
