package org.hutong.form;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import org.hutong.kernel.Localised;
import org.jspecify.annotations.Nullable;

/**
 * One form that waits for one person.
 *
 * @param title     of the application
 * @param formTitle of the form
 * @param questions to answer or confirm; 0 when everything is known and the application still wants it confirmed
 * @param most      these and what answers to them may lead to
 * @param published when this version was published
 * @param closes    last day, or null
 * @param draft     something was typed already
 * @param household who lives together is asked
 */
public record Ask(UUID application, String form, int version, Localised title, Localised formTitle, String department, int questions,
        int most, Instant published, @Nullable LocalDate closes, boolean draft, boolean household) {
}
