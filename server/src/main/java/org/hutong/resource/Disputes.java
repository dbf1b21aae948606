package org.hutong.resource;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hutong.access.AccessJournal;
import org.hutong.access.Actor;
import org.hutong.access.Role;
import org.hutong.access.Scoped;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.hutong.kernel.Value;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Values against which somebody of lower rank has objected: what each side says, and an officer's decision between them. A decision overwrites
 * nothing: what it goes against is taken back by name, and the decision stands in the history with its reason.
 */
@Component
public class Disputes {
    /** How many a list of them holds. */
    public static final int MOST = 200;
    private static final String DECIDED = "decided:";
    private static final Localised TO_DECIDE = Localised.of("核实有异议的数据", "To decide about values that are objected to");
    private final Scoped scoped;
    private final Catalogue catalogue;
    private final FieldCipher cipher;
    private final Clock clock;
    private final Subjects subjects;
    private final AccessJournal journal;

    Disputes(Scoped scoped, Catalogue catalogue, FieldCipher cipher, Clock clock, Subjects subjects, AccessJournal journal) {
        this.subjects = subjects;
        this.journal = journal;
        this.scoped = scoped;
        this.catalogue = catalogue;
        this.cipher = cipher;
        this.clock = clock;
    }

    /**
     * What one side says.
     *
     * @param current whether it is the value that counts meanwhile
     */
    public record Claim(UUID act, Value value, SourceKind source, Means means, Instant statedAt, boolean current) {

        /** As it would be held if it counted. */
        public HeldValue held() {
            return new HeldValue(value, Standing.CONTESTED, source, means, statedAt, act, true);
        }
    }

    /** The claims, the current one first, then objections, oldest first. */
    public record Dispute(DataElement element, List<Claim> claims) {
    }

    /** What became of a decision. */
    public enum Decision {
        DONE, NOT_FOUND
    }

    /** Empty when the person is out of the officer's scope, or nothing of the kind is open. */
    public Optional<Dispute> of(Actor.Officer officer, SubjectId person, ElementCode code) {
        return scoped.read(officer, dsl -> of(dsl, person, code, false));
    }

    /** A value of somebody in the officer's region that waits for a decision. */
    public record Open(SubjectId person, String name, RegionCode region, DataElement element, Instant since) {
    }

    /** What waits in the officer's region, longest first, at most {@link #MOST}. Looking is journalled. */
    public List<Open> waiting(Actor.Officer officer) {
        return scoped.write(officer, dsl -> {
            List<Open> waiting = new ArrayList<>();
            var rows = dsl.fetch("select c.home, c.subject, c.element, min(c.opened_at), p.resides_in from resource.correction c"
                    + " join resource.person p on p.home = c.home and p.id = c.subject and p.merged_into is null and p.erased_at is null"
                    + " where c.closed_at is null and c.type = 'person' and p.resides_in between ? and ? group by c.home, c.subject, c.element, p.resides_in"
                    + " order by 4, 2, 3 limit ?", officer.region().first(), officer.region().last(), MOST);
            Map<SubjectId, String> names = subjects.names(officer, rows.map(row -> new SubjectId(row.get(0, Integer.class), row.get(1, UUID.class))));
            rows.forEach(row -> {
                SubjectId person = new SubjectId(row.get(0, Integer.class), row.get(1, UUID.class));
                catalogue.element(row.get(2, Integer.class)).ifPresent(element -> waiting.add(new Open(person, names.getOrDefault(person, ""),
                        new RegionCode(row.get(4, Long.class)), element, row.get(3, OffsetDateTime.class).toInstant())));
            });
            journal.looked(officer, waiting.stream().map(Open::person).distinct().toList(), List.of("person.name"), TO_DECIDE, null);
            return waiting;
        });
    }

    /**
     * What became of an objection.
     *
     * @param reason in the officer's words; null when it was settled without one, by another statement
     */
    public record Settled(DataElement element, boolean accepted, @Nullable String reason, Instant at) {
    }

    /** Decisions about what the resident objected to, since a moment, newest first. */
    public List<Settled> settled(Actor.Resident resident, Instant since) {
        return scoped.read(resident, dsl -> dsl.fetch("select c.element, bool_or(c.outcome = 'accepted'), c.closed_at,"
                        + " (select max(a.origin) from resource.assertion a where a.home = c.home and a.subject = c.subject and a.stated_at = c.closed_at and a.origin like 'decided:%')"
                        + " from resource.correction c where c.home = ? and c.subject = ? and c.closed_at >= ?::timestamptz and c.outcome in ('accepted', 'refused')"
                        + " group by c.home, c.subject, c.element, c.closed_at order by c.closed_at desc limit ?", resident.person().home(), resident.person().id(),
                        since.atOffset(ZoneOffset.UTC), MOST)
                .stream().flatMap(row -> catalogue.element(row.get(0, Integer.class)).stream().map(element -> new Settled(element, row.get(1, Boolean.class),
                        row.get(3) == null ? null : row.get(3, String.class).substring(DECIDED.length()), row.get(2, OffsetDateTime.class).toInstant()))).toList());
    }

