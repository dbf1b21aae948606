package org.hutong.resource;

import static org.hutong.schema.resource.Tables.MANDATE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.hutong.access.Actor;
import org.hutong.access.MandateScope;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.schema.resource.tables.records.MandateRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** All SQL of mandates. */
final class MandateStore {
    private MandateStore() {
    }

    static void insert(DSLContext dsl, SubjectId principal, UUID id, @Nullable RegionCode residesIn, NewMandate wanted, byte[] phone, byte[] phoneIndex,
            Actor.@Nullable Officer recorder, Instant now) {
        dsl.insertInto(MANDATE).set(MANDATE.HOME, principal.home()).set(MANDATE.ID, id).set(MANDATE.PRINCIPAL, principal.id())
                .set(MANDATE.RESIDES_IN, residesIn == null ? null : residesIn.number()).set(MANDATE.AGENT_NAME, wanted.agentName())
                .set(MANDATE.AGENT_PHONE, phone).set(MANDATE.AGENT_PHONE_BX, phoneIndex)
                .set(MANDATE.DEPARTMENTS, wanted.scope().departments().stream().sorted().toArray(String[]::new))
                .set(MANDATE.APPLICATION, wanted.scope().application()).set(MANDATE.UNTIL, wanted.until()).set(MANDATE.REASON, wanted.reason())
                .set(MANDATE.RECORDER_ACCOUNT, recorder == null ? null : recorder.account()).set(MANDATE.RECORDER_POST, recorder == null ? null : recorder.post())
                .set(MANDATE.MADE_AT, now.atOffset(ZoneOffset.UTC)).execute();
    }

    static List<Mandate> of(DSLContext dsl, SubjectId principal) {
        return dsl.selectFrom(MANDATE).where(MANDATE.HOME.eq(principal.home()), MANDATE.PRINCIPAL.eq(principal.id()))
                .orderBy(MANDATE.MADE_AT.desc(), MANDATE.ID.desc()).fetch(MandateStore::mandate);
    }

    static List<Mandate> toAgent(DSLContext dsl, SubjectId agent) {
        return dsl.selectFrom(MANDATE).where(MANDATE.AGENT_HOME.eq(agent.home()), MANDATE.AGENT.eq(agent.id()))
                .orderBy(MANDATE.MADE_AT.desc(), MANDATE.ID.desc()).fetch(MandateStore::mandate);
    }

    static Map<UUID, String> agentNames(DSLContext dsl, SubjectId principal) {
        return dsl.select(MANDATE.AGENT, MANDATE.AGENT_NAME).from(MANDATE)
                .where(MANDATE.HOME.eq(principal.home()), MANDATE.PRINCIPAL.eq(principal.id()), MANDATE.AGENT.isNotNull()).orderBy(MANDATE.MADE_AT)
                .fetch().stream().collect(Collectors.toMap(row -> row.value1(), row -> row.value2(), (first, second) -> second));
    }

    /** Mandates in force for an agent on a day. */
    static List<Mandate> inForce(DSLContext dsl, SubjectId agent, LocalDate today) {
        return toAgent(dsl, agent).stream().filter(one -> one.on(today) == Mandate.State.IN_FORCE).toList();
    }

    /** An open offer to whoever has this phone, by the name that was given. */
    record Offer(int home, UUID id, UUID principal, String name) {
    }

    static List<Offer> offers(DSLContext dsl, byte[] phoneIndex) {
        return dsl.select(MANDATE.HOME, MANDATE.ID, MANDATE.PRINCIPAL, MANDATE.AGENT_NAME).from(MANDATE)
                .where(MANDATE.AGENT_PHONE_BX.eq(phoneIndex), MANDATE.AGENT.isNull(), MANDATE.ENDED_AT.isNull())
                .fetch(row -> new Offer(row.value1(), row.value2(), row.value3(), row.value4()));
    }

    static void offer(DSLContext dsl, Offer offer, SubjectId agent) {
        dsl.update(MANDATE).set(MANDATE.AGENT_HOME, agent.home()).set(MANDATE.AGENT, agent.id())
                .where(MANDATE.HOME.eq(offer.home()), MANDATE.ID.eq(offer.id()), MANDATE.AGENT.isNull()).execute();
    }

    static boolean accept(DSLContext dsl, Mandate mandate, Instant now) {
        return dsl.update(MANDATE).set(MANDATE.ACCEPTED_AT, now.atOffset(ZoneOffset.UTC))
                .where(MANDATE.HOME.eq(mandate.principal().home()), MANDATE.ID.eq(mandate.id()), MANDATE.ACCEPTED_AT.isNull(), MANDATE.ENDED_AT.isNull())
                .execute() == 1;
    }

    static boolean end(DSLContext dsl, Mandate mandate, String by, Instant now) {
        return dsl.update(MANDATE).set(MANDATE.ENDED_AT, now.atOffset(ZoneOffset.UTC)).set(MANDATE.ENDED_BY, by)
                .where(MANDATE.HOME.eq(mandate.principal().home()), MANDATE.ID.eq(mandate.id()), MANDATE.ENDED_AT.isNull()).execute() == 1;
    }

    private static Mandate mandate(MandateRecord row) {
        return new Mandate(row.getId(), new SubjectId(row.getHome(), row.getPrincipal()),
                row.getAgent() == null ? null : new SubjectId(row.getAgentHome(), row.getAgent()), row.getAgentName(),
                new MandateScope(Set.of(row.getDepartments()), row.getApplication()), row.getUntil(), row.getReason(), row.getRecorderAccount() != null,
                row.getMadeAt().toInstant(), row.getAcceptedAt() == null ? null : row.getAcceptedAt().toInstant(),
                row.getEndedAt() == null ? null : row.getEndedAt().toInstant());
    }
}
