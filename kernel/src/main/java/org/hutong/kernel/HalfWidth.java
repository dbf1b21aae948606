package org.hutong.kernel;

/** Turns the full-width letters, digits and signs that Chinese input methods make into ASCII. */
final class HalfWidth {

    private HalfWidth() {
    }

    /** {@code １３８　Ａ} becomes {@code 138 A}; every other character stays. */
    static String of(String text) {
        StringBuilder narrow = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char ascii = c >= '！' && c <= '～' ? (char) (c - 0xFEE0) : c == '　' ? ' ' : c;
            if (ascii != c && narrow == null) {
                narrow = new StringBuilder(text);
            }
            if (narrow != null) {
                narrow.setCharAt(i, ascii);
            }
        }
        return narrow == null ? text : narrow.toString();
    }

    static boolean isDigits(String text, int from, int to) {
        if (to > text.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
