package org.hutong.task;

import java.util.List;

/**
 * What a post has to do: calls first, then doors in walking order.
 *
 * @param later calls that people asked for at a later time, soonest first
 * @param more  whether there is more than is shown
 */
public record Today(List<Line> calls, List<Line> later, List<Stop> stops, boolean more) {
}
