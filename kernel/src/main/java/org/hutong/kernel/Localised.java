package org.hutong.kernel;

/** A text in both languages. The English one may be empty while an application is a draft. */
public record Localised(String zh, String en) {

    public static Localised of(String zh, String en) {
        return new Localised(zh, en);
    }

    /** The text for a reader; falls back to the other language rather than show nothing. */
    public String in(java.util.Locale locale) {
        boolean english = "en".equals(locale.getLanguage());
        String first = english ? en : zh;
        String second = english ? zh : en;
        return first != null && !first.isBlank() ? first : second == null ? "" : second;
    }
}
