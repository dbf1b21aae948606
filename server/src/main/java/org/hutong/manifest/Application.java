package org.hutong.manifest;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Role;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import tools.jackson.databind.JsonNode;

/**
 * An application as lists and scopes need it; its content is a {@link DraftManifest} or a {@link PublishedManifest}.
 *
 * @param region      where it runs
 * @param ownerRegion region of the posts that may change it, together with the department
 * @param version     the published version in force, 0 before the first
 * @param revision    of the draft
 */
public record Application(UUID id, State state, String template, RegionCode region, RegionCode ownerRegion, String department,
        Localised title, int version, int revision, Instant createdAt, Instant savedAt, String savedBy, Instant closedAt) {

    /** Where an application is in its life. */
    public enum State {
        DRAFT,
        RUNNING,
        CLOSED
    }

    /** Posts of the same region and department change it; everybody else who sees it reads. */
    public boolean isOwnedBy(Actor.Officer officer) {
        return ownerRegion.equals(officer.region()) && department.equals(officer.department()) && officer.is(Role.OFFICER);
    }

    public boolean isEditableBy(Actor.Officer officer) {
        return state != State.CLOSED && isOwnedBy(officer);
    }

    /**
     * What runs in the officer's area is seen, whoever runs it: that of the own subtree and that of a higher region reaching down.
     * Unpublished work is the department's own.
     */
    public boolean isVisibleTo(Actor.Officer officer) {
        if (state == State.DRAFT) {
            return officer.region().contains(ownerRegion) && department.equals(officer.department());
        }
        return officer.region().contains(region) || region.contains(officer.region());
    }

    Application savedBy(String name, Instant at) {
        return new Application(id, state, template, region, ownerRegion, department, title, version, revision + 1, createdAt, at, name, closedAt);
    }

    /** With the heading of a manifest, as far as a draft has one. */
    Application headedBy(JsonNode manifest) {
        return new Application(id, state, manifest.path("template").asString(""), regionOf(manifest, ownerRegion).orElse(ownerRegion), ownerRegion,
                department, Manifest.localised(manifest.path("title")), version, revision, createdAt, savedAt, savedBy, closedAt);
    }

    Application publishedAs(int newVersion) {
        return new Application(id, State.RUNNING, template, region, ownerRegion, department, title, newVersion, revision, createdAt, savedAt,
                savedBy, null);
    }

    Application closed(Instant at) {
        return new Application(id, State.CLOSED, template, region, ownerRegion, department, title, version, revision, createdAt, savedAt,
                savedBy, at);
    }

    /** The region that a manifest names, when it is one and lies within another. */
    static Optional<RegionCode> regionOf(JsonNode manifest, RegionCode within) {
        try {
            return Optional.of(RegionCode.of(manifest.path("region").asString(""))).filter(within::contains);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
