package org.hutong.form;

import java.util.List;

/**
 * Everything that waits for one person, of all departments together.
 *
 * @param questions   each data element counted once, however many applications want it
 * @param most        these and what answers to them may lead to
 * @param minutes     about how long it takes, for those that are asked for sure
 * @param mostMinutes the same when all that may be asked is
 */
public record ToDo(List<Ask> asks, int questions, int most, int minutes, int mostMinutes) {
    private static final double MINUTES_PER_QUESTION = 1.0 / 3;

    static ToDo of(List<Ask> asks, int questions, int most) {
        return new ToDo(List.copyOf(asks), questions, most, minutes(asks, questions), minutes(asks, most));
    }

    private static int minutes(List<Ask> asks, int questions) {
        return asks.isEmpty() ? 0 : Math.max(1, (int) Math.round(questions * MINUTES_PER_QUESTION));
    }
}
