package org.hutong.town;

import java.time.LocalDate;

import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;

/**
 * An invented resident whom demo, journeys and documents know by name.
 *
 * @param key      short name for tests, such as {@code alone}
 * @param idNumber null for who has none to show
 * @param phone    the phone that the person uses; null without one
 * @param id       null for who is not on file
 * @param note     what is special
 */
public record Persona(String key, String name, String idNumber, String phone, SubjectId id, LocalDate birth, RegionCode livesIn,
        RegionCode registeredIn, Localised note) {
}
