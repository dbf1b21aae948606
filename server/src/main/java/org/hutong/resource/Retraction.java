package org.hutong.resource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.hutong.kernel.Value;
import org.hutong.kernel.ValueJson;
import org.hutong.resource.CurrentValue.Candidate;
import org.hutong.resource.SubjectStore.AssertionRow;
import org.hutong.resource.SubjectStore.Change;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Taking back what was stated: the act stays in the history, a retraction is added, and the next best value becomes current. */
final class Retraction {
    private final DSLContext dsl;
    private final Catalogue catalogue;
    private final FieldCipher cipher;
    private final Instant now;

    Retraction(DSLContext dsl, Catalogue catalogue, FieldCipher cipher, Instant now) {
        this.dsl = dsl;
        this.catalogue = catalogue;
        this.cipher = cipher;
        this.now = now;
    }

    /** @return false when the subject is not in scope or has no such act */
    boolean retract(Actor actor, SubjectId subject, UUID act, Set<ElementCode> codes) {
        List<AssertionRow> history = SubjectStore.history(dsl, subject);
        AssertionRow retracted = history.stream().filter(row -> row.id().equals(act) && row.retracts() == null).findFirst().orElse(null);
        if (retracted == null) {
            return false;
        }
        String table = catalogue.resourceType(retracted.type()).orElseThrow().table();
        List<DataElement> elements = codes.stream().map(catalogue::element).flatMap(Optional::stream).toList();
        Map<Integer, DataElement> touched = new LinkedHashMap<>();
        elements.forEach(element -> touched.put(element.no(), element));
        // What followed from a retracted value falls with it, and is chosen anew too.
        elements.forEach(element -> catalogue.elementsOf(element.code().resourceType()).stream()
                .filter(other -> other.derivedFrom().contains(element.code()) && !other.virtual()).forEach(other -> touched.put(other.no(), other)));
        SubjectRow row = SubjectStore.load(dsl, table, Set.of(subject), touched.values(), true).get(subject);
        if (row == null) {
            return false;
        }
        ArrayNode numbers = JsonNodeFactory.instance.arrayNode();
        elements.forEach(element -> numbers.add(element.no()));
        AssertionRow retraction = new AssertionRow(subject, Uuid7.next(), retracted.type(), retracted.source(), retracted.means(), actor.label(),
                retracted.application(), null, "retraction", now, now, act, JsonNodeFactory.instance.objectNode().set("retracted", numbers));
        List<AssertionRow> all = new ArrayList<>(history);
        all.add(retraction);
        List<Change> changes = new ArrayList<>();
        touched.values().forEach(element -> changes.add(chosen(row, element, all)));
        SubjectStore.record(dsl, row, changes, cipher, retraction);
        return true;
    }

    private Change chosen(SubjectRow row, DataElement element, List<AssertionRow> history) {
        Map<UUID, Boolean> derived = new HashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        for (AssertionRow act : history) {
            if (act.retracts() != null) {
                continue;
            }
            JsonNode said = act.said();
            Provenance.Act origin = new Provenance.Act(act.id(), act.source(), act.means(), act.statedAt());
            if (said.has(Integer.toString(element.no())) && !isRetracted(history, act.id(), element.no())) {
                candidates.add(new Candidate(value(row, element, said.get(Integer.toString(element.no()))), origin));
                derived.put(act.id(), false);
                continue;
            }
            element.derivedFrom().stream().map(catalogue::element).flatMap(Optional::stream)
                    .filter(parent -> said.has(Integer.toString(parent.no())) && !isRetracted(history, act.id(), parent.no()))
                    .map(parent -> Derivations.from(parent.code(), value(row, parent, said.get(Integer.toString(parent.no())))).get(element.code()))
                    .filter(Objects::nonNull).findFirst().ifPresent(value -> {
                        candidates.add(new Candidate(value, origin));
                        derived.put(act.id(), true);
                    });
        }
        Optional<Candidate> best = CurrentValue.choose(element, candidates, now);
        best.ifPresentOrElse(
                candidate -> row.provenance.put(element.no(), new Provenance.Origin(candidate.act(), false, derived.get(candidate.act().id()))),
                () -> row.provenance.remove(element.no()));
        return new Change(element, best.map(Candidate::value).orElse(null));
    }

    private static boolean isRetracted(List<AssertionRow> history, UUID act, int element) {
        return history.stream().filter(row -> act.equals(row.retracts())).anyMatch(row -> {
            for (JsonNode number : row.said().get("retracted")) {
                if (number.asInt() == element) {
                    return true;
                }
            }
            return false;
        });
    }

    private Value value(SubjectRow row, DataElement element, JsonNode said) {
        return value(row, element, said, cipher);
    }

    /** A value as an act said it. */
    static Value value(SubjectRow row, DataElement element, JsonNode said, FieldCipher cipher) {
        return element.encrypted()
                ? ColumnCodec.fromPlain(element.kind(), row.key(cipher).decrypt(element.code().code(), said.binaryValue()))
                : (Value) ValueJson.read(element.kind(), said);
    }
}
