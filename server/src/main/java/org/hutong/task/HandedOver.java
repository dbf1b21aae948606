package org.hutong.task;

/** What became of handing a task to another post. */
public sealed interface HandedOver {

    record To(Task task) implements HandedOver {
    }

    /** There is no such task for this officer, or it is over. */
    record NotFound() implements HandedOver {
    }

    /** That post is not within the officer's region, is of another department or is vacant. */
    record NoSuchPost() implements HandedOver {
    }
}
