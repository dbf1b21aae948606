package org.hutong.task;

import java.time.Duration;

/** What became of one attempt. */
public sealed interface Recorded {

    /**
     * It is kept.
     *
     * @param task  as it stands now; ended tasks keep attempts that were on their way
     * @param again the key was sent before
     */
    record Kept(Task task, boolean again) implements Recorded {
    }

    /** There is no such task for this officer. */
    record NotFound() implements Recorded {
    }

    /** The account did not hold the post on that day. */
    record NotHeld() implements Recorded {
    }

    /** The key was used for something else. */
    record KeyReused() implements Recorded {
    }

    /** The time cannot be right: later than now, or longer ago than this. */
    record Implausible(Duration longest) implements Recorded {
    }

    /** The outcome does not go with the means, or a time to call again is missing or out of place. */
    record Unfit(String field) implements Recorded {
    }
}
