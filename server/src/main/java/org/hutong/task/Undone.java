package org.hutong.task;

/** What became of undoing the end of a task. */
public sealed interface Undone {

    /** It is open. */
    record Open(Task task) implements Undone {
    }

    /** There is no such task for this officer. */
    record NotFound() implements Undone {
    }

    /** It was ended by the person's answer, by closing the application, or too long ago. */
    record TooLate() implements Undone {
    }
}
