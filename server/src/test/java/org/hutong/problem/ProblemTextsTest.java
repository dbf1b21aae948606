package org.hutong.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTextsTest {
    private static final ResourceBundle ZH = bundle(Locale.CHINESE);
    private static final ResourceBundle EN = bundle(Locale.ENGLISH);

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle("org.hutong.problem.problems", locale);
    }

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(new TreeSet<>(ZH.keySet())).isEqualTo(new TreeSet<>(EN.keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void eachTextStandsOnce(String language) throws IOException {
        try (InputStream file = Problem.class.getResourceAsStream("problems_" + language + ".properties")) {
            assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.matches("[a-z][\\w.-]*=.*")).map(line -> line.split("=", 2)[0]))
                    .hasSizeGreaterThan(100).doesNotHaveDuplicates();
        }
    }

    @Test
    void bothLanguagesFillInAsManyValues() {
        for (String key : ZH.keySet()) {
            assertThat(placeholders(ZH.getString(key))).as(key).isEqualTo(placeholders(EN.getString(key)));
        }
    }

    /** Counted only: where names are filled in, each language may take its own. */
    private static long placeholders(String text) {
        return Pattern.compile("\\{\\d}").matcher(text).results().map(MatchResult::group).distinct().count();
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void everyProblemHasTitleDetailAndHelp(Problem problem) {
        for (String part : new String[] {"title", "detail", "help"}) {
            assertThat(ZH.getString(problem.code() + "." + part)).isNotBlank();
            assertThat(EN.getString(problem.code() + "." + part)).isNotBlank();
        }
    }

    @Test
    void numbersAreGivenOutOnce() {
        assertThat(Arrays.stream(Problem.values()).map(Problem::number)).doesNotHaveDuplicates();
    }

    @Test
    void textsSayWhatToDoAndDoNotShout() {
        for (ResourceBundle bundle : new ResourceBundle[] {ZH, EN}) {
            for (String key : bundle.keySet()) {
                assertThat(bundle.getString(key)).as(key).doesNotContain("!", "！", "系统错误", "System error");
            }
        }
    }

    @Test
    void valuesAreFilledInAndTheReadersLanguageIsUsed() {
        Refused refused = Problem.BODY_TOO_LARGE.refused().about(1024).at("q1", "too-long", 20);
        assertThat(Problems.body(refused, Locale.ENGLISH).detail()).startsWith("At most 1024 KB");
        assertThat(Problems.body(refused, Locale.CHINESE).detail()).startsWith("一次最多可以发送 1024 KB");
        assertThat(Problems.body(refused, Locale.ENGLISH).errors().getFirst().message()).isEqualTo("At most 20 characters");
    }

    @Test
    void aFaultWithoutATextOfItsOwnStillSaysSomething() {
        assertThat(Problems.fault("never-heard-of", Locale.ENGLISH)).isEqualTo("This is not as it should be");
    }
}
