package org.hutong.access;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A post on one page.
 *
 * @param held     who holds it now or will, own holders before deputies
 * @param handover planned and not yet over, or null
 * @param changes  whether the reader may name deputies and hand over
 * @param gives    whether the reader may give the post and take it away
 */
public record PostSheet(Post post, List<Held> held, @Nullable Planned handover, boolean changes, boolean gives) {

    /** @param ends whether the reader may end it now */
    public record Held(UUID holding, UUID account, String name, String login, LocalDate since, @Nullable LocalDate until, boolean deputy, boolean ends) {
    }

    /** @param lastDay of the giver */
    public record Planned(UUID id, String giver, String successor, LocalDate lastDay, String note) {
    }
}
