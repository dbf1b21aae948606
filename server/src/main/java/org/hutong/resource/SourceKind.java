package org.hutong.resource;

import org.hutong.catalogue.FirstRank;

/** Whose word a value is. The numbers are stored and never change. */
public enum SourceKind {
    REGISTER(1), RESIDENT(2), OFFICER(3);

    private final int number;

    SourceKind(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static SourceKind of(int number) {
        return switch (number) {
            case 1 -> REGISTER;
            case 2 -> RESIDENT;
            case 3 -> OFFICER;
            default -> throw new IllegalArgumentException("no source " + number);
        };
    }

    boolean is(FirstRank first) {
        return name().equals(first.name());
    }
}
