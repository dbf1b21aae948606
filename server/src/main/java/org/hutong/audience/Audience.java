package org.hutong.audience;

import java.util.Set;
import java.util.stream.Collectors;

import org.hutong.kernel.Criteria;
import org.hutong.kernel.Criterion;
import org.hutong.kernel.CriterionJson;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;
import org.hutong.manifest.Component;
import org.hutong.manifest.Manifest;

/**
 * The people who belong to a region by a relation and for whom a criterion is true.
 *
 * @param region the application's
 */
public record Audience(RegionRelation relation, RegionCode region, Criterion criterion) {

    /** Code of the component kind. */
    public static final String KIND = "audience";

    /** @throws IllegalStateException when the component was never checked */
    static Audience of(Manifest manifest, Component component) {
        RegionRelation relation = RegionRelation.find(component.text("relation")).orElseThrow(() -> new IllegalStateException("no relation"));
        if (CriterionJson.read(component.config().path("criterion")) instanceof Criterion criterion) {
            return new Audience(relation, manifest.region(), criterion);
        }
        throw new IllegalStateException("audience with an unchecked criterion");
    }

    /** The elements of a person that have to be read to say whether he or she belongs. */
    public Set<ElementPath> needs() {
        return Criteria.elements(criterion).stream().map(element -> new ElementPath("", element)).collect(Collectors.toSet());
    }

    /** Region and criterion as one, for the evaluator. */
    public Criterion whole() {
        return Criterion.all(Criterion.within(region, relation), criterion);
    }
}
