package org.hutong.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/** What an officer finds in the morning: what runs in the own region, how far it is, and what the department is working on. */
public record Home(List<Running> running, List<Draft> drafts, LocalDate day) {

    /**
     * @param total  people addressed in the officer's region; 0 when nothing is asked of anybody
     * @param mine   whether the officer's post may change it
     * @param closes last day, or null
     */
    public record Running(UUID id, Localised title, RunsIn region, String department, long total, long done, boolean mine,
            @Nullable LocalDate closes) {
    }

    /**
     * A draft, or a change to a running application, that the officer's post may go on with.
     *
     * @param version the one in force, or null when it was never published
     */
    public record Draft(UUID id, Localised title, RunsIn region, Instant updatedAt, String savedBy, @Nullable Integer version) {
    }

    /** The region in which an application runs, by name. */
    public record RunsIn(RegionCode code, Localised name) {
    }
}
