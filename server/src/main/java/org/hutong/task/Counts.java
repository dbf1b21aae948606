package org.hutong.task;

/**
 * What waits for a post.
 *
 * @param calls on the phone list, due now
 * @param doors on the door list
 * @param asked of all, those who asked for help
 * @param later to be called again later
 */
public record Counts(int calls, int doors, int asked, int later) {
}
