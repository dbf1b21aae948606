package org.hutong.access;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/** A post that an account holds today; {@code deputy} when somebody else's, to the end of the day {@code until}. */
public record HeldPost(UUID id, Localised title, RegionCode region, String department, List<Role> roles, boolean deputy, @Nullable LocalDate until) {
}
