package org.hutong.access;

import java.time.LocalDate;
import java.util.UUID;

import org.hutong.kernel.Localised;

/**
 * What a successor finds on the first page until it is ticked off.
 *
 * @param from  first day of the successor
 * @param begun whether that day has come
 */
public record HandoverNote(UUID id, UUID post, Localised title, String giver, LocalDate from, String note, boolean begun) {
}
