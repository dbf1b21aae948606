package org.hutong.audience;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

import org.hutong.kernel.Age;
import org.hutong.kernel.Criteria;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.Facts;
import org.hutong.manifest.Component;
import org.hutong.manifest.PublishedManifest;

/** Whether one person belongs to an audience, decided from what was read of that person anyway. */
public final class Membership {

    private Membership() {
    }

    /** The audience that a component of a published manifest names. @throws IllegalStateException when it names none, which no check lets pass */
    public static Audience of(PublishedManifest published, Component component) {
        return published.manifest().component(component.text("audience"))
                .map(audience -> Audience.of(published.manifest(), audience))
                .orElseThrow(() -> new IllegalStateException("component " + component.id() + " names no audience"));
    }

    /** The elements of the person that have to be read to decide. */
    public static Set<ElementPath> needs(Audience audience) {
        Set<ElementPath> paths = new HashSet<>();
        for (ElementCode element : Criteria.elements(audience.criterion())) {
            paths.add(new ElementPath("", element.equals(Age.ELEMENT) ? Age.BIRTH_DATE : element));
        }
        return paths;
    }

    /** A person is in an audience only when the criterion is true; not knowing is not enough. */
    public static boolean addresses(Audience audience, Facts facts, LocalDate day) {
        return Criteria.evaluate(audience.whole(), facts, day).isTrue();
    }
}
