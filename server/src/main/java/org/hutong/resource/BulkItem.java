package org.hutong.resource;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hutong.kernel.ElementCode;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;

/** One new subject or link for {@link BulkLoad}, with everything that was ever stated about it. */
public sealed interface BulkItem {
    SubjectId id();

    Instant createdAt();

    /** Oldest first. */
    List<Act> acts();

    /**
     * A subject of a resource type.
     *
     * @param region where it is, for types other than person; null when its acts say so
     */
    record Subject(SubjectId id, String type, Instant createdAt, RegionCode region, List<Act> acts) implements BulkItem {
    }

    /**
     * A link of a kind; its home is that of the subject it starts from.
     *
     * @param qualifier kind of membership, or null
     * @param until     null for an open link
     */
    record Link(UUID link, String kind, String qualifier, SubjectId from, SubjectId to, LocalDate since, LocalDate until, Instant createdAt,
            List<Act> acts) implements BulkItem {
        @Override
        public SubjectId id() {
            return new SubjectId(from.home(), link);
        }
    }

    /** One act of stating. */
    record Act(UUID id, SourceKind source, Means means, Instant statedAt, String origin, Map<ElementCode, Value> values) {
    }
}
