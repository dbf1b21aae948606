package org.hutong.form;

import org.jspecify.annotations.Nullable;

/**
 * A form opened by a person.
 *
 * @param draft     what was typed before, or null
 * @param submitted what was answered before, or null
 */
public record OpenedForm(PersonalForm form, @Nullable Draft draft, @Nullable Submission submitted) {
}
