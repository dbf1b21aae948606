package org.hutong.town;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;

/** What the town is made of; subjects come before the links that join them. */
public sealed interface TownRecord {

    /** Everything said about this record, oldest first; may be empty for a link. */
    List<Act> acts();

    /**
     * A person, household, dwelling or organisation.
     *
     * @param region where a household or organisation is; null for persons and dwellings, whose acts say it
     */
    record SubjectRecord(SubjectId id, Type type, Instant createdAt, RegionCode region, List<Act> acts) implements TownRecord {
    }

    /**
     * Two subjects joined.
     *
     * @param kind      as in the catalogue: {@code member}, {@code lives-in} ...
     * @param qualifier for members the kind of household (code list {@code household_kind}), else null
     */
    record LinkRecord(UUID id, String kind, String qualifier, SubjectId from, SubjectId to, LocalDate since, LocalDate until, Instant createdAt, List<Act> acts)
            implements TownRecord {
    }

    /** The built-in resource types. */
    enum Type {
        PERSON, HOUSEHOLD, DWELLING, ORGANISATION;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
