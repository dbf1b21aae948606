package org.hutong.catalogue;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * 修订: one change of one definition, as everybody who reads the catalogue may read it.
 *
 * @param version the version that it made
 * @param by      the name under it; empty where a newer Hutong brought the change
 * @param reason  in the steward's words
 */
public record Amendment(int version, Instant at, String by, @Nullable String department, String reason, List<Difference> differences) {

    /** What an amendment is about. */
    public enum Kind {
        ELEMENT("element"), CODE_LIST("code-list");

        final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /**
     * One property before and after, as the definition writes it.
     *
     * @param property {@code name.zh}, {@code validFor}, {@code seenAs}, {@code item.zh} and so on
     * @param code     of the item of a code list, or null
     * @param from     null where there was none
     * @param to       null where there is none any more
     */
    public record Difference(String property, @Nullable String code, @Nullable String from, @Nullable String to) {
    }
}
