package org.hutong.form;

/** What became of submitting a form. */
public sealed interface Submitted permits Submitted.Receipt, SubmissionRefusal {

    /**
     * It is kept.
     *
     * @param again the key was sent before: this is what became of it then
     */
    record Receipt(Submission submission, boolean again) implements Submitted {
    }
}
