package org.hutong.resource;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.hutong.kernel.Value;
import org.hutong.kernel.ValueJson;
import org.hutong.resource.Reach.Target;
import org.hutong.resource.Recording.Changed;
import org.hutong.resource.Recording.NoSuchPerson;
import org.hutong.resource.Recording.Recorded;
import org.hutong.resource.SubjectStore.AssertionRow;
import org.hutong.resource.SubjectStore.Change;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one place where something stated becomes data: the act is appended to the history, and in the same transaction the current
 * values, their provenance and, where a value of higher rank is contradicted, a correction follow.
 */
@Component
public class Assertions {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final ElementCode ID_NUMBER = ElementCode.of("person.idNumber");

    private final Scoped scoped;
    private final Catalogue catalogue;
    private final Subjects subjects;
    private final FieldCipher cipher;
    private final Clock clock;

    Assertions(Scoped scoped, Catalogue catalogue, Subjects subjects, FieldCipher cipher, Clock clock) {
        this.scoped = scoped;
        this.catalogue = catalogue;
        this.subjects = subjects;
        this.cipher = cipher;
        this.clock = clock;
    }

    /**
     * Records a statement, in the caller's transaction when one is running as the same actor.
     *
     * <p>Paths over links that lead nowhere make the subject and the link (a guardian by name and phone, a household).
     *
     * @throws IllegalArgumentException when a path names no element, link kind or resource type; callers check paths when forms are made
     */
    public Recording record(Actor actor, Statement statement) {
        return scoped.write(actor, dsl -> record(dsl, actor, statement));
    }

    /**
     * Takes back some values of one act of stating.
     *
     * @return false when there is no such subject in the actor's scope or no such act
     */
    public boolean retract(Actor actor, SubjectId subject, UUID act, Set<ElementCode> elements) {
        return scoped.write(actor, dsl -> new Retraction(dsl, catalogue, cipher, clock.instant()).retract(actor, subject, act, elements));
    }

