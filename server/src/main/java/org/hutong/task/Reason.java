package org.hutong.task;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why somebody has to be called or visited. */
public enum Reason {
    NO_ANSWER, NO_PHONE, ASKED_FOR_HELP;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Reason> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
