package org.hutong.access;

import java.util.List;
import java.util.UUID;

import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;

/** A post that an account holds today; {@code deputy} when somebody else's, for a time. */
public record HeldPost(UUID id, Localised title, RegionCode region, String department, List<Role> roles, boolean deputy) {
}
