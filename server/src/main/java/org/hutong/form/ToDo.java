package org.hutong.form;

import java.util.List;

/**
 * Everything that waits for one person, of all departments together.
 *
 * @param questions each data element counted once, however many applications want it
 * @param minutes   about how long it takes
 */
public record ToDo(List<Ask> asks, int questions, int minutes) {
    private static final double MINUTES_PER_QUESTION = 1.0 / 3;

    static ToDo of(List<Ask> asks, int questions) {
        int minutes = asks.isEmpty() ? 0 : Math.max(1, (int) Math.round(questions * MINUTES_PER_QUESTION));
        return new ToDo(List.copyOf(asks), questions, minutes);
    }
}
