package org.hutong.task;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One attempt to reach a person, as the worker's device tells it, perhaps hours later.
 *
 * @param key         made by the device; the same key is the same attempt
 * @param post        in which the account did it, or null for the post it works in now
 * @param doneAt      by the clock of the device
 * @param note        for colleagues, up to 200 characters, or empty
 * @param callAgainAt when the person asked to be called, only with {@link Outcome#CALL_AGAIN}
 * @param movedTo     where the person is said to live now, only with {@link Outcome#MOVED}
 */
public record Attempt(UUID key, TaskId task, @Nullable UUID post, Instant doneAt, Outcome.Reach reach, Outcome outcome, String note,
        @Nullable Instant callAgainAt, @Nullable MovedTo movedTo) {
    /** Longest note, in characters. */
    public static final int LONGEST_NOTE = 200;
}
