package org.hutong.problem;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of the catalogue: turns a refusal into what its reader sees. */
public final class Problems {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");
    private static final ResourceBundle ZH = bundle(Locale.CHINESE);
    private static final ResourceBundle EN = bundle(Locale.ENGLISH);

    private Problems() {
    }

    public static ProblemBody body(Refused refused, Locale locale) {
        Problem problem = refused.problem();
        List<ProblemBody.Fault> faults = refused.faults().stream()
                .map(at -> new ProblemBody.Fault(at.path(), at.code(),
                        at.text() != null ? at.text().in(locale) : fault(at.code(), locale, at.args()), at.value()))
                .toList();
        return new ProblemBody("/problems/" + problem.code(), title(problem, locale), problem.status(),
                fill(text(problem.code() + ".detail", locale), refused.args()), problem.code(), problem.number(), faults,
                refused.extra());
    }

    public static String title(Problem problem, Locale locale) {
        return text(problem.code() + ".title", locale);
    }

    /** The longer text of the problem's page: what happened and what to do. */
    public static String help(Problem problem, Locale locale) {
        return text(problem.code() + ".help", locale);
    }

    /** The message of a fault; a code without a text of its own gets the general one. */
    public static String fault(String code, Locale locale, Object... args) {
        String key = "fault." + code;
        return fill(in(locale).containsKey(key) ? text(key, locale) : text("fault", locale), args);
    }

    /** Any other words of the catalogue. */
    public static String words(String key, Locale locale, Object... args) {
        return fill(text(key, locale), args);
    }

    private static String text(String key, Locale locale) {
        return in(locale).getString(key);
    }

    private static ResourceBundle in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? EN : ZH;
    }

    private static String fill(String text, Object... args) {
        Matcher matcher = PLACEHOLDER.matcher(text);
        return matcher.replaceAll(found -> {
            int at = Integer.parseInt(found.group(1));
            return Matcher.quoteReplacement(at < args.length ? String.valueOf(args[at]) : "");
        });
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("org.hutong.problem.problems", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
