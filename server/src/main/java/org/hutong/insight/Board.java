package org.hutong.insight;

import java.time.Instant;
import java.util.List;

import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;

/**
 * The progress of an application in one region.
 *
 * @param relation  how people belong to the regions of this board
 * @param total     people addressed
 * @param done      of these, how many have answered
 * @param notAsked  of those done, how many had nothing to fill in
 * @param contested people of whom a value that is asked for is being decided
 * @param children  those with most left first
 * @param own       those who belong to the region itself and to none of its children, so that the children and they make the total
 * @param path      from the officer's own region down to this one
 */
public record Board(RegionCode region, Localised name, RegionRelation relation, long total, long done, long notAsked, long contested,
        List<Child> children, Own own, List<Step> path, Instant asOf) {

    /** One region below. */
    public record Child(RegionCode region, Localised name, long total, long done) {

        long left() {
            return total - done;
        }
    }

    /** Who belongs to the region itself. */
    public record Own(long total, long done) {
    }

    /** One crumb of the way. */
    public record Step(RegionCode code, Localised name) {
    }
}
