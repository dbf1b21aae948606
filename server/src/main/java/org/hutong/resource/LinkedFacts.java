package org.hutong.resource;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.FactValue;
import org.hutong.kernel.Facts;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.resource.ElementColumns.Step;
import org.hutong.resource.SubjectStore.LinkRow;
import org.jooq.DSLContext;

/** What is held of a subject that links lead to, as criteria see it; read only when a criterion asks for it. */
final class LinkedFacts implements Facts {
    private final Surroundings around;
    private final String type;
    private final SubjectId id;
    private final String table;
    private final String linkKind;
    private final SubjectId link;
    private final Map<String, List<Facts>> linked = new HashMap<>();

    private LinkedFacts(Surroundings around, Step step, SubjectId id, SubjectId link) {
        this.around = around;
        this.type = step.type();
        this.id = id;
        this.table = step.table();
        this.linkKind = step.kind();
        this.link = link;
    }

    @Override
    public Optional<FactValue> value(ElementCode element) {
        if (element.resourceType().equals(type)) {
            return around.value(table, id, element);
        }
        return element.resourceType().equals(linkKind) ? around.value("link", link, element) : Optional.empty();
    }

    @Override
    public Optional<RegionCode> region(RegionRelation relation) {
        return type.equals("person") ? around.region(id, relation) : Optional.empty();
    }

    @Override
    public List<Facts> linked(String link, LocalDate day) {
        return linked.computeIfAbsent(day + link, key -> around.linked(type, id, link, day));
    }

    /** The way from one person to linked subjects, as an actor. Their values decide criteria and are shown to nobody. */
    static final class Surroundings {
        private final Scoped scoped;
        private final FieldCipher cipher;
        private final Catalogue catalogue;
        private final ElementColumns columns;
        private final Actor actor;
        private final Instant now;
        private final Set<SubjectId> reached = new LinkedHashSet<>();

        Surroundings(Scoped scoped, FieldCipher cipher, Catalogue catalogue, ElementColumns columns, Actor actor, Instant now) {
            this.scoped = scoped;
            this.cipher = cipher;
            this.catalogue = catalogue;
            this.columns = columns;
            this.actor = actor;
            this.now = now;
        }

        List<Facts> linked(String type, SubjectId from, String link, LocalDate day) {
            Optional<Step> found = columns.step(type, link);
            if (found.isEmpty()) {
                return List.of();
            }
            Step step = found.get();
            List<LinkRow> rows = new ArrayList<>();
            List<SubjectId> ends = new ArrayList<>();
            for (LinkRow row : read(dsl -> SubjectStore.links(dsl, Set.of(from), day))) {
                SubjectId near = step.inverse() ? row.to() : row.from();
                if (row.kind().equals(step.kind()) && near.equals(from)) {
                    SubjectId far = step.inverse() ? row.from() : row.to();
                    rows.add(row);
                    ends.add(far);
                }
            }
            return ends.isEmpty() ? List.of() : facts(step, rows, ends);
        }

        /** Who was merged stands for whom he or she was merged into. */
        private List<Facts> facts(Step step, List<LinkRow> rows, List<SubjectId> ends) {
            reached.addAll(ends);
            Map<SubjectId, SubjectId> merged = read(dsl -> SubjectStore.merged(dsl, step.table(), ends));
            reached.addAll(merged.values());
            List<Facts> facts = new ArrayList<>();
            for (int i = 0; i < ends.size(); i++) {
                facts.add(new LinkedFacts(this, step, merged.getOrDefault(ends.get(i), ends.get(i)), rows.get(i).id()));
            }
            return facts;
        }

        /** As SQL sees it: known when its column is, even without provenance, as the region of a dwelling made on the way. */
        private Optional<FactValue> value(String table, SubjectId id, ElementCode code) {
            return catalogue.element(code).filter(one -> !one.virtual()).flatMap(element -> {
                SubjectRow row = read(dsl -> SubjectStore.load(dsl, table, Set.of(id), List.of(element), false)).get(id);
                Value value = row == null ? null : row.value(element, cipher);
                if (value == null) {
                    return Optional.empty();
                }
                Provenance.Origin origin = row.provenance.of(element.no());
                boolean fresh = element.validFor() == null
                        || (origin != null && !CurrentValue.expired(element, origin.act().statedAt(), now));
                return Optional.of(new FactValue(value, fresh, origin != null && origin.contested()));
            });
        }

        /** A contested value may be past its period too. */
        FactValue fact(ElementCode code, HeldValue held) {
            boolean expired = catalogue.element(code).map(element -> CurrentValue.expired(element, held.statedAt(), now)).orElse(false);
            return new FactValue(held.value(), !expired, held.standing() == Standing.CONTESTED);
        }

        private Optional<RegionCode> region(SubjectId id, RegionRelation relation) {
            return Optional.ofNullable(read(dsl -> SubjectStore.load(dsl, "person", Set.of(id), List.of(), false)).get(id))
                    .map(row -> row.regions.get(switch (relation) {
                        case RESIDES_IN -> "resides_in";
                        case REGISTERED_IN -> "registered_in";
                        case WORKS_IN -> "works_in";
                        case OWNS -> "";
                    })).map(RegionCode::new);
        }

        /** Lets row-level security show the subjects reached so far, for this reading only. */
        private <T> T read(Function<DSLContext, T> reading) {
            return scoped.read(actor, dsl -> {
                String before = dsl.fetchSingle("select coalesce(current_setting('hutong.linked', true), '')").get(0, String.class);
                if (!reached.isEmpty()) {
                    allow(dsl, reached.stream().map(id -> id.id().toString()).collect(Collectors.joining(",", "{", "}")));
                }
                T result = reading.apply(dsl);
                if (!reached.isEmpty()) {
                    allow(dsl, before);
                }
                return result;
            });
        }

        private static void allow(DSLContext dsl, String linked) {
            dsl.fetchValue("select set_config('hutong.linked', ?, true)", linked);
        }
    }
}
