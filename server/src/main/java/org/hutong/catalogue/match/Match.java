package org.hutong.catalogue.match;

/**
 * What a column was matched to.
 *
 * @param head       as it stands on the form
 * @param confidence 0 to 1: the share of such answers that is right
 * @param reason     why, in short, for whoever checks it
 */
public record Match(String head, Meaning meaning, double confidence, Reason reason) {
    /** From here on an answer is not marked as doubtful. */
    public static final double SURE = 0.9;

    /** How it was found, the surest first. */
    public enum Reason {
        CORRECTED, WORDING, PERSON_AND_WORDING, RULE, PERSON_AND_RULE, SAMPLES, SEVERAL_MEANINGS, SIMILAR, NOTHING_ALIKE
    }

    public boolean doubtful() {
        return confidence < SURE;
    }
}
