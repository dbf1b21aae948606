package org.hutong.resource;

import static org.hutong.schema.resource.Tables.ARRIVAL;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.hutong.schema.resource.tables.records.ArrivalRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** All SQL of arrivals. */
final class ArrivalStore {

    private ArrivalStore() {
    }

    /** What is said again while it waits takes the place of what was said before. */
    static Arrival say(DSLContext dsl, SubjectId person, RegionCode region, Instant now) {
        return dsl.insertInto(ARRIVAL).set(ARRIVAL.HOME, person.home()).set(ARRIVAL.ID, Uuid7.next()).set(ARRIVAL.SUBJECT, person.id())
                .set(ARRIVAL.REGION, region.number()).set(ARRIVAL.SAID_AT, now.atOffset(ZoneOffset.UTC))
                .onConflict(ARRIVAL.HOME, ARRIVAL.SUBJECT).where(ARRIVAL.CLOSED_AT.isNull())
                .doUpdate().set(ARRIVAL.REGION, region.number()).set(ARRIVAL.SAID_AT, now.atOffset(ZoneOffset.UTC))
                .returning().fetchSingle(ArrivalStore::arrival);
    }

    static Optional<Arrival> newest(DSLContext dsl, SubjectId person) {
        return dsl.selectFrom(ARRIVAL).where(of(person)).orderBy(ARRIVAL.SAID_AT.desc(), ARRIVAL.ID.desc()).limit(1).fetchOptional(ArrivalStore::arrival);
    }

    /** The newest, held until the end of the transaction. */
    static Optional<Arrival> lock(DSLContext dsl, SubjectId person) {
        return dsl.selectFrom(ARRIVAL).where(of(person)).orderBy(ARRIVAL.SAID_AT.desc(), ARRIVAL.ID.desc()).limit(1).forUpdate().fetchOptional(ArrivalStore::arrival);
    }

    /** What waits in a region, oldest first. */
    static List<Arrival> waiting(DSLContext dsl, RegionCode region, int most) {
        return dsl.selectFrom(ARRIVAL).where(waitsIn(region)).orderBy(ARRIVAL.SAID_AT, ARRIVAL.ID).limit(most).fetch(ArrivalStore::arrival);
    }

    static int count(DSLContext dsl, RegionCode region) {
        return dsl.fetchCount(ARRIVAL, waitsIn(region));
    }

    static void close(DSLContext dsl, Arrival one, String outcome, UUID account, Instant now) {
        dsl.update(ARRIVAL).set(ARRIVAL.CLOSED_AT, now.atOffset(ZoneOffset.UTC)).set(ARRIVAL.OUTCOME, outcome).set(ARRIVAL.DECIDED_BY, account)
                .where(ARRIVAL.HOME.eq(one.person().home()), ARRIVAL.ID.eq(one.id())).execute();
    }

    /** Somebody whom an officer has seen is no newcomer any more. */
    static void seen(DSLContext dsl, SubjectId person) {
        dsl.execute("update resource.person set provisional = false where home = ? and id = ?", person.home(), person.id());
    }

    private static Condition of(SubjectId person) {
        return ARRIVAL.HOME.eq(person.home()).and(ARRIVAL.SUBJECT.eq(person.id()));
    }

    private static Condition waitsIn(RegionCode region) {
        return ARRIVAL.REGION.between(region.first(), region.last()).and(ARRIVAL.CLOSED_AT.isNull());
    }

    private static Arrival arrival(ArrivalRecord row) {
        return new Arrival(row.getId(), new SubjectId(row.getHome(), row.getSubject()), new RegionCode(row.getRegion()), row.getSaidAt().toInstant(), row.getOutcome());
    }
}
