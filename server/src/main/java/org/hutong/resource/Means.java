package org.hutong.resource;

/** How a value was stated. The numbers are stored and never change. */
public enum Means {
    IN_PERSON(1), PHONE(2), MESSAGE(3), SELF(4), FAMILY(5), NEIGHBOUR(6), ESTIMATE(7), IMPORT(8), DERIVED(9), PAPER(10),
    /** By an agent, under a mandate. */
    AGENT(11);

    private final int number;

    Means(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static Means of(int number) {
        for (Means means : values()) {
            if (means.number == number) {
                return means;
            }
        }
        throw new IllegalArgumentException("no means " + number);
    }
}
