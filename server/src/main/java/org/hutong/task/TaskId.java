package org.hutong.task;

import java.util.UUID;

import org.hutong.kernel.SubjectId;

/** Names a task; written like a subject, {@code home-uuid}. */
public record TaskId(int home, UUID id) {

    /** @throws IllegalArgumentException when it is no such name */
    public static TaskId parse(String text) {
        SubjectId parsed = SubjectId.parse(text);
        return new TaskId(parsed.home(), parsed.id());
    }

    @Override
    public String toString() {
        return new SubjectId(home, id).toString();
    }
}
