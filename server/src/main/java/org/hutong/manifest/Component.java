package org.hutong.manifest;

import tools.jackson.databind.JsonNode;

/**
 * One component of an application as its manifest describes it.
 *
 * @param id     named by other components of the same manifest
 * @param kind   which {@link ComponentKind} it is of
 * @param index  position in the manifest
 * @param config the component's whole JSON object
 */
public record Component(String id, String kind, int index, JsonNode config) {

    /** JSON pointer to the component; findings add theirs behind it. */
    public String path() {
        return "/components/" + index;
    }

    /** A text member of the configuration, or the empty string. */
    public String text(String member) {
        return config.path(member).asString("");
    }
}
