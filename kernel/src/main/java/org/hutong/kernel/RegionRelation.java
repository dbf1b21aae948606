package org.hutong.kernel;

import java.util.Arrays;
import java.util.Optional;

/** How a person belongs to a region. Registered here and living there (人户分离) is common, so every question of place names one. */
public enum RegionRelation {
    RESIDES_IN("resides-in"),
    REGISTERED_IN("registered-in"),
    WORKS_IN("works-in"),
    /** A dwelling that the person owns lies there: the link {@code owns} to a dwelling whose {@code dwelling.region} is within. */
    OWNS("owns");

    private final String json;

    RegionRelation(String json) {
        this.json = json;
    }

    /** The name in manifests and in the API. */
    public String json() {
        return json;
    }

    public static Optional<RegionRelation> find(String json) {
        return Arrays.stream(values()).filter(relation -> relation.json.equals(json)).findFirst();
    }
}
