package org.hutong.task;

import org.hutong.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody is said to live now.
 *
 * @param region  chosen from the tree, or null when not known
 * @param address in words, up to {@value #LONGEST} characters, or empty
 */
public record MovedTo(@Nullable RegionCode region, String address) {
    public static final int LONGEST = 100;
    static final MovedTo NOT_KNOWN = new MovedTo(null, "");
}
