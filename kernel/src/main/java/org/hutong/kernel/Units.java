package org.hutong.kernel;

import java.util.Locale;

/** How the unit of a number is written. The English one may have two forms with a bar between, for one and for many: {@code year | years}. */
public final class Units {

    private Units() {
    }

    /** @param one whether the number before it is 1 */
    public static String in(Localised unit, Locale reader, boolean one) {
        String[] forms = unit.in(reader).split("\\|");
        return forms[one ? 0 : forms.length - 1].strip();
    }
}
