package org.hutong.town;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Value;

/**
 * One act of stating: who said what about a subject, when and how.
 *
 * @param origin a short name of where it came from, such as {@code register:police} or {@code visit:grid}
 */
public record Act(UUID id, Source source, Means means, Instant statedAt, String origin, Map<ElementCode, Value> values) {

    /** Whose word it is. */
    public enum Source { REGISTER, OFFICER, RESIDENT }

    /** How it was stated. */
    public enum Means { IN_PERSON, PHONE, MESSAGE, SELF, FAMILY, NEIGHBOUR, ESTIMATE, IMPORT }
}
