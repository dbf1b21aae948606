package org.hutong.manifest;

import java.time.Instant;
import java.util.UUID;

import org.hutong.kernel.SubjectId;

/**
 * Something happened in a component; others react after the commit. Component modules never call each other, they publish this.
 *
 * @param component id within the manifest; empty when it concerns the application as a whole
 * @param happened  {@code published}, {@code closed}, {@code submitted} ...
 * @param subject   whom it concerns, or null
 */
public record ComponentEvent(UUID application, int version, String component, String kind, String happened, SubjectId subject, Instant at) {

    /** Happens to an application as a whole. */
    public static ComponentEvent of(PublishedManifest published, String happened, Instant at) {
        return new ComponentEvent(published.application(), published.version(), "", "", happened, null, at);
    }
}
