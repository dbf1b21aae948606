package org.hutong.form;

import java.util.List;
import java.util.Map;

import org.hutong.kernel.Localised;
import org.jspecify.annotations.Nullable;

/** Why a form was not submitted. Nothing was written; what was typed stays where it is. */
public sealed interface SubmissionRefusal extends Submitted {

    /** There is no such form, or it is not for this person. */
    record NotFound() implements SubmissionRefusal {
    }

    /** No answers are taken any more. */
    record Closed() implements SubmissionRefusal {
    }

    /** A newer version was published since the form was opened. */
    record VersionChanged(int version) implements SubmissionRefusal {
    }

    /** Values are no longer those the person saw. Holds them as they are now, by question. */
    record ValueChanged(Map<String, PersonalForm.Known> now, PersonalForm form) implements SubmissionRefusal {
    }

    /** Some answers need to be corrected. */
    record Invalid(List<Fault> faults) implements SubmissionRefusal {
    }

    /** The key was used for something else. */
    record KeyReused() implements SubmissionRefusal {
    }

    /** The person has answered this form before, perhaps in another window. */
    record AnsweredBefore(Submission submission) implements SubmissionRefusal {
    }

    /**
     * One answer that needs to be corrected.
     *
     * @param question id of the question, for a cell of a table {@code question/row/column}
     * @param text the form's own message, or null for the one of the code
     */
    record Fault(String question, String code, @Nullable Localised text, List<String> args) {
    }
}
