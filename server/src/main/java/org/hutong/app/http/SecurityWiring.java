package org.hutong.app.http;

import org.hutong.problem.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;

/**
 * What holds for every request, whoever calls: headers, and the firewall against disguised addresses. Who may call an operation
 * stands at the operation ({@code @Allow...}), in one place; the framework's own users, logins and sessions are off.
 */
@Configuration(proxyBeanMethods = false)
class SecurityWiring {
    /** Scripts and styles from this host only, none inline; nothing may frame these pages; forms and bases stay here. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
            + "connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /**
     * Scripts, styles and fonts: there are twenty of them in a page, and on a slow line each header of each of them counts. What concerns
     * documents only (framing, policies of content and permissions) would say nothing there.
     */
    @Bean
    @Order(1)
    SecurityFilterChain assets(HttpSecurity http) throws Exception {
        return bare(http.securityMatcher("/resident/assets/**", "/officer/assets/**", "/field/assets/**", "/fonts/**"))
                .headers(headers -> headers.defaultsDisabled().contentTypeOptions(Customizer.withDefaults())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.NO_REFERRER))
                        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
                .build();
    }

    /** Without what the framework brings for sign-ins of its own. */
    private static HttpSecurity bare(HttpSecurity http) throws Exception {
        return http
                .csrf(AbstractHttpConfigurer::disable) // same-site cookies and SameOriginFilter
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .securityContext(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable);
    }

    @Bean
    SecurityFilterChain everyRequest(HttpSecurity http) throws Exception {
        return bare(http)
                .headers(headers -> headers
                        .contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(self), microphone=(), geolocation=(self), payment=(), usb=()"))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN)))
                .build();
    }

    /** Addresses with disguised slashes, dots and the like exist for nobody. */
    @Bean
    RequestRejectedHandler disguisedAddresses(ProblemWriter problems) {
        return (request, response, rejected) -> problems.write(Problem.NOT_FOUND.refused(), request, response);
    }

    /** Stands in for the framework's default user, who would otherwise be made with a password in the log. */
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException("accounts are kept by access");
        };
    }
}
