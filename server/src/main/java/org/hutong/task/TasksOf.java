package org.hutong.task;

import java.util.UUID;

/** How many tasks of one application wait. @param open not ended yet; 0 where all are */
public record TasksOf(UUID application, String department, int open) {
}
