package org.hutong.form;

import java.util.List;

/** Why typing was not kept on the server. Nothing was written; it stays on the page. */
public sealed interface DraftRefusal extends DraftSaved {

    /** There is no such form, or it is not for this person. */
    record NotFound() implements DraftRefusal {
    }

    /** No answers are taken any more. */
    record Closed() implements DraftRefusal {
    }

    /** The form was answered meanwhile, perhaps in another window. */
    record AnsweredBefore(Submission submission) implements DraftRefusal {
    }

    /** Answers to questions that the form does not have. */
    record UnknownQuestions(List<String> questions) implements DraftRefusal {
    }

    /** Longer than any form needs. */
    record TooLong(int most) implements DraftRefusal {
    }

    /** Another window has saved since the one that this goes on from; both are kept, the person chooses. */
    record SavedElsewhere(Draft other) implements DraftRefusal {
    }
}
