package org.hutong.kernel;

import java.util.regex.Pattern;

/** The code of a data element, {@code resourceType.name}, for example {@code person.mobile}. */
public record ElementCode(String code) implements Comparable<ElementCode> {
    private static final Pattern SHAPE = Pattern.compile("[a-z][A-Za-z0-9]{0,39}\\.[a-z][A-Za-z0-9]{0,59}");

    public ElementCode {
        if (!isValid(code)) {
            throw new IllegalArgumentException("not an element code: " + code);
        }
    }

    public static boolean isValid(String code) {
        return code != null && SHAPE.matcher(code).matches();
    }

    public static ElementCode of(String code) {
        return new ElementCode(code);
    }

    /** What the element describes: {@code person} of {@code person.mobile}. */
    public String resourceType() {
        return code.substring(0, code.indexOf('.'));
    }

    public String name() {
        return code.substring(code.indexOf('.') + 1);
    }

    @Override
    public int compareTo(ElementCode other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
