package org.hutong.task;

import java.time.Instant;
import java.util.UUID;

import org.hutong.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * 走访: what happened in one attempt, or at the desk; never changes.
 *
 * @param region     who was in charge then
 * @param doneAt     by the clock of the device
 * @param receivedAt by the clock of the server
 * @param means      phone, door or desk
 * @param outcome    code of an {@link Outcome}, or undone, handed-over
 */
public record Visit(UUID id, TaskId task, UUID key, RegionCode region, UUID account, UUID post, Instant doneAt, Instant receivedAt, String means,
        String outcome, String note, @Nullable Instant callAgainAt) {
    static final String AT_DESK = "desk";
    static final String UNDONE = "undone";
    static final String HANDED_OVER = "handed-over";

    /** Whether it says the same as an attempt that came with the same key. */
    boolean says(Attempt attempt) {
        return task.equals(attempt.task()) && means.equals(attempt.reach().code()) && outcome.equals(attempt.outcome().code()) && note.equals(attempt.note());
    }
}
