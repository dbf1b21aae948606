package org.hutong.manifest;

import java.time.Instant;
import java.util.UUID;

/** One version of an application as it was published; never changes. */
public record PublishedManifest(UUID application, int version, Manifest manifest, Instant publishedAt, String publishedBy) {
}
