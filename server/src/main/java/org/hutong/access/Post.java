package org.hutong.access;

import java.util.Set;
import java.util.UUID;

import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;

/** 岗位: what rights, tasks and matters belong to. */
public record Post(UUID id, Localised title, RegionCode region, String department, Set<Role> roles, boolean abolished) {
}
