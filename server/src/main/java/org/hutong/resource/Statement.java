package org.hutong.resource;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.hutong.kernel.ElementPath;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;

/**
 * One act of stating, seen from the person whom it was stated for; its values may be about subjects linked to that person.
 *
 * @param origin     short name of where it came from when no application was involved ({@code register:police}), or null
 * @param seen       per path the act whose value the speaker had before the eyes; a path that is absent was unknown to the speaker
 */
public record Statement(SubjectId person, SourceKind source, Means means, UUID application, UUID submission, String origin, Instant statedAt,
        Map<ElementPath, Value> values, Map<ElementPath, UUID> seen) {
}
