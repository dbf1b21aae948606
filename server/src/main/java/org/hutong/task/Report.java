package org.hutong.task;

import java.time.Instant;
import java.util.UUID;

import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * 待核实: what was heard at a door, that somebody has moved or died. An officer decides; what was heard stays.
 *
 * @param id        home of the person and an id, like a task's
 * @param task      on whose visit it was heard
 * @param livesIn   where the person lived by the record then
 * @param toRegion  where to, or null when not known
 * @param toAddress in words, or empty
 * @param outcome   accepted, refused or withdrawn; null while it waits
 */
public record Report(TaskId id, SubjectId person, UUID task, UUID application, Kind kind, RegionCode livesIn, @Nullable RegionCode toRegion,
        String toAddress, UUID account, Instant reportedAt, @Nullable Instant closedAt, @Nullable String outcome, @Nullable UUID decidedBy) {
    static final String ACCEPTED = "accepted";
    static final String REFUSED = "refused";
    static final String WITHDRAWN = "withdrawn";

    /** What is said to have happened. */
    public enum Kind {
        MOVED, DEAD;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    boolean isOpen() {
        return closedAt == null;
    }

    /** What history calls it. */
    String origin() {
        return "report:" + id.id();
    }
}
