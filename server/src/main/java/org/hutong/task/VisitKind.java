package org.hutong.task;

import java.util.Locale;

import org.hutong.kernel.BusinessDay;
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
        boolean twice = manifest.ofKind(KIND).stream().filter(other -> other.text("form").equals(form)).findFirst()
                .filter(first -> !first.id().equals(component.id())).isPresent();
        if (twice) {
            error(findings, component, "/form", "visit-twice", form);
        }
    }

    private static void error(Findings findings, Component component, String at, String code, Object... args) {
        findings.error(code, component.path() + at, Problems.fault(code, Locale.CHINESE, args), Problems.fault(code, Locale.ENGLISH, args));
    }

    @Override
    public void published(PublishedManifest published, Component component) {
        plans.begin(published.application(), component.id(), day.today());
    }
}
