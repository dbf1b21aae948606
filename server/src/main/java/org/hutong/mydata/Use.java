package org.hutong.mydata;

import java.time.Instant;

import org.hutong.kernel.Localised;
import org.jspecify.annotations.Nullable;

/**
 * One use of one value.
 *
 * @param department code, or empty when the system itself looked
 * @param application null when it was no application's
 */
public record Use(String department, @Nullable Localised application, Instant at, Localised purpose) {
}
