package org.hutong.form;

import java.util.Collection;

/**
 * How often a person was asked, and how often not.
 *
 * @param asked     questions really answered by the person: unknown before, or corrected
 * @param reused    answered by what is held
 * @param derived   answered by what follows
 * @param confirmed held but old, said to be still right
 */
public record Counts(int asked, int reused, int derived, int confirmed) {

    static Counts of(Collection<Outcome> outcomes) {
        int asked = 0;
        int reused = 0;
        int derived = 0;
        int confirmed = 0;
        for (Outcome outcome : outcomes) {
            switch (outcome.kind()) {
                case ASKED, CORRECTED, DISPUTED -> asked++;
                case REUSED -> reused++;
                case DERIVED -> derived++;
                case CONFIRMED -> confirmed++;
                case CALCULATED, LEFT_OUT, NOT_KNOWN -> {
                }
            }
        }
        return new Counts(asked, reused, derived, confirmed);
    }
}
