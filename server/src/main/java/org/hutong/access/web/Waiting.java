package org.hutong.access.web;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;

import org.hutong.problem.Problem;
import org.hutong.problem.Problems;
import org.hutong.problem.Refused;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Says how long to wait, in the reader's words and in {@code Retry-After}. */
final class Waiting {
    private Waiting() {
    }

    static Refused refused(Duration wait, HttpServletRequest request) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        var locale = RequestContextUtils.getLocale(request);
        String words = seconds < 120 ? Problems.words("wait.seconds", locale, seconds) : Problems.words("wait.minutes", locale, (seconds + 59) / 60);
        return Problem.TOO_MANY_REQUESTS.refused().about(words).retryAfter(Duration.ofSeconds(seconds));
    }
}
