package org.hutong.resource;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;

import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.catalogue.LinkKind;
import org.hutong.kernel.ElementCode;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Columns and links for the compiler of criteria, as the catalogue has them now. */
@Component
class CatalogueColumns implements ElementColumns {
    private final Catalogue catalogue;
    private final FieldCipher cipher;
    private final Clock clock;

    CatalogueColumns(Catalogue catalogue, FieldCipher cipher, Clock clock) {
        this.catalogue = catalogue;
        this.cipher = cipher;
        this.clock = clock;
    }

    @Override
    public Optional<Column> column(ElementCode element) {
        return catalogue.element(element).filter(found -> !found.virtual()).map(found -> new Column(found.column(), found.kind(), found.encrypted()));
    }

    @Override
    public byte[] blindIndex(ElementCode element, String normalised) {
        return cipher.blindIndex(element, normalised);
    }

    @Override
    public Condition fresh(ElementCode element, String alias) {
        DataElement found = catalogue.element(element).orElseThrow();
        Field<Object> column = DSL.field(DSL.name(alias, found.column()));
        if (found.validFor() == null) {
            return column.isNotNull();
        }
        // As CurrentValue.expired counts: the period is added to the time of stating, since months are not of one length.
        Field<Long> statedAt = DSL.function(DSL.name("resource", "stated_at"), Long.class, DSL.field(DSL.name(alias, "prov")), DSL.val(found.no()));
        return column.isNotNull().and(DSL.condition(
                "coalesce((to_timestamp({0}) at time zone 'Asia/Shanghai' + {1}::interval) at time zone 'Asia/Shanghai' > {2}, false)",
                statedAt, DSL.val(found.validFor().toString()), DSL.val(clock.instant().atOffset(ZoneOffset.UTC))));
    }

    @Override
    public Optional<Step> step(String fromType, String link) {
        return catalogue.linkKind(link).filter(kind -> kind.from().equals(fromType)).flatMap(kind -> step(kind, false))
                .or(() -> catalogue.linkKinds().stream().filter(kind -> kind.inverse().equals(link) && kind.to().equals(fromType)).findFirst()
                        .flatMap(kind -> step(kind, true)));
    }

    private Optional<Step> step(LinkKind kind, boolean inverse) {
        String type = inverse ? kind.from() : kind.to();
        return catalogue.resourceType(type).map(arrived -> new Step(kind.code(), inverse, type, arrived.table()));
    }
}
