package org.hutong.access;

/** Done, with what the caller wants to know of it, or refused. */
public sealed interface PostOutcome<T> {

    record Done<T>(T value) implements PostOutcome<T> {
    }

    record Refused<T>(PostRefusal why) implements PostOutcome<T> {
    }
}
