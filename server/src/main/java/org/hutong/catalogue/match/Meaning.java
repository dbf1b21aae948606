package org.hutong.catalogue.match;

import org.hutong.kernel.ElementPath;

/** What a column means. */
public sealed interface Meaning {

    /** A data element, of whoever the form is about or of somebody linked. */
    record Element(ElementPath path) implements Meaning {
    }

    /** It belongs to the single transaction: when it was filed, what was decided, what was asked for. */
    record Transaction() implements Meaning {
    }

    /** Something of residents, dwellings or organisations that the catalogue has no element for. */
    record NewElement() implements Meaning {
    }

    /** As it is printed: a path such as {@code guardian/person.name}, {@code (transaction)} or {@code (new)}. */
    default String written() {
        return switch (this) {
            case Element(ElementPath path) -> path.toString();
            case Transaction() -> "(transaction)";
            case NewElement() -> "(new)";
        };
    }

    /** Reads what {@link #written} wrote. @throws IllegalArgumentException when it is none */
    static Meaning of(String written) {
        return switch (written) {
            case "(transaction)" -> new Transaction();
            case "(new)" -> new NewElement();
            default -> new Element(ElementPath.of(written));
        };
    }
}
