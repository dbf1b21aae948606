package org.hutong.audience;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.hutong.access.Actor;
import org.hutong.kernel.Criteria;
import org.hutong.kernel.Criterion;
import org.hutong.kernel.CriterionFault;
import org.hutong.kernel.Facts;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;
import org.hutong.kernel.Truth;
import org.hutong.manifest.Component;
import org.hutong.manifest.Manifest;
import org.hutong.manifest.PublishedManifest;
import org.hutong.resource.PersonQuery;
import tools.jackson.databind.JsonNode;

/** The one public door to audiences. */
@org.springframework.stereotype.Component
public class Audiences {
    private final PersonQuery people;
    private final AudienceKind kind;

    Audiences(PersonQuery people, AudienceKind kind) {
        this.people = people;
        this.kind = kind;
    }

    /** An audience of a published manifest, or of a draft whose checks passed. */
    public Optional<Audience> find(Manifest manifest, String component) {
        return manifest.component(component).filter(one -> one.kind().equals(Audience.KIND)).map(one -> Audience.of(manifest, one));
    }

    /** The audience that a component of a published manifest names. @throws IllegalStateException when it names none, which no check lets pass */
    public Audience of(PublishedManifest published, Component component) {
        return find(published.manifest(), component.text("audience"))
                .orElseThrow(() -> new IllegalStateException("component " + component.id() + " names no audience"));
    }

    /** What forbids using a criterion; empty when it can be asked of the data. */
    public List<CriterionFault> faults(JsonNode criterion) {
        return kind.faults(criterion);
    }

    /** How many people an audience has within the actor's scope. */
    public long count(Actor actor, Criterion criterion, RegionRelation relation, RegionCode region, LocalDate day) {
        return people.count(actor, criterion, relation, region, day);
    }

    /**
     * Whether one person belongs, by what is known of him or her. A criterion over links needs facts that know links.
     *
     * @param day of evaluation, business zone Asia/Shanghai
     */
    public boolean includes(Audience audience, Facts person, LocalDate day) {
        return Criteria.evaluate(audience.whole(), person, day) == Truth.TRUE;
    }
}
