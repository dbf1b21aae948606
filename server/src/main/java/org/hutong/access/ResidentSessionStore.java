package org.hutong.access;

import static org.hutong.schema.access.Tables.RESIDENT_SESSION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

import org.hutong.kernel.SubjectId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** All SQL of residents' sessions. */
@Component
class ResidentSessionStore {
    private final DSLContext dsl;

    ResidentSessionStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** A session as stored. */
    record Stored(Actor.Resident resident, Instant seenAt) {
    }

    void insert(byte[] tokenHash, Actor.Resident resident, Instant now, Instant expires) {
        dsl.insertInto(RESIDENT_SESSION)
                .set(RESIDENT_SESSION.HOME, resident.person().home()).set(RESIDENT_SESSION.TOKEN_HASH, tokenHash)
                .set(RESIDENT_SESSION.PERSON, resident.person().id()).set(RESIDENT_SESSION.NEWCOMER, resident.newcomer())
                .set(RESIDENT_SESSION.WARDS, wards(resident)).set(RESIDENT_SESSION.CREATED_AT, at(now))
                .set(RESIDENT_SESSION.SEEN_AT, at(now)).set(RESIDENT_SESSION.EXPIRES_AT, at(expires)).execute();
    }

    Optional<Stored> find(int home, byte[] tokenHash, Instant now, Instant seenAfter) {
        return dsl.select(RESIDENT_SESSION.PERSON, RESIDENT_SESSION.NEWCOMER, RESIDENT_SESSION.WARDS, RESIDENT_SESSION.SEEN_AT)
                .from(RESIDENT_SESSION)
                .where(RESIDENT_SESSION.HOME.eq(home), RESIDENT_SESSION.TOKEN_HASH.eq(tokenHash), RESIDENT_SESSION.EXPIRES_AT.gt(at(now)),
                        RESIDENT_SESSION.SEEN_AT.gt(at(seenAfter)))
                .fetchOptional(row -> new Stored(new Actor.Resident(new SubjectId(home, row.value1()), row.value2(),
                        Arrays.stream(row.value3()).map(SubjectId::parse).toList()), row.value4().toInstant()));
    }

    void seen(byte[] tokenHash, Actor.Resident resident, Instant now) {
        dsl.update(RESIDENT_SESSION).set(RESIDENT_SESSION.SEEN_AT, at(now)).set(RESIDENT_SESSION.NEWCOMER, resident.newcomer())
                .set(RESIDENT_SESSION.WARDS, wards(resident))
                .where(RESIDENT_SESSION.HOME.eq(resident.person().home()), RESIDENT_SESSION.TOKEN_HASH.eq(tokenHash)).execute();
    }

    void delete(int home, byte[] tokenHash) {
        dsl.deleteFrom(RESIDENT_SESSION).where(RESIDENT_SESSION.HOME.eq(home), RESIDENT_SESSION.TOKEN_HASH.eq(tokenHash)).execute();
    }

    int sweep(Instant now, Instant seenAfter) {
        return dsl.deleteFrom(RESIDENT_SESSION)
                .where(RESIDENT_SESSION.EXPIRES_AT.le(at(now)).or(RESIDENT_SESSION.SEEN_AT.le(at(seenAfter)))).execute();
    }

    private static String[] wards(Actor.Resident resident) {
        return resident.wards().stream().map(SubjectId::toString).toArray(String[]::new);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
