package org.hutong.manifest;

/** The change was made; this is the application after it. */
public record Changed(Application application) implements Change {
}
