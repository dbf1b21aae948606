package org.hutong.access;

import java.time.Duration;

/** What becomes of an officer's change of the own password. */
public sealed interface PasswordChange {

    /** @param token for the cookie: all other sessions have ended */
    record Changed(String token, OfficerSession session) implements PasswordChange {
        @Override
        public String toString() {
            return "Changed[" + session + "]";
        }
    }

    /** The password so far is another one. */
    record NotRight() implements PasswordChange {
    }

    record TooShort(int least) implements PasswordChange {
    }

    /** The same as before, or with the login in it. */
    record TooEasy() implements PasswordChange {
    }

    record TooManyTries(Duration after) implements PasswordChange {
    }

    /** Too many passwords are being compared at this moment. */
    record Busy() implements PasswordChange {
    }
}
