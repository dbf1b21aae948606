package org.hutong.manifest;

import java.time.Instant;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

/**
 * What an officer is working on: any JSON object, right or not yet.
 *
 * @param revision raised by every saving; who saves names the one he or she has seen
 */
public record DraftManifest(UUID application, int revision, JsonNode json, Instant savedAt, String savedBy) {
}
