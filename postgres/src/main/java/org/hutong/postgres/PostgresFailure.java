package org.hutong.postgres;

/** The embedded PostgreSQL could not be unpacked, created, started or stopped; the message says what to do. */
public class PostgresFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PostgresFailure(String message) {
        super(message);
    }

    public PostgresFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
