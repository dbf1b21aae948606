package org.hutong.app.http;

import java.io.IOException;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.swagger.v3.oas.annotations.Hidden;
import org.apache.catalina.Container;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.hutong.access.AllowAnyone;
import org.hutong.kernel.Uuid7;
import org.hutong.problem.Problem;
import org.hutong.problem.Refused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What answers when neither a controller nor the advice does: errors of filters, and requests that are hardly HTTP. */
@Hidden
@Controller
class LastResort implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);
    private final ProblemWriter problems;

    LastResort(ProblemWriter problems) {
        this.problems = problems;
    }

    @RequestMapping("${server.error.path:/error}")
    @AllowAnyone
    void answerError(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        problems.write(refused(status, request), request, response);
    }

    private static Refused refused(int status, HttpServletRequest request) {
        if (status < 500) {
            return switch (status) {
                case 405 -> Problem.METHOD_NOT_ALLOWED.refused().about(request.getMethod());
                case 413 -> Problem.BODY_TOO_LARGE.refused();
                case 415 -> Problem.UNSUPPORTED_MEDIA_TYPE.refused().about("application/json");
                default -> Problem.NOT_FOUND.refused();
            };
        }
        var incident = Uuid7.next();
        LOG.error("incident {} outside any operation", incident, (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
        return Problem.UNEXPECTED.refused().about(incident).with("incident", incident);
    }

    /** Tomcat's own page, for what never becomes a request, names neither itself nor the fault. */
    @Configuration(proxyBeanMethods = false)
    static class Quiet {
        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> quietErrors() {
            return factory -> factory.addContextCustomizers(context -> {
                Container host = context.getParent();
                if (host instanceof StandardHost standard) {
                    ErrorReportValve valve = new ErrorReportValve();
                    valve.setShowReport(false);
                    valve.setShowServerInfo(false);
                    standard.getPipeline().addValve(valve);
                }
            });
        }
    }
}
