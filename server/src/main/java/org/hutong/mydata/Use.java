package org.hutong.mydata;

import java.time.Instant;

import org.hutong.kernel.Localised;
import org.jspecify.annotations.Nullable;

/**
 * One use of one value.
 *
 * @param department code, or empty when no department did
 * @param guardian   whether it was the person's guardian, who took a copy
 * @param application null when it was no application's
 */
public record Use(String department, boolean guardian, @Nullable Localised application, Instant at, Localised purpose) {
}
