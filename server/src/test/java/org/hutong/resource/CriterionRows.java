package org.hutong.resource;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.kernel.Criterion;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.FactValue;
import org.hutong.kernel.Facts;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Truth;
import org.hutong.kernel.Uuid7;
import org.hutong.kernel.Value;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Puts invented facts into the tables of subjects and asks the database what a criterion makes of them. */
final class CriterionRows {
    private static final int HOME = 320613;
    private static final UUID FRESH_ACT = Uuid7.at(2, 0, 0);
    private static final UUID OLD_ACT = Uuid7.at(1, 0, 0);

    private final DSLContext dsl;
    private final Catalogue catalogue;
    private final FieldCipher cipher;
    private final Clock clock;

    CriterionRows(DSLContext dsl, Catalogue catalogue, FieldCipher cipher, Clock clock) {
        this.dsl = dsl;
        this.catalogue = catalogue;
        this.cipher = cipher;
        this.clock = clock;
    }

    /** One subject; elements of the link that leads to it stand among its own. */
    record Given(Map<ElementCode, Held> values, Map<RegionRelation, RegionCode> regions, Map<String, List<Given>> links, Way way) {
        Given(Map<ElementCode, Held> values, Map<RegionRelation, RegionCode> regions, Map<String, List<Given>> links) {
            this(values, regions, links, Way.OPEN);
        }
    }

    /** The first and the last day of the link that leads to a subject, null when open, and whether it leads to one merged into this. */
    record Way(LocalDate since, LocalDate until, boolean merged) {
        static final Way OPEN = new Way(null, null, false);

        boolean holds(LocalDate day) {
            return (since == null || !since.isAfter(day)) && (until == null || !until.isBefore(day));
        }
    }

    record Held(Value value, boolean fresh, boolean contested) {
    }

    SubjectId insertPerson(Given person) {
        return insert("person", person);
    }

    private SubjectId insert(String type, Given given) {
        SubjectId id = new SubjectId(HOME, Uuid7.next());
        Map<String, Object> row = row(id, type, given);
        given.regions().forEach((relation, region) -> row.put(switch (relation) {
            case RESIDES_IN -> "resides_in";
            case REGISTERED_IN -> "registered_in";
            case WORKS_IN -> "works_in";
            case OWNS -> throw new IllegalArgumentException("owns follows from links");
        }, region.number()));
        write(id, type, row);
        given.links().forEach((link, others) -> {
            ElementColumns.Step step = new CatalogueColumns(catalogue, cipher, clock).step(type, link).orElseThrow();
            for (Given other : others) {
                SubjectId far = insert(step.type(), other);
                if (other.way().merged()) {
                    SubjectId husk = new SubjectId(HOME, Uuid7.next());
                    write(husk, step.table(), new LinkedHashMap<>(Map.of("merged_into", far.id())));
                    far = husk;
                }
                SubjectId from = step.inverse() ? far : id;
                SubjectId to = step.inverse() ? id : far;
                SubjectId linkId = new SubjectId(HOME, Uuid7.next());
                Map<String, Object> linkRow = row(linkId, step.kind(), other);
                linkRow.putAll(Map.of("kind", step.kind(), "from_id", from.id(), "to_home", to.home(), "to_id", to.id()));
                Optional.ofNullable(other.way().since()).ifPresent(day -> linkRow.put("since", day));
                Optional.ofNullable(other.way().until()).ifPresent(day -> linkRow.put("until", day));
                write(linkId, "link", linkRow);
            }
        });
        return id;
    }

    private Map<String, Object> row(SubjectId id, String type, Given given) {
        Map<String, Object> row = new LinkedHashMap<>();
        byte[] key = cipher.newKey(id);
        row.put("dek", key);
        Provenance provenance = Provenance.empty();
        given.values().forEach((code, held) -> {
            if (code.resourceType().equals(type)) {
                DataElement element = catalogue.element(code).orElseThrow();
                if (element.encrypted()) {
                    row.put(element.column(), cipher.open(id, key).encrypt(code.code(), ColumnCodec.plain(held.value())));
                    row.put(element.column() + "_bx", cipher.blindIndex(code, ColumnCodec.plain(held.value())));
                } else {
                    row.put(element.column(), ColumnCodec.toColumn(held.value()));
                }
                Instant stated = held.fresh() ? clock.instant() : clock.instant().minus(8000, ChronoUnit.DAYS);
                provenance.put(element.no(), new Provenance.Origin(new Provenance.Act(held.fresh() ? FRESH_ACT : OLD_ACT,
                        SourceKind.RESIDENT, Means.SELF, stated), held.contested(), false));
            }
        });
        row.put("prov", provenance.encode());
        return row;
    }

    private void write(SubjectId id, String table, Map<String, Object> row) {
        Map<Field<?>, Object> fields = new LinkedHashMap<>();
        row.forEach((column, value) -> fields.put(DSL.field(DSL.name(column)), value));
        fields.put(DSL.field(DSL.name("home")), id.home());
        fields.put(DSL.field(DSL.name("id")), id.id());
        dsl.insertInto(DSL.table(DSL.name("resource", table))).set(fields).execute();
    }

    Truth ask(Criterion criterion, SubjectId person, LocalDate day) {
        return askAll(criterion, day).get(person.id());
    }

    /** What the criterion is for every person in the table, from both conditions of the pair; both at once would be a bug. */
    Map<UUID, Truth> askAll(Criterion criterion, LocalDate day) {
        CriterionSql.Pair pair = CriterionSql.compile(criterion, new CatalogueColumns(catalogue, cipher, clock), "p", day);
        Field<UUID> id = DSL.field(DSL.name("p", "id"), UUID.class);
        return dsl.select(id, DSL.field("({0}) is true", Boolean.class, pair.isTrue()), DSL.field("({0}) is true", Boolean.class, pair.isFalse()))
                .from(DSL.table(DSL.name("resource", "person")).as("p"))
                .fetchMap(id, answer -> {
                    if (answer.value2() && answer.value3()) {
                        throw new IllegalStateException("true and false at once: " + criterion);
                    }
                    return answer.value2() ? Truth.TRUE : answer.value3() ? Truth.FALSE : Truth.UNKNOWN;
                });
    }

    /** What was put into the tables, as the evaluator in Java sees it. */
    record GivenFacts(Given given) implements Facts {
        @Override
        public Optional<FactValue> value(ElementCode element) {
            return Optional.ofNullable(given.values().get(element)).map(held -> new FactValue(held.value(), held.fresh(), held.contested()));
        }

        @Override
        public Optional<RegionCode> region(RegionRelation relation) {
            return Optional.ofNullable(given.regions().get(relation));
        }

        @Override
        public List<Facts> linked(String link, LocalDate day) {
            return given.links().getOrDefault(link, List.of()).stream().filter(other -> other.way().holds(day)).<Facts>map(GivenFacts::new).toList();
        }
    }
}
