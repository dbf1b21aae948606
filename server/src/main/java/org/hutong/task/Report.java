package org.hutong.task;

import java.time.Instant;
import java.util.UUID;

import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.resource.Means;
import org.jspecify.annotations.Nullable;

/**
 * 待核实: what was heard at a door or told in a form, that somebody has moved or died. An officer decides; what was heard stays.
 *
 * @param id        home of the person and an id, like a task's
 * @param task      on whose visit it was heard; null when it was told in a form
 * @param told      the form in which it was told; null when it was heard at a door
 * @param livesIn   where the person lived by the record then
 * @param toRegion  where to, or null when not known
 * @param toAddress in words, or empty
 * @param account   the officer who heard it or filled the form in; null when a resident did
 * @param outcome   accepted, refused or withdrawn; null while it waits
 */
public record Report(TaskId id, SubjectId person, @Nullable UUID task, @Nullable Told told, UUID application, Kind kind, RegionCode livesIn, @Nullable RegionCode toRegion,
        String toAddress, @Nullable UUID account, Instant reportedAt, @Nullable Instant closedAt, @Nullable String outcome, @Nullable UUID decidedBy) {
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

    /**
     * Where it was told in a form.
     *
     * @param by    whose answer it is, null where that could not be seen; residents are not told
     * @param means how it was said
     */
    public record Told(UUID submission, @Nullable SubjectId by, Means means) {
    }

    boolean isOpen() {
        return closedAt == null;
    }

    /** What history calls it. */
    String origin() {
        return "report:" + id.id();
    }
}
