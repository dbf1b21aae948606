package org.hutong.task;

import java.util.UUID;

import org.hutong.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/** Which tasks an office list shows; null lets everything pass. */
public record TaskFilter(RegionCode region, @Nullable String department, @Nullable UUID application, Outcome.@Nullable Reach list, @Nullable Boolean open,
        @Nullable String outcome) {
}
