package org.hutong.access;

import java.time.Duration;

/** What becomes of a resident's sign-in. Nothing here depends on whether an ID number is on file. */
public sealed interface ResidentSignIn {

    /** @param token for the cookie; not stored anywhere in this form */
    record SignedIn(String token, Actor.Resident resident) implements ResidentSignIn {
        @Override
        public String toString() {
            return "SignedIn[" + resident.label() + "]";
        }
    }

    /** Wrong, used, or too old. */
    record CodeNotRight() implements ResidentSignIn {
    }

    record TooManyTries(Duration after) implements ResidentSignIn {
    }
}
