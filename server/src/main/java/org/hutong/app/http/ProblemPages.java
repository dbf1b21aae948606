package org.hutong.app.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

import io.swagger.v3.oas.annotations.Hidden;
import org.hutong.access.AllowAnyone;
import org.hutong.problem.Problem;
import org.hutong.problem.Problems;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page to which a problem's {@code type} leads: what happened and what to do, in the reader's language first. */
@Hidden
@RestController
class ProblemPages {

    @GetMapping(path = "/problems/{code}", produces = MediaType.TEXT_HTML_VALUE)
    @AllowAnyone
    ResponseEntity<String> explainProblem(@PathVariable String code, Locale locale) {
        Problem problem = Problem.ofCode(code).orElseThrow(Problem.NOT_FOUND::refused);
        Locale other = "en".equals(locale.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
        return ResponseEntity.ok().contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body("<!doctype html>\n<html lang=\"" + locale.getLanguage() + "\">\n<head><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + escaped(Problems.title(problem, locale))
                        + "</title></head>\n<body>\n<main>\n" + section(problem, locale) + section(problem, other) + "</main>\n</body>\n</html>\n");
    }

    private static String section(Problem problem, Locale locale) {
        return "<section lang=\"" + locale.getLanguage() + "\">\n<h1>" + escaped(Problems.title(problem, locale)) + "</h1>\n<p>"
                + escaped(Problems.help(problem, locale)) + "</p>\n<p>" + escaped(Problems.words("page.number", locale)) + " " + problem.number() + " · "
                + problem.status() + " · <code>" + problem.code() + "</code></p>\n<p><a href=\"/\">" + escaped(Problems.words("page.home", locale))
                + "</a></p>\n</section>\n";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
