package org.hutong.resource;

import org.hutong.catalogue.FirstRank;

/**
 * The order of sources for one element: whose word ranks first by the catalogue; then verified in person, stated by the person, another
 * authority's register, by family, by others, estimated, imported without a source. Lower numbers rank higher.
 */
public final class Rank {
    public static final int FIRST = 0;
    static final int VERIFIED = 1;
    static final int PERSON = 2;
    static final int OTHER_REGISTER = 3;
    static final int FAMILY = 4;
    static final int OTHERS = 5;
    static final int ESTIMATED = 6;
    static final int UNSOURCED = 7;

    private Rank() {
    }

    /** @return 0 (highest) to 7 */
    public static int of(FirstRank first, SourceKind source, Means means) {
        switch (means) {
            case FAMILY -> {
                return FAMILY;
            }
            case NEIGHBOUR -> {
                return OTHERS;
            }
            case ESTIMATE -> {
                return ESTIMATED;
            }
            case IMPORT -> {
                if (source != SourceKind.REGISTER) {
                    return UNSOURCED;
                }
            }
            default -> {
            }
        }
        if (source.is(first)) {
            return FIRST;
        }
        return switch (source) {
            case OFFICER -> means == Means.IN_PERSON ? VERIFIED : OTHERS;
            case RESIDENT -> PERSON;
            case REGISTER -> OTHER_REGISTER;
        };
    }
}
