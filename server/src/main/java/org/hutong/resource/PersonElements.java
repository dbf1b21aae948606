package org.hutong.resource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;

import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.kernel.ElementCode;
import org.hutong.resource.index.CriterionMasks;

/** The elements of persons for counts in memory, as the catalogue has them now. */
record PersonElements(Catalogue catalogue, Clock clock) implements CriterionMasks.Elements {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Override
    public Optional<CriterionMasks.Stored> stored(ElementCode element) {
        return catalogue.element(element).filter(found -> !found.virtual())
                .map(found -> new CriterionMasks.Stored(found.column(), found.kind(), found.encrypted()));
    }

    @Override
    public Optional<Instant> validFrom(ElementCode element) {
        return catalogue.element(element).map(DataElement::validFor).map(period -> firstValid(period, clock.instant()));
    }

    int number(ElementCode element) {
        return catalogue.element(element).orElseThrow().no();
    }

    /**
     * The first second at which a value may have been stated and not have expired. Months are not of one length, so it is looked for: the later
     * stated, the later expired.
     */
    static Instant firstValid(Period validFor, Instant now) {
        long about = now.atZone(ZONE).minus(validFor).toEpochSecond();
        long margin = Duration.ofDays(40).toSeconds();
        long expired = about - margin;
        long valid = about + margin;
        while (valid - expired > 1) {
            long middle = (valid + expired) / 2;
            if (CurrentValue.expired(validFor, Instant.ofEpochSecond(middle), now)) {
                expired = middle;
            } else {
                valid = middle;
            }
        }
        return Instant.ofEpochSecond(valid);
    }
}
