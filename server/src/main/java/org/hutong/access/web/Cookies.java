package org.hutong.access.web;

import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The session cookies. Over TLS their names begin with {@code __Host-}, which ties them to this host, path / and TLS. The field app names
 * itself in a header and has an officer's session of its own, so that signing out at the desk does not end the round, nor the other way.
 */
enum Cookies {
    OFFICER("hutong_officer"),
    RESIDENT("hutong_resident");

    private static final String APP = "Hutong-App";
    private static final String FIELD = "hutong_field";
    private final String plain;

    Cookies(String plain) {
        this.plain = plain;
    }

    Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            String name = name(request);
            for (Cookie cookie : cookies) {
                if (name.equals(cookie.getName()) && !cookie.getValue().isEmpty()) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    void write(HttpServletRequest request, HttpServletResponse response, String token) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, token).build().toString());
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "").maxAge(0).build().toString());
    }

    /** No lifetime: the browser forgets it when it is closed, the server in any case in time. */
    private ResponseCookie.ResponseCookieBuilder cookie(HttpServletRequest request, String value) {
        return ResponseCookie.from(name(request), value).path("/").httpOnly(true).secure(request.isSecure()).sameSite("Strict");
    }

    private String name(HttpServletRequest request) {
        String own = this == OFFICER && "field".equals(request.getHeader(APP)) ? FIELD : plain;
        return request.isSecure() ? "__Host-" + own : own;
    }
}
