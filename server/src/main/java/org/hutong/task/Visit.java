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
 * @param before     how the task stood before it; null when it moved nothing
 * @param undoes     the attempt that this took back, or null
 */
public record Visit(UUID id, TaskId task, UUID key, RegionCode region, UUID account, UUID post, Instant doneAt, Instant receivedAt, String means,
        String outcome, String note, @Nullable Instant callAgainAt, @Nullable Standing before, @Nullable UUID undoes) {
    static final String AT_DESK = "desk";
    static final String UNDONE = "undone";
    static final String HANDED_OVER = "handed-over";

    /** How far a task is: what an attempt changes and taking it back restores. */
    public record Standing(Outcome.Reach list, int calls, int nobodyThere, @Nullable Instant notBefore) {
    }

    /** Whether it says the same as an attempt that came with the same key. */
    boolean says(Attempt attempt) {
        return task.equals(attempt.task()) && means.equals(attempt.reach().code()) && outcome.equals(attempt.outcome().code()) && note.equals(attempt.note());
    }
}
