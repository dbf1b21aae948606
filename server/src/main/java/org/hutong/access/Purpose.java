package org.hutong.access;

import java.util.Optional;

import org.hutong.kernel.Localised;
import org.hutong.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Why an officer needs whole phone numbers or restricted values, in words that whoever they are about reads in the own journal
 * (PIPL art. 6: a purpose that is clear, reasonable and said).
 */
public record Purpose(String words) {
    private static final int LONGEST = 200;

    /** @return empty when none was said; refused at {@code purpose} when it is too long */
    public static Optional<Purpose> said(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return Optional.empty();
        }
        if (words.length() > LONGEST) {
            throw Problem.INVALID_REQUEST.refused().at("purpose", "too-long", LONGEST);
        }
        return Optional.of(new Purpose(words.strip()));
    }

    /** The words alone. */
    public Localised localised() {
        return Localised.of(words, words);
    }

    /** What is done, and for this. */
    public Localised of(Localised act) {
        return Localised.of(act.zh() + "，用于：" + words, (act.en() == null ? act.zh() : act.en()) + ", for: " + words);
    }
}
