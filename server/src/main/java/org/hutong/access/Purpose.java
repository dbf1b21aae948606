package org.hutong.access;

import java.util.Optional;

import org.hutong.kernel.Localised;
import org.jspecify.annotations.Nullable;

/**
 * Why an officer needs whole phone numbers or restricted values, in words that whoever they are about reads in the own journal
 * (PIPL art. 6: a purpose that is clear, reasonable and said).
 */
public record Purpose(String words) {
    /** So many characters at most; who takes the words from outside sees to it. */
    public static final int LONGEST = 200;

    /** @return empty when none was said */
    public static Optional<Purpose> said(@Nullable String words) {
        return Optional.ofNullable(words).map(String::strip).filter(said -> !said.isEmpty()).map(Purpose::new);
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
