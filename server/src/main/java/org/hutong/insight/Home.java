package org.hutong.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hutong.kernel.Localised;

/** What an officer finds in the morning: what runs in the own region, how far it is, and what the department is working on. */
public record Home(List<Running> running, List<Draft> drafts, LocalDate day) {

    /**
     * @param total people addressed in the officer's region; 0 when nothing is asked of anybody
     * @param mine  whether the officer's post may change it
     */
    public record Running(UUID id, Localised title, long total, long done, boolean mine) {
    }

    /** A draft, or a change to a running application, that the officer's post may go on with. */
    public record Draft(UUID id, Localised title, Instant savedAt, String savedBy) {
    }
}
