package org.hutong.access.web;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.hutong.access.Actor;
import org.hutong.access.AllowAccount;
import org.hutong.access.AllowAnyone;
import org.hutong.access.AllowDemo;
import org.hutong.access.AllowOfficer;
import org.hutong.access.AllowResident;
import org.hutong.access.OfficerSession;
import org.hutong.access.OfficerSessions;
import org.hutong.access.ResidentSessions;
import org.hutong.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Stands before every operation: reads its {@code @Allow...}, finds out who is calling, refuses or lets in, and hands the
 * {@link Actor} to the controller's parameter. An operation that does not say who may call it does not exist for anybody.
 */
@Component
class Caller implements HandlerInterceptor, HandlerMethodArgumentResolver {
    private static final String CALLER = Caller.class.getName();
    private static final Set<Class<?>> PARAMETERS = Set.of(Actor.Officer.class, Actor.Resident.class, OfficerSession.class);
    private static final Set<Class<? extends Annotation>> RULES =
            Set.of(AllowOfficer.class, AllowAccount.class, AllowResident.class, AllowAnyone.class, AllowDemo.class);
    private final OfficerSessions officers;
    private final ResidentSessions residents;
    private final boolean demo;

    Caller(OfficerSessions officers, ResidentSessions residents, @Value("${hutong.demo:false}") boolean demo) {
        this.officers = officers;
        this.residents = residents;
        this.demo = demo;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod operation) || !operation.getBeanType().getPackageName().startsWith("org.hutong.")) {
            return true;
        }
        switch (rule(operation.getMethod())) {
            case AllowOfficer allowed -> request.setAttribute(CALLER, officer(request, allowed));
            case AllowAccount ignored -> request.setAttribute(CALLER, account(request));
            case AllowResident ignored -> request.setAttribute(CALLER, resident(request));
            case AllowDemo ignored when !demo -> throw Problem.NOT_FOUND.refused();
            case AllowDemo ignored -> { }
            case AllowAnyone ignored -> { }
            default -> throw new IllegalStateException(operation + " does not say who may call it");
        }
        return true;
    }

    private Actor.Officer officer(HttpServletRequest request, AllowOfficer allowed) {
        OfficerSession session = account(request);
        if (session.passwordDue()) {
            throw Problem.PASSWORD_DUE.refused();
        }
        Actor.Officer officer = session.officer().orElseThrow(Problem.POST_NEEDED::refused);
        if (Arrays.stream(allowed.roles()).noneMatch(officer::is)) {
            throw Problem.ROLE_MISSING.refused();
        }
        return officer;
    }

    private OfficerSession account(HttpServletRequest request) {
        String token = Cookies.OFFICER.read(request).orElseThrow(Problem.NOT_SIGNED_IN::refused);
        return officers.find(token).orElseThrow(Problem.SESSION_EXPIRED::refused);
    }

    private Actor.Resident resident(HttpServletRequest request) {
        String token = Cookies.RESIDENT.read(request).orElseThrow(Problem.NOT_SIGNED_IN::refused);
        return residents.find(token).orElseThrow(Problem.SESSION_EXPIRED::refused);
    }

    private static Annotation rule(Method operation) {
        List<Annotation> rules = Arrays.stream(operation.getAnnotations()).filter(one -> RULES.contains(one.annotationType())).toList();
        if (rules.size() != 1) {
            throw new IllegalStateException(operation + " says " + rules.size() + " times who may call it");
        }
        return rules.getFirst();
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return PARAMETERS.contains(parameter.getParameterType());
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container, NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Object caller = request.getAttribute(CALLER, NativeWebRequest.SCOPE_REQUEST);
        return Optional.ofNullable(caller).filter(parameter.getParameterType()::isInstance)
                .orElseThrow(() -> new IllegalStateException(parameter.getMethod() + " takes a caller that it does not allow"));
    }
}
