package org.hutong.catalogue.match;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands at the head of a column, without what does not matter: width of characters, numbering, marks of what is required, courtesies.
 *
 * @param main  the wording without brackets
 * @param notes what stood in brackets
 */
record Wording(String main, List<String> notes) {
    private static final Pattern BRACKETS = Pattern.compile("[(\\[{（【〔<《]([^)\\]}）】〕>》]*)[)\\]}）】〕>》]");
    private static final Pattern NUMBERING = Pattern.compile("^(?:[A-Z]\\d{1,3}[、.):\\-]*|(?:\\d{1,3}|[一二三四五六七八九十]{1,2})[、.):\\-]+)\\s*(?=\\p{IsHan})");
    private static final Pattern COURTESY = Pattern.compile("^(?:请(?:填写|选择|输入|提供|上传)|您的|你的|本人的)+");
    private static final Pattern MARKS = Pattern.compile("[\\s*:?!。，,、·\"'“”‘’;；_~★☆※▲△●○◆□■√#&-]+");

    static Wording of(String head) {
        String text = Normalizer.normalize(head, Normalizer.Form.NFKC).strip();
        List<String> notes = new ArrayList<>();
        Matcher brackets = BRACKETS.matcher(text);
        StringBuilder main = new StringBuilder();
        while (brackets.find()) {
            notes.add(MARKS.matcher(brackets.group(1)).replaceAll(""));
            brackets.appendReplacement(main, "");
        }
        brackets.appendTail(main);
        String plain = main.toString().strip();
        if (plain.isEmpty() && !notes.isEmpty()) {
            plain = notes.removeFirst();
        }
        plain = COURTESY.matcher(NUMBERING.matcher(plain).replaceFirst("")).replaceFirst("");
        return new Wording(MARKS.matcher(plain).replaceAll(""), List.copyOf(notes));
    }
}
