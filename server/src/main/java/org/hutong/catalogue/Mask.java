package org.hutong.catalogue;

import org.hutong.kernel.ValueKind;

/** How a value is shown to somebody who may know that it is there but not what it is. */
public enum Mask {
    NONE, NAME, PHONE, ID, ACCOUNT, TAIL4;

    /** What hides an element unless its definition says another. */
    static Mask of(ValueKind kind, Protection protection) {
        if (protection == Protection.OPEN) {
            return NONE;
        }
        return switch (kind) {
            case PHONE -> PHONE;
            case ID_NUMBER -> ID;
            default -> protection == Protection.ENCRYPTED ? TAIL4 : NONE;
        };
    }

    /** The masked text; the length is kept so that a person recognises the own number. */
    public String apply(String text) {
        int[] points = text.codePoints().toArray();
        return switch (this) {
            case NONE -> text;
            case NAME -> points.length <= 1 ? text : new String(points, 0, 1) + "*".repeat(points.length - 1);
            case PHONE -> keep(points, 3, 4);
            case ID -> keep(points, 6, 2);
            case ACCOUNT, TAIL4 -> keep(points, 0, 4);
        };
    }

    private static String keep(int[] points, int head, int tail) {
        if (points.length <= head + tail) {
            return "*".repeat(points.length);
        }
        return new String(points, 0, head) + "*".repeat(points.length - head - tail) + new String(points, points.length - tail, tail);
    }
}
