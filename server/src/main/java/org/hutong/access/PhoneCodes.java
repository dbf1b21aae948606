package org.hutong.access;

import static org.hutong.schema.access.Tables.PHONE_CODE;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Codes of six digits that prove a phone. One per phone, the newest; good for a few minutes, a few tries and one sign-in. */
@Component
class PhoneCodes {
    private static final SecureRandom RANDOM = new SecureRandom();
    private final DSLContext dsl;
    private final Secrets secrets;
    private final AccessSettings settings;
    private final Clock clock;

    PhoneCodes(DSLContext dsl, Secrets secrets, AccessSettings settings, Clock clock) {
        this.dsl = dsl;
        this.secrets = secrets;
        this.settings = settings;
        this.clock = clock;
    }

    String make(String phone) {
        String code = "%06d".formatted(RANDOM.nextInt(1_000_000));
        byte[] hash = secrets.hash("phone", phone);
        OffsetDateTime until = at(clock.instant().plus(settings.codeLife()));
        dsl.insertInto(PHONE_CODE).set(PHONE_CODE.HOME, Allowances.bucket(hash)).set(PHONE_CODE.PHONE_BX, hash)
                .set(PHONE_CODE.CODE_HASH, hashed(phone, code)).set(PHONE_CODE.TRIES, 0).set(PHONE_CODE.EXPIRES_AT, until)
                .onConflict(PHONE_CODE.HOME, PHONE_CODE.PHONE_BX).doUpdate()
                .set(PHONE_CODE.CODE_HASH, hashed(phone, code)).set(PHONE_CODE.TRIES, 0).set(PHONE_CODE.EXPIRES_AT, until).execute();
        return code;
    }

    /** Uses one try; a right code is spent by it. */
    boolean spend(String phone, String code) {
        byte[] hash = secrets.hash("phone", phone);
        int bucket = Allowances.bucket(hash);
        boolean alive = dsl.update(PHONE_CODE).set(PHONE_CODE.TRIES, PHONE_CODE.TRIES.plus(1))
                .where(PHONE_CODE.HOME.eq(bucket), PHONE_CODE.PHONE_BX.eq(hash), PHONE_CODE.EXPIRES_AT.gt(at(clock.instant())),
                        PHONE_CODE.TRIES.lt(settings.codeTries()))
                .execute() == 1;
        // Deleting decides: of two sign-ins with the same code at the same time one finds it gone.
        return alive && dsl.deleteFrom(PHONE_CODE).where(PHONE_CODE.HOME.eq(bucket), PHONE_CODE.PHONE_BX.eq(hash),
                PHONE_CODE.CODE_HASH.eq(hashed(phone, code))).execute() == 1;
    }

    int sweep() {
        return dsl.deleteFrom(PHONE_CODE).where(PHONE_CODE.EXPIRES_AT.le(at(clock.instant()))).execute();
    }

    private byte[] hashed(String phone, String code) {
        return secrets.hash("code", phone + "\n" + code);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
