package org.hutong.app.log;

import java.util.regex.Pattern;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

/**
 * Blanks numbers that might be somebody's (ID, phone, bank card) in whatever a library writes into the log. A net: no line of ours
 * is meant to need it.
 */
public final class Masked extends MessageConverter {
    /** Nine digits or more, not part of a word, a UUID or a decimal. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{Alnum}.-])\\p{Nd}{9,}[Xx]?(?![\\p{Alnum}-])");

    @Override
    public String convert(ILoggingEvent event) {
        return mask(super.convert(event));
    }

    static String mask(String text) {
        return text == null ? null : NUMBER.matcher(text).replaceAll("[number]");
    }
}
