package org.hutong.resource;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

import com.ibm.icu.text.Transliterator;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * Names of people as officers type them: a part of the name in characters, or its pinyin from the beginning, in full, by initials or mixed
 * ({@code zhangyouxiang}, {@code zyx}, {@code zhangyx}), the last syllable perhaps half typed.
 *
 * <p>Pinyin is compared as a pattern over the characters that read so, so that nothing is kept beside the name. The readings are those of
 * ICU's Han-Latin transform, one a character, and those that some characters have as a family name; characters are those of GB 2312.
 */
final class NamePattern {
    /** Longer ones have no family and given name of one person in them. */
    static final int LONGEST = 40;
    private static final int LONGEST_SYLLABLE = 6;
    private static final int MOST_CHARACTERS = 6;
    private static final int MOST_INITIALS = 4;
    /** What a character reads as when it is a family name, where the transform gives another reading. */
    private static final Map<String, String> FAMILY_NAMES = Map.ofEntries(Map.entry("单", "shan"), Map.entry("解", "xie"), Map.entry("曾", "zeng"),
            Map.entry("仇", "qiu"), Map.entry("查", "zha"), Map.entry("朴", "piao"), Map.entry("区", "ou"), Map.entry("任", "ren"), Map.entry("翟", "zhai"),
            Map.entry("盖", "ge"), Map.entry("缪", "miao"), Map.entry("冼", "xian"), Map.entry("乐", "yue"), Map.entry("员", "yun"), Map.entry("种", "chong"),
            Map.entry("折", "she"), Map.entry("召", "shao"), Map.entry("覃", "qin"), Map.entry("尉", "yu"), Map.entry("宓", "fu"), Map.entry("沈", "shen"),
            Map.entry("冒", "mao"), Map.entry("习", "xi"), Map.entry("邢", "xing"), Map.entry("吕", "lv"));

    /** The table of readings is made when somebody types letters for the first time. */
    private static final class Readings {
        /** The characters of each syllable. */
        static final TreeMap<String, String> SYLLABLES = read();

        private static TreeMap<String, String> read() {
            Transliterator latin = Transliterator.getInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; Lower");
            TreeMap<String, StringBuilder> bySyllable = new TreeMap<>();
            for (String character : characters()) {
                String syllable = latin.transliterate(character).strip();
                if (syllable.matches("[a-z]+")) {
                    bySyllable.computeIfAbsent(syllable, one -> new StringBuilder()).append(character);
                }
                String surname = FAMILY_NAMES.get(character);
                if (surname != null && !surname.equals(syllable)) {
                    bySyllable.computeIfAbsent(surname, one -> new StringBuilder()).append(character);
                }
            }
            TreeMap<String, String> syllables = new TreeMap<>();
            bySyllable.forEach((syllable, all) -> syllables.put(syllable, all.toString()));
            return syllables;
        }

        /** Rows 16 to 87 of GB 2312: its 6,763 characters. */
        private static List<String> characters() {
            Charset charset = Charset.forName("GB2312");
            List<String> characters = new ArrayList<>();
            for (int row = 0xB0; row <= 0xF7; row++) {
                for (int cell = 0xA1; cell <= 0xFE; cell++) {
                    String character = new String(new byte[] {(byte) row, (byte) cell}, charset);
                    if (Character.isIdeographic(character.codePointAt(0))) {
                        characters.add(character);
                    }
                }
            }
            return characters;
        }
    }

    private NamePattern() {
    }

    /** True for names that what was typed may mean. @param typed not empty */
    static Condition matches(Field<String> name, String typed) {
        Optional<String> pinyin = pinyin(typed);
        if (pinyin.isPresent()) {
            return DSL.condition("{0} ~ {1}", name, DSL.val(pinyin.get())).or(name.startsWithIgnoreCase(typed));
        }
        return typed.codePointCount(0, typed.length()) > 1 ? name.contains(typed) : name.startsWith(typed);
    }

    /** A regular expression for names that begin with characters that read as typed; empty when it cannot be pinyin. */
    static Optional<String> pinyin(String typed) {
        String letters = typed.toLowerCase(Locale.ROOT).replace("ü", "v").replaceAll("[\\s'’]", "");
        if (letters.length() > LONGEST || !letters.matches("[a-z]+")) {
            return Optional.empty();
        }
        // Initials are thought of only where the letters are no whole syllables: xian is 冼 or 西安, hardly a name of four characters.
        String whole = from(letters, MOST_CHARACTERS, false);
        String pattern = whole.isEmpty() ? from(letters, MOST_INITIALS, true) : whole;
        return pattern.isEmpty() ? Optional.empty() : Optional.of("^" + pattern);
    }

    /** The pattern of the rest of what was typed in at most so many characters; empty when there is none. */
    private static String from(String rest, int most, boolean initials) {
        // Ways that go on alike are one alternative, so that each list of characters stands only once for each rest.
        SequencedMap<String, StringBuilder> byRest = new LinkedHashMap<>();
        for (int length = Math.min(rest.length(), LONGEST_SYLLABLE); length > 0 && most > 0; length--) {
            boolean last = length == rest.length();
            String characters = characters(rest.substring(0, length), initials || last, last);
            String after = last || characters.isEmpty() ? "" : from(rest.substring(length), most - 1, initials);
            if (!characters.isEmpty() && (last || !after.isEmpty())) {
                byRest.computeIfAbsent(after, one -> new StringBuilder()).append(characters);
            }
        }
        List<String> ways = byRest.entrySet().stream().map(way -> "[" + way.getValue() + "]" + way.getKey()).toList();
        return ways.size() > 1 ? "(?:" + String.join("|", ways) + ")" : String.join("", ways);
    }

    /** Characters of a syllable, of all that begin with an initial, or where it is the last with what was typed of it. */
    private static String characters(String typed, boolean initials, boolean last) {
        boolean initial = typed.length() == 1 || typed.equals("zh") || typed.equals("ch") || typed.equals("sh");
        if (last || initials && initial) {
            return String.join("", Readings.SYLLABLES.subMap(typed, typed + "{").values());
        }
        return Readings.SYLLABLES.getOrDefault(typed, "");
    }
}
