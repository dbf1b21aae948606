package org.hutong.access;

import java.time.Duration;

/** What becomes of asking for a phone code; the same whether or not the phone is on file. */
public sealed interface CodeRequest {

    record Sent(Duration validFor) implements CodeRequest {
    }

    record TooMany(Duration after) implements CodeRequest {
    }

    /** This installation has no way to send messages. */
    record NoChannel() implements CodeRequest {
    }
}
