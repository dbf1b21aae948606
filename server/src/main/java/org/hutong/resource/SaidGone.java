package org.hutong.resource;

import java.time.Instant;
import java.util.List;

import org.hutong.access.Actor;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;

/**
 * Somebody on file was said in a form to have moved or died. Told within the transaction that writes it down.
 *
 * @param actor  in whose transaction it is told
 * @param person who is gone
 * @param died   else moved, and where to is not on file
 * @param by     who said so, and where
 * @param places where the person is on file, and where who said so is, likeliest first; may be empty
 * @param at     when it was written down
 */
public record SaidGone(Actor actor, SubjectId person, boolean died, LinkedPeople.Speaking by, List<RegionCode> places, Instant at) {
}
