package org.hutong.task;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.hutong.manifest.Component;
import org.hutong.manifest.Manifest;
import org.hutong.manifest.PublishedManifest;
import tools.jackson.databind.JsonNode;

/**
 * A visit component as its manifest describes it.
 *
 * @param form    id of the form within the application
 * @param after   days after the first publishing until those who have not answered become tasks
 * @param reasons what makes a task
 */
record VisitPlan(PublishedManifest published, Component component, String form, int after, Set<Reason> reasons) {

    static List<VisitPlan> of(PublishedManifest published) {
        return published.manifest().ofKind(VisitKind.KIND).stream().map(component -> of(published, component)).toList();
    }

    private static VisitPlan of(PublishedManifest published, Component component) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        for (JsonNode reason : component.config().path("reasons")) {
            Reason.find(reason.asString("")).ifPresent(reasons::add);
        }
        return new VisitPlan(published, component, component.text("form"), component.config().path("after").asInt(0), reasons);
    }

    /** The form to be filled in; its audience says who is addressed. */
    Optional<Component> formComponent() {
        return manifest().component(form).filter(one -> one.kind().equals(VisitKind.FORM));
    }

    Manifest manifest() {
        return published.manifest();
    }
}
