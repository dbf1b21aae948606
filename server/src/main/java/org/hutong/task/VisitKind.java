package org.hutong.task;

import java.util.Locale;

import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.Criterion;
import org.hutong.kernel.form.FormDefinition;
import org.hutong.kernel.form.Question;
import org.hutong.manifest.Component;
import org.hutong.manifest.ComponentKind;
import org.hutong.manifest.Findings;
import org.hutong.manifest.Manifest;
import org.hutong.manifest.PublishedManifest;
import org.hutong.problem.Problems;

/** The component that calls and visits those whom a form does not reach otherwise. */
@org.springframework.stereotype.Component
class VisitKind implements ComponentKind {
    static final String KIND = "visit";
    static final String FORM = "form";
    private static final String PHONE = "person.mobile";

    private final PlanStore plans;
    private final BusinessDay day;

    VisitKind(PlanStore plans, BusinessDay day) {
        this.plans = plans;
        this.day = day;
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public void check(Component component, Manifest manifest, Findings findings) {
        String form = component.text("form");
        if (manifest.component(form).filter(other -> other.kind().equals(FORM)).isEmpty()) {
            error(findings, component, "/form", "visit-form", form);
        }
        manifest.component(form).filter(other -> other.kind().equals(FORM)).ifPresent(other -> phone(component, other, findings));
        boolean twice = manifest.ofKind(KIND).stream().filter(other -> other.text("form").equals(form)).findFirst()
                .filter(first -> !first.id().equals(component.id())).isPresent();
        if (twice) {
            error(findings, component, "/form", "visit-twice", form);
        }
    }

    /** Whoever is visited for having no phone cannot say a number, and a form that insists on one is never finished at the door. */
    private static void phone(Component component, Component form, Findings findings) {
        boolean withoutPhone = component.config().path("reasons").valueStream().anyMatch(reason -> Reason.NO_PHONE.code().equals(reason.asString("")));
        if (!withoutPhone || !(FormDefinition.read(form.config()) instanceof FormDefinition definition)) {
            return;
        }
        definition.questions().stream().filter(VisitKind::insistsOnPhone)
                .forEach(question -> findings.warning("visit-asks-phone", form.path() + question.path() + "/required", Problems.fault("visit-asks-phone", Locale.CHINESE),
                        Problems.fault("visit-asks-phone", Locale.ENGLISH)));
    }

    /** A question with a condition is taken to ask only those who have one. */
    private static boolean insistsOnPhone(Question question) {
        return question.required() && question.visible().equals(Criterion.everybody()) && question.element().filter(element -> element.toString().equals(PHONE)).isPresent();
    }

    private static void error(Findings findings, Component component, String at, String code, Object... args) {
        findings.error(code, component.path() + at, Problems.fault(code, Locale.CHINESE, args), Problems.fault(code, Locale.ENGLISH, args));
    }

    @Override
    public void published(PublishedManifest published, Component component) {
        plans.begin(published.application(), component.id(), day.today());
    }
}
