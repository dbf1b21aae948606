package org.hutong.resource;

import java.time.LocalDate;

import org.hutong.access.MandateScope;

/**
 * A mandate as it is given.
 *
 * @param agentPhone 11 digits
 * @param until      last day
 */
public record NewMandate(String agentName, String agentPhone, MandateScope scope, LocalDate until, String reason) {
    @Override
    public String toString() {
        return "NewMandate[hidden]";
    }
}
