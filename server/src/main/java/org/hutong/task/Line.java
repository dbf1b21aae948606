package org.hutong.task;

import org.hutong.resource.Doors;
import org.jspecify.annotations.Nullable;

/**
 * A task with the person to be reached.
 *
 * @param door null when the person has moved out of the officer's region since
 */
public record Line(Task task, Doors.@Nullable Door door) {
}
