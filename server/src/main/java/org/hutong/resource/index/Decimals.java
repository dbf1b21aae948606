package org.hutong.resource.index;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/** Decimals as whole numbers of ten thousandths. */
final class Decimals {
    private static final int SCALE = 4;
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE, SCALE + 1);

    private Decimals() {
    }

    /** Empty when it is finer than a ten thousandth, or too large. */
    static OptionalLong exact(BigDecimal decimal) {
        return decimal.abs().compareTo(MOST) > 0 || decimal.stripTrailingZeros().scale() > SCALE ? OptionalLong.empty() : OptionalLong.of(floor(decimal));
    }

    /** The largest whole number of ten thousandths that is not above it. */
    static long floor(BigDecimal decimal) {
        return decimal.abs().compareTo(MOST) > 0 ? decimal.signum() * Long.MAX_VALUE : decimal.setScale(SCALE, RoundingMode.FLOOR).unscaledValue().longValueExact();
    }
}
