package org.hutong.resource;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.hutong.access.MandateScope;
import org.hutong.kernel.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * 委托: a person lets somebody act.
 *
 * @param agent     null until somebody has signed in with the name and phone that were given
 * @param agentName as the principal wrote it
 * @param until     last day
 * @param recorded  by an officer in person, for somebody without a phone
 */
public record Mandate(UUID id, SubjectId principal, @Nullable SubjectId agent, String agentName, MandateScope scope, LocalDate until, String reason,
        boolean recorded, Instant madeAt, @Nullable Instant acceptedAt, @Nullable Instant endedAt) {

    /** Where it stands on a day. */
    public enum State { OFFERED, IN_FORCE, ENDED }

    public State on(LocalDate day) {
        if (endedAt != null || day.isAfter(until)) {
            return State.ENDED;
        }
        return acceptedAt == null ? State.OFFERED : State.IN_FORCE;
    }
}
