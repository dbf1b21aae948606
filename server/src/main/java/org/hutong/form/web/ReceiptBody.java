package org.hutong.form.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.hutong.form.PastSubmissions;
import org.hutong.form.Submission;
import org.hutong.kernel.Localised;

/** What a person gets for a submission: the number to quote, and what went where. */
record ReceiptBody(UUID submission, String receipt, Instant submittedAt, int asked, int reused, int derived, int confirmed, List<WrittenBody> written) {

    /** Where one answer went. */
    record WrittenBody(Localised label, Localised to) {
        static List<WrittenBody> of(List<PastSubmissions.Written> written) {
            return written.stream().map(one -> new WrittenBody(one.label(), one.to())).toList();
        }
    }

    static ReceiptBody of(Submission submission, PastSubmissions past) {
        return new ReceiptBody(submission.id(), submission.receipt(), submission.submittedAt(), submission.counts().asked(), submission.counts().reused(),
                submission.counts().derived(), submission.counts().confirmed(), WrittenBody.of(past.written(submission)));
    }
}
