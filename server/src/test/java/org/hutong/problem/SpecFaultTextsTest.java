package org.hutong.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code that the specifications of values, criteria and forms name says something to people. */
class SpecFaultTextsTest {
    private static final Pattern CODE = Pattern.compile("`([a-z]+(?:-[a-z0-9]+)+)`");
    /** The text of a broken constraint is the officer's own. */
    private static final Set<String> OTHERS = Set.of("answer-constraint");

    @ParameterizedTest
    @ValueSource(strings = {"values.md", "criteria.md", "forms.md"})
    void everyCodeHasATextInBothLanguages(String file) throws IOException {
        Set<String> codes = new TreeSet<>();
        try (InputStream in = SpecFaultTextsTest.class.getResourceAsStream("/spec/" + file)) {
            CODE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8)).results().forEach(code -> codes.add(code.group(1)));
        }
        codes.removeAll(OTHERS);
        assertThat(codes).hasSizeGreaterThan(10);
        for (Locale locale : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
            assertThat(ResourceBundle.getBundle("org.hutong.problem.problems", locale).keySet()).as(locale.toString())
                    .containsAll(codes.stream().map(code -> "fault." + code).toList());
        }
    }
}
