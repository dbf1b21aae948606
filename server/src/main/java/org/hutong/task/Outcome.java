package org.hutong.task;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an attempt came to. Refused, away, unknown, moved, empty and dead end a task like done does: a list must be able to end.
 */
public enum Outcome {
    /** Reached; the person has answered, or will without further help. */
    DONE(true, Reach.PHONE, Reach.DOOR),
    REFUSED(true, Reach.PHONE, Reach.DOOR),
    NO_ANSWER(false, Reach.PHONE),
    BUSY(false, Reach.PHONE),
    WRONG_NUMBER(false, Reach.PHONE),
    CALL_AGAIN(false, Reach.PHONE),
    NOBODY_THERE(false, Reach.DOOR),
    AWAY_FOR_LONG(true, Reach.DOOR),
    UNKNOWN_HERE(true, Reach.DOOR),
    MOVED(true, Reach.DOOR),
    EMPTY(true, Reach.DOOR),
    /** Said to have died; to be verified. Nothing but further tasks and messages stops. */
    DEAD(true, Reach.DOOR);

    /** By which means a person is tried to be reached. */
    public enum Reach {
        PHONE, DOOR;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Reach> find(String code) {
            return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
        }
    }

    private final boolean ends;
    private final Set<Reach> by;

    Outcome(boolean ends, Reach... by) {
        this.ends = ends;
        this.by = Set.of(by);
    }

    /** Whether the task is over with it. */
    public boolean ends() {
        return ends;
    }

    public boolean isBy(Reach reach) {
        return by.contains(reach);
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Outcome> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
