package org.hutong.access;

import java.time.Duration;

/** What becomes of an officer's sign-in. */
public sealed interface OfficerSignIn {

    /** @param token for the cookie; not stored anywhere in this form */
    record SignedIn(String token, OfficerSession session) implements OfficerSignIn {
        @Override
        public String toString() {
            return "SignedIn[" + session + "]";
        }
    }

    /** Unknown login, wrong password or disabled account: which of them is not told. */
    record NotRight() implements OfficerSignIn {
    }

    record TooManyTries(Duration after) implements OfficerSignIn {
    }

    /** Too many are signing in at this moment. */
    record Busy() implements OfficerSignIn {
    }
}
