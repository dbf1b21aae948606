package org.hutong.resource;

import java.util.Map;

import org.hutong.kernel.ElementPath;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;

/**
 * What is known of one person for some paths; a path that is absent is unknown.
 *
 * @param residesIn    null when unplaced
 * @param registeredIn null when unknown
 * @param worksIn      null when unknown
 * @param key          the person's opened key, for what is kept about the person elsewhere (drafts, submissions)
 */
public record Held(SubjectId person, Map<ElementPath, HeldValue> values, RegionCode residesIn, RegionCode registeredIn, RegionCode worksIn,
        FieldCipher.SubjectKey key) {
}
