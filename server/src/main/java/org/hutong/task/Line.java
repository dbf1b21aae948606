package org.hutong.task;

import org.hutong.resource.Doors;
import org.jspecify.annotations.Nullable;

/**
 * A task with the person to be reached.
 *
 * @param door     null when the person has moved out of the officer's region since
 * @param guardian whom to call instead of a child without a phone; null for everybody else, at doors, and out of the officer's region
 */
public record Line(Task task, Doors.@Nullable Door door, Doors.@Nullable Guardian guardian) {
}
