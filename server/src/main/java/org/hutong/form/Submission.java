package org.hutong.form;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.resource.Means;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * 填报: what was said, as it was said; never changes.
 *
 * @param form         id of the form within the application
 * @param key          given by the client; the same key is the same submission
 * @param requestHash  SHA-256 of what was sent with the key
 * @param answers      by question; to an encrypted element {@code {"sealed": base64}}
 * @param residesIn    region of the day, null when unplaced
 * @param registeredIn region of the day, null when unknown
 * @param actor        who said it: the person, or the guardian
 * @param receipt      a short number to quote
 */
public record Submission(UUID id, SubjectId subject, UUID application, String form, int version, UUID key, byte[] requestHash,
        Map<String, JsonNode> answers, Map<String, Outcome> outcomes, @Nullable RegionCode residesIn, @Nullable RegionCode registeredIn,
        Instant submittedAt, String actor, Means means, String receipt, Counts counts) {
}
