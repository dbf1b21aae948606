package org.hutong.task;

import java.util.UUID;

import org.hutong.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/** Which tasks an office list shows; null lets everything pass. @param person a part of the name, its pinyin, or a part of the address */
public record TaskFilter(RegionCode region, @Nullable String department, @Nullable UUID application, Outcome.@Nullable Reach list, @Nullable Boolean open,
        @Nullable String outcome, @Nullable String person) {
}
