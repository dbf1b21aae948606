package org.hutong.task;

/** What became of undoing the end of a task, or an attempt. */
public sealed interface Undone {

    /** It is open. */
    record Open(Task task) implements Undone {
    }

    /** There is no such task for this officer, or no such attempt at it. */
    record NotFound() implements Undone {
    }

    /** It was ended by the person's answer or by closing the application, the person has asked for help or was tried again since, or it is too long ago. */
    record TooLate() implements Undone {
    }
}
