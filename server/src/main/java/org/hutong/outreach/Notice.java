package org.hutong.outreach;

import java.time.Instant;
import java.util.UUID;

import org.hutong.kernel.Localised;

/**
 * A notice to one person.
 *
 * @param component id within the application
 * @param at        when it was published
 */
public record Notice(UUID application, String component, Localised title, Localised text, String department, Instant at, boolean read) {

    /** The id in addresses: {@code application.component}. */
    public String id() {
        return application + "." + component;
    }
}
