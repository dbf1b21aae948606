package org.hutong.form;

import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What became of one question in one submission.
 *
 * @param act for a reused value the act of stating it came from: the value itself is not copied, so that it can be erased
 */
public record Outcome(Kind kind, @Nullable UUID act) {

    /** How a question was answered. */
    public enum Kind {
        /** It was not known and was said. */
        ASKED,
        /** What was held was said to be still right. */
        CONFIRMED,
        /** Another value than the one held was said, and holds now. */
        CORRECTED,
        /** Another value than the one held was said, against a source of higher rank: an objection is open. */
        DISPUTED,
        /** What is held was used; nobody was asked. */
        REUSED,
        /** It follows from something else that is known or was said. */
        DERIVED,
        /** It was calculated from the other answers. */
        CALCULATED,
        /** It was not known, need not be answered, and was left out. */
        LEFT_OUT,
        /** It has to be answered, and the person has it not or cannot tell: an officer who filled in has said so. */
        NOT_KNOWN
    }

    static Outcome of(Kind kind) {
        return new Outcome(kind, null);
    }

    static Outcome reused(UUID act) {
        return new Outcome(Kind.REUSED, act);
    }

    /** The person said something, be it that what is held is right. */
    boolean said() {
        return kind != Kind.REUSED && kind != Kind.DERIVED && kind != Kind.CALCULATED && !open();
    }

    /** There is no answer. */
    boolean open() {
        return kind == Kind.LEFT_OUT || kind == Kind.NOT_KNOWN;
    }

    /** The answer stands in the submission itself, since it can be read nowhere else. */
    boolean kept() {
        return said() || kind == Kind.CALCULATED;
    }

    /** As kept with the submission: {@code asked}, {@code reused:0190...}. */
    String written() {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return act == null ? word : word + ":" + act;
    }

    static Outcome read(String written) {
        int colon = written.indexOf(':');
        String word = colon < 0 ? written : written.substring(0, colon);
        return new Outcome(Kind.valueOf(word.toUpperCase(Locale.ROOT)), colon < 0 ? null : UUID.fromString(written.substring(colon + 1)));
    }
}