    private Recording record(DSLContext dsl, Actor actor, Statement statement) {
        Reach reach = new Reach(dsl, catalogue, statement.person(), LocalDate.ofInstant(clock.instant(), ZONE));
        Map<ElementPath, Target> known = statement.values().keySet().stream().allMatch(Subjects::isOwn)
                ? Subjects.own(statement.person(), statement.values().keySet()) : reach.find(statement.values().keySet());
        Subjects.Rows rows = subjects.rows(dsl, statement.person(), known, true);
        if (!rows.bySubject().containsKey(statement.person())) {
            return new NoSuchPerson();
        }
        Map<ElementPath, HeldValue> changed = changed(statement, known, rows);
        if (!changed.isEmpty()) {
            return new Changed(changed);
        }
        Map<ElementPath, Target> targets = known;
        if (known.size() < statement.values().size()) {
            targets = reach.findOrMake(statement.values().keySet(), new NewSubjects(rows.bySubject().get(statement.person())));
            rows = subjects.rows(dsl, statement.person(), targets, true);
        }
        Recorded recorded = new Recorded(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Map<Target, Map<ElementPath, Value>> bySubject = new LinkedHashMap<>();
        targets.forEach((path, target) -> bySubject.computeIfAbsent(target, t -> new TreeMap<>()).put(path, statement.values().get(path)));
        for (var part : bySubject.entrySet()) {
            recordOne(dsl, actor, statement, part.getKey(), rows, part.getValue(), recorded);
        }
        return recorded;
    }

    /** Values that are no longer those the speaker saw, unless the speaker says what stands there now. */
    private Map<ElementPath, HeldValue> changed(Statement statement, Map<ElementPath, Target> targets, Subjects.Rows rows) {
        Map<ElementPath, HeldValue> changed = new TreeMap<>();
        if (statement.seen() == null) {
            return changed;
        }
        Instant now = clock.instant();
        targets.forEach((path, target) -> {
            DataElement element = rows.elements().get(path);
            if (element == null || element.virtual()) {
                return;
            }
            Optional<HeldValue> held = subjects.value(rows.bySubject().get(target.id()), element, target.own(), now);
            held.filter(value -> !value.act().equals(statement.seen().get(path)) && !value.value().equals(statement.values().get(path)))
                    .ifPresent(value -> changed.put(path, value));
        });
        return changed;
    }

    private void recordOne(DSLContext dsl, Actor actor, Statement statement, Target target, Subjects.Rows rows, Map<ElementPath, Value> values,
            Recorded recorded) {
        SubjectRow row = rows.bySubject().get(target.id());
        Instant now = clock.instant();
        Means means = target.own() || statement.means() != Means.SELF ? statement.means() : Means.FAMILY;
        Provenance.Act act = new Provenance.Act(Uuid7.next(), statement.source(), means, statement.statedAt());
        CurrentState state = new CurrentState(row.provenance, element -> row.value(element, cipher), catalogue::element, now);
        List<Runnable> afterwards = new ArrayList<>();
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        values.forEach((path, value) -> {
            DataElement element = rows.elements().get(path);
            if (element == null || element.virtual()) {
                throw new IllegalArgumentException("no element to store " + path);
            }
            said.set(Integer.toString(element.no()), told(row, element, value));
            CurrentState.Applied applied = state.apply(element, value, act);
            switch (applied.effect()) {
                case TAKE -> {
                    recorded.taken().add(path);
                    if (applied.origin() != null && applied.origin().contested()) {
                        afterwards.add(() -> SubjectStore.closeCorrections(dsl, target.id(), element.no(), "superseded", now));
                    }
                }
                case CONFIRM -> recorded.confirmed().add(path);
                case CONTEST -> {
                    recorded.corrections().add(path);
                    afterwards.add(() -> SubjectStore.openCorrection(dsl, target.id(), target.type(), element.no(), Uuid7.next(), act.id(),
                            applied.origin().act().id(), now));
                }
                case KEEP -> {
                }
            }
        });
        Map<DataElement, Change> changes = new LinkedHashMap<>();
        state.changes().forEach((element, value) -> changes.put(element, new Change(element, value)));
        SubjectStore.record(dsl, row, List.copyOf(changes.values()), cipher,
                new AssertionRow(target.id(), act.id(), target.type(), act.source(), means, actor.label(), statement.application(),
                        statement.submission(), statement.origin(), statement.statedAt(), now, null, said));
        afterwards.forEach(Runnable::run);
        Change idNumber = catalogue.element(ID_NUMBER).map(changes::get).orElse(null);
        if (idNumber != null && target.own() && verified(statement.source(), statement.means())) {
            // Only a register or an officer who saw the document claims a number; whoever types a stranger's number claims nothing.
            // Who comes second keeps the value without the claim: duplicates are found and merged by a steward.
            SubjectStore.claimIdNumber(dsl, cipher.blindIndex(ID_NUMBER, ((Value.Text) idNumber.value()).text()), target.id());
        }
    }

    /** Only a register or an officer who saw the document claims an ID number. */
    static boolean verified(SourceKind source, Means means) {
        return source == SourceKind.REGISTER || source == SourceKind.OFFICER && means == Means.IN_PERSON;
    }

    private JsonNode told(SubjectRow row, DataElement element, Value value) {
        if (element.encrypted()) {
            return JsonNodeFactory.instance.binaryNode(row.key(cipher).encrypt(element.code().code(), ColumnCodec.plain(value)));
        }
        return ValueJson.write(value);
    }

    /** Subjects made because something was stated about them. */
    private final class NewSubjects implements Reach.Maker {
        private final SubjectRow person;

        NewSubjects(SubjectRow person) {
            this.person = person;
        }

        @Override
        public byte[] newKey(SubjectId id) {
            return cipher.newKey(id);
        }

        @Override
        public RegionCode region() {
            Long code = person.regions.get("resides_in");
            return code == null ? null : new RegionCode(code);
        }

        @Override
        public Instant now() {
            return clock.instant();
        }
    }
}