    /** What the person's side said last against a value that counts meanwhile; empty when no such objection is open. */
    public Optional<Claim> objection(Actor.Resident resident, SubjectId person, ElementCode code) {
        return scoped.read(resident, dsl -> of(dsl, person, code, false))
                .flatMap(open -> open.claims.stream().filter(claim -> !claim.current && claim.source == SourceKind.RESIDENT).reduce((earlier, later) -> later));
    }

    private Optional<Dispute> of(DSLContext dsl, SubjectId person, ElementCode code, boolean lock) {
        Optional<DataElement> found = catalogue.element(code).filter(element -> !element.virtual() && code.resourceType().equals("person"));
        SubjectRow row = found.isEmpty() ? null : SubjectStore.load(dsl, "person", Set.of(person), List.of(found.get()), lock).get(person);
        Provenance.Origin origin = row == null ? null : row.provenance.of(found.get().no());
        if (origin == null || !origin.contested()) {
            return Optional.empty();
        }
        DataElement element = found.get();
        List<Claim> claims = new ArrayList<>();
        claims.add(new Claim(origin.act().id(), row.value(element, cipher), origin.act().source(), origin.act().means(), origin.act().statedAt(), true));
        Set<UUID> objections = SubjectStore.objections(dsl, person, element.no());
        for (SubjectStore.AssertionRow act : SubjectStore.history(dsl, person)) {
            if (objections.contains(act.id())) {
                claims.add(new Claim(act.id(), said(row, element, act.said()), act.source(), act.means(), act.statedAt(), false));
            }
        }
        return Optional.of(new Dispute(element, claims));
    }

    private Value said(SubjectRow row, DataElement element, JsonNode said) {
        return Retraction.value(row, element, said.get(Integer.toString(element.no())), cipher);
    }

    /**
     * Decides for one claim. What speaks against it is taken back, for this element only; the next best value counts where another stood.
     *
     * @param act    whose value is right, one of the claims
     * @param reason in the officer's words, at most 200 characters
     */
    public Decision decide(Actor.Officer officer, SubjectId person, ElementCode code, UUID act, String reason) {
        if (!officer.is(Role.OFFICER)) {
            return Decision.NOT_FOUND;
        }
        return scoped.write(officer, dsl -> {
            Optional<Dispute> dispute = of(dsl, person, code, true);
            Optional<Claim> chosen = dispute.flatMap(open -> open.claims.stream().filter(claim -> claim.act.equals(act)).findFirst());
            if (chosen.isEmpty()) {
                return Decision.NOT_FOUND;
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            SubjectStore.append(dsl, new SubjectStore.AssertionRow(person, Uuid7.next(), "person", SourceKind.OFFICER, Means.IN_PERSON, officer.label(), null, null,
                    DECIDED + reason, now, now, null, JsonNodeFactory.instance.objectNode()));
            takeBack(dsl, officer, person, dispute.get(), chosen.get().value, now);
            SubjectStore.closeCorrections(dsl, person, dispute.get().element.no(), chosen.get().current ? Decided.REFUSED : Decided.ACCEPTED, now);
            return Decision.DONE;
        });
    }

    /** What speaks against a value; and where another stood behind it, that too, until the value is the current one. */
    private void takeBack(DSLContext dsl, Actor officer, SubjectId person, Dispute dispute, Value right, Instant now) {
        Retraction retraction = new Retraction(dsl, catalogue, cipher, now);
        Set<ElementCode> code = Set.of(dispute.element.code());
        dispute.claims.stream().filter(claim -> !claim.value.equals(right)).forEach(claim -> retraction.retract(officer, person, claim.act, code));
        for (int left = SubjectStore.history(dsl, person).size(); left > 0; left--) {
            SubjectRow row = SubjectStore.load(dsl, "person", Set.of(person), List.of(dispute.element), true).get(person);
            Provenance.Origin origin = row.provenance.of(dispute.element.no());
            if (origin == null || right.equals(row.value(dispute.element, cipher))) {
                return;
            }
            retraction.retract(officer, person, origin.act().id(), code);
        }
        throw new IllegalStateException("nothing is left to take back against " + dispute.element.code());
    }
}
