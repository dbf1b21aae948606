package org.hutong.kernel;

import java.util.UUID;

/**
 * Names one subject (person, household, dwelling, organisation ...).
 *
 * @param home six-digit county code at creation; never changes, first in every key, so that a subject's rows stay together
 * @param id   UUIDv7 made in the application
 */
public record SubjectId(int home, UUID id) {

    /** The form used in URLs and JSON: {@code 320613-0190...}. */
    @Override
    public String toString() {
        return home + "-" + id;
    }

    /** @throws IllegalArgumentException when the text is not {@code home-uuid} */
    public static SubjectId parse(String text) {
        int dash = text.indexOf('-');
        if (dash < 1) {
            throw new IllegalArgumentException("not a subject id");
        }
        return new SubjectId(Integer.parseInt(text.substring(0, dash)), UUID.fromString(text.substring(dash + 1)));
    }
}
