package org.hutong.access;

import static org.hutong.schema.access.Tables.RESIDENT_SESSION;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.hutong.kernel.SubjectId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** All SQL of residents' sessions. */
@Component
class ResidentSessionStore {
    private final DSLContext dsl;
    private final Connections connections;

    ResidentSessionStore(DSLContext dsl, Connections connections) {
        this.dsl = dsl;
        this.connections = connections;
    }

    /** A session as stored: with the wards of then, and without mandates. */
    record Stored(Actor.Resident resident, boolean represents, Instant seenAt) {
    }

    void insert(byte[] tokenHash, Actor.Resident resident, Instant now, Instant expires) {
        dsl.insertInto(RESIDENT_SESSION)
                .set(RESIDENT_SESSION.HOME, resident.person().home()).set(RESIDENT_SESSION.TOKEN_HASH, tokenHash)
                .set(RESIDENT_SESSION.PERSON, resident.person().id()).set(RESIDENT_SESSION.NEWCOMER, resident.newcomer())
                .set(RESIDENT_SESSION.WARDS, wards(resident)).set(RESIDENT_SESSION.REPRESENTS, resident.represents()).set(RESIDENT_SESSION.CREATED_AT, at(now))
                .set(RESIDENT_SESSION.SEEN_AT, at(now)).set(RESIDENT_SESSION.EXPIRES_AT, at(expires)).execute();
    }

    Optional<Stored> find(int home, byte[] tokenHash, Instant now, Instant seenAfter) {
        return connections.read(Reading.of("select person, newcomer, wards, represents, seen_at from access.resident_session"
                + " where home = ? and token_hash = ? and expires_at > ? and seen_at > ?", List.of(home, tokenHash, at(now), at(seenAfter)),
                row -> row.next() ? Optional.of(stored(home, row)) : Optional.empty()));
    }

    private static Stored stored(int home, ResultSet row) throws SQLException {
        String[] wards = (String[]) row.getArray(3).getArray();
        return new Stored(new Actor.Resident(new SubjectId(home, row.getObject(1, UUID.class)), row.getBoolean(2),
                Arrays.stream(wards).map(SubjectId::parse).toList()), row.getBoolean(4), row.getObject(5, OffsetDateTime.class).toInstant());
    }

    void seen(byte[] tokenHash, Actor.Resident resident, Instant now) {
        dsl.update(RESIDENT_SESSION).set(RESIDENT_SESSION.SEEN_AT, at(now)).set(RESIDENT_SESSION.NEWCOMER, resident.newcomer())
                .set(RESIDENT_SESSION.WARDS, wards(resident)).set(RESIDENT_SESSION.REPRESENTS, resident.represents())
                .where(RESIDENT_SESSION.HOME.eq(resident.person().home()), RESIDENT_SESSION.TOKEN_HASH.eq(tokenHash)).execute();
    }

    /** From now on, whom the person acts for is read anew with each request of each session. */
    void represents(SubjectId person) {
        dsl.update(RESIDENT_SESSION).set(RESIDENT_SESSION.REPRESENTS, true)
                .where(RESIDENT_SESSION.HOME.eq(person.home()), RESIDENT_SESSION.PERSON.eq(person.id())).execute();
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
