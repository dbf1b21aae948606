package org.hutong.kernel;

import java.util.Optional;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** A pattern that an officer wrote. It runs on RE2, in time linear in the text, and matches a text as a whole. */
public final class TextPattern {
    /** Longest pattern, in characters. */
    public static final int MAX_LENGTH = 500;
    /** Largest product of all counts in braces, since {@code ((a{1000}){1000}){1000}} takes a gigabyte to compile. */
    public static final int MAX_REPEATS = 1_000;

    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}");

    private final Pattern pattern;

    private TextPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Empty when the text is no pattern of RE2, or is too long or too large. */
    public static Optional<TextPattern> of(String text) {
        if (text.length() > MAX_LENGTH || repeats(text) > MAX_REPEATS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TextPattern(Pattern.compile(text)));
        } catch (PatternSyntaxException noPattern) {
            return Optional.empty();
        }
    }

    public boolean matches(String text) {
        return pattern.matches(text);
    }

    private static long repeats(String text) {
        long product = 1;
        Matcher count = COUNT.matcher(text);
        while (count.find() && product <= MAX_REPEATS) {
            String most = count.group(2) == null || count.group(2).isEmpty() ? count.group(1) : count.group(2);
            product *= Math.max(1, Long.parseLong(most));
        }
        return product;
    }
}
