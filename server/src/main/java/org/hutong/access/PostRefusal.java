package org.hutong.access;

/** Why a post or an account is not changed. */
public sealed interface PostRefusal {

    /** No such post, holding, handover or account, or not the caller's to change. */
    record NotThere() implements PostRefusal {
    }

    /** @param field name of the field of the request
     *  @param fault code of the text that says what is wrong with it */
    record Invalid(String field, String fault) implements PostRefusal {
    }

    /** The account holds the post on some of these days already. */
    record HoldsAlready() implements PostRefusal {
    }

    /** Administrators give nothing to themselves. */
    record OwnAccount() implements PostRefusal {
    }

    /** A handover of this holding is planned already. */
    record HandoverPlanned() implements PostRefusal {
    }

    /** The last day has passed: the successor holds the post. */
    record HandoverOver() implements PostRefusal {
    }

    record LoginTaken() implements PostRefusal {
    }
}
