package org.hutong.resource;

import java.time.Instant;
import java.util.UUID;

import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * 新来报到: a newcomer says "I live here now". The address is the person's own word; this is that it waits for an officer of the place.
 *
 * @param region  where the newcomer says to live
 * @param outcome accepted or refused; null while it waits
 */
public record Arrival(UUID id, SubjectId person, RegionCode region, Instant saidAt, @Nullable String outcome) {
    static final String ACCEPTED = "accepted";
    static final String REFUSED = "refused";

    public boolean waits() {
        return outcome == null;
    }

    /** What history calls it. */
    String origin() {
        return "arrival:" + id;
    }
}
