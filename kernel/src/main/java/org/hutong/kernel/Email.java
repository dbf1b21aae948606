package org.hutong.kernel;

import java.util.Locale;
import java.util.regex.Pattern;

/** E-mail addresses: the part of RFC 5321 that providers give out, without quoted parts and address literals. */
public final class Email {
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    private Email() {
    }

    /**
     * Full-width characters and blanks around are put right, the domain is lowered; the part before {@code @} is left as typed.
     *
     * @return {@link Value.Text} of at most 254 characters, or a fault {@code email-shape}
     */
    public static ValueOrFault read(String typed) {
        String address = HalfWidth.of(typed).replaceAll("^[ \\t\\n\\r]+|[ \\t\\n\\r]+$", "");
        int at = address.lastIndexOf('@');
        if (at < 1 || at > 64 || address.length() > 254 || !LOCAL.matcher(address.substring(0, at)).matches()) {
            return ValueFault.of("email-shape");
        }
        String domain = address.substring(at + 1).toLowerCase(Locale.ROOT);
        if (!DOMAIN.matcher(domain).matches()) {
            return ValueFault.of("email-shape");
        }
        return new Value.Text(address.substring(0, at) + "@" + domain);
    }
}
