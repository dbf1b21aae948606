package org.hutong.kernel;

import java.util.regex.Pattern;

/** Phone numbers as people write them, brought to one form so that the same number is found again. */
public final class Phone {
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern LAND_LINE = Pattern.compile("(0(?:10|2\\d|[3-9]\\d{2}))-?([2-9]\\d{6,7})(?:(?:-|ext\\.?|转)(\\d{1,6}))?");
    private static final Pattern SERVICE = Pattern.compile("[48]00-?\\d{3}-?\\d{4}");
    private static final Pattern ABROAD = Pattern.compile("\\+(?!86)[1-9]\\d{6,14}");

    private Phone() {
    }

    /**
     * Full-width characters, blanks, brackets, dots and the country code of mainland China (+86, 0086, 86) are taken out.
     *
     * @return {@link Value.Text}: {@code 13812345678} for a mainland mobile, {@code 0513-12345678} or {@code 0513-12345678-801} for
     *         a land line with its area code, {@code 4001234567} for a service number, {@code +85212345678} (E.164) for any other
     *         country or region; or a fault {@code phone-shape}
     */
    public static ValueOrFault read(String typed) {
        String number = HalfWidth.of(typed).replace('－', '-').replace('—', '-').replace('–', '-').replaceAll("[\\s\\u00A0.()·]", "");
        String mainland = number.replaceFirst("^(?:\\+86|0086|86(?=-?1[3-9][-\\d]*$))-?", "");
        String mobile = mainland.replace("-", "");
        if (MOBILE.matcher(mobile).matches()) {
            return new Value.Text(mobile);
        }
        String national = mainland.equals(number) || mainland.startsWith("0") ? mainland : "0" + mainland;
        var landLine = LAND_LINE.matcher(national);
        if (landLine.matches()) {
            String extension = landLine.group(3) == null ? "" : "-" + landLine.group(3);
            return new Value.Text(landLine.group(1) + "-" + landLine.group(2) + extension);
        }
        if (SERVICE.matcher(mainland).matches()) {
            return new Value.Text(mobile);
        }
        String international = number.replaceFirst("^00", "+").replace("-", "");
        if (ABROAD.matcher(international).matches()) {
            return new Value.Text(international);
        }
        return ValueFault.of("phone-shape");
    }

    /** Whether a number that {@link #read} gave can receive a short message here. */
    public static boolean isMobile(String number) {
        return MOBILE.matcher(number).matches();
    }
}
