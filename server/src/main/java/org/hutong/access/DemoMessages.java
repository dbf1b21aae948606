package org.hutong.access;

import static org.hutong.schema.access.Tables.DEMO_MESSAGE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.hutong.kernel.Uuid7;
import org.jooq.DSLContext;

/** The message box of the demo town, where anybody can read what a telephone company would have delivered. Invented phones only. */
public final class DemoMessages {
    private static final Duration KEPT = Duration.ofDays(1);
    private final DSLContext dsl;
    private final Secrets secrets;
    private final Clock clock;

    DemoMessages(DSLContext dsl, Secrets secrets, Clock clock) {
        this.dsl = dsl;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** One message as delivered. */
    public record Message(Instant at, String phone, String text) {
    }

    /** Puts a message into the box of this phone. */
    public boolean send(String phone, String text) {
        byte[] hash = hash(phone);
        Instant now = clock.instant();
        dsl.insertInto(DEMO_MESSAGE).set(DEMO_MESSAGE.HOME, Allowances.bucket(hash)).set(DEMO_MESSAGE.PHONE_BX, hash)
                .set(DEMO_MESSAGE.ID, Uuid7.next())
                .set(DEMO_MESSAGE.AT, now.atOffset(ZoneOffset.UTC))
                .set(DEMO_MESSAGE.SEALED, secrets.seal("demo-message", phone + "\n" + text)).execute();
        return true;
    }

    /** The newest twenty of one phone, newest first. */
    public List<Message> of(String phone) {
        byte[] hash = hash(phone);
        return dsl.selectFrom(DEMO_MESSAGE).where(DEMO_MESSAGE.HOME.eq(Allowances.bucket(hash)), DEMO_MESSAGE.PHONE_BX.eq(hash))
                .orderBy(DEMO_MESSAGE.AT.desc(), DEMO_MESSAGE.ID.desc()).limit(20)
                .fetch(row -> message(row.getAt().toInstant(), row.getSealed()));
    }

    int sweep() {
        return dsl.deleteFrom(DEMO_MESSAGE).where(DEMO_MESSAGE.AT.lt(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))).execute();
    }

    private Message message(Instant at, byte[] sealed) {
        String[] parts = secrets.open("demo-message", sealed).split("\n", 2);
        return new Message(at, parts[0], parts[1]);
    }

    private byte[] hash(String phone) {
        return secrets.hash("demo-message", phone);
    }
}
