package org.hutong.kernel;

/** The three truths of SQL and DMN: a comparison with what is not answered is unknown. */
public enum Truth {
    FALSE, UNKNOWN, TRUE;

    public static Truth of(boolean truth) {
        return truth ? TRUE : FALSE;
    }

    /** A person is in an audience, a question is shown, a rule fires only when this says so. */
    public boolean isTrue() {
        return this == TRUE;
    }

    public Truth not() {
        return switch (this) {
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
            case TRUE -> FALSE;
        };
    }

    /** The lesser of both: false when one is false, true when both are. */
    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The greater of both: true when one is true, false when both are. */
    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
