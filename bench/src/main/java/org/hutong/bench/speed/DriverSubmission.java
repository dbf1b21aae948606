package org.hutong.bench.speed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import org.hutong.kernel.Uuid7;
import org.hutong.postgres.Login;

/**
 * What a submission asks of the database, statement by statement as the server sends them, with made-up bytes where the server encrypts:
 * the session, the settings of row-level security, the person's row, the same row locked, the act of stating with the current values, the
 * submission with its outbox row, the commit.
 */
final class DriverSubmission implements ClosedLoop.Client {
    private static final String PERSON = "select \"home\", \"id\", \"dek\", \"prov\", \"resides_in\", \"registered_in\", \"works_in\", \"only_child\", \"height\","
            + " \"hobby\", \"nrcms_no\" from \"resource\".\"person\" where (\"home\", \"id\") in ((?, cast(? as uuid))) order by \"home\", \"id\"";

    private final Connection connection;
    private final Supplier<SignedIn> next;
    private final UUID application;
    private final PreparedStatement session;
    private final PreparedStatement settings;
    private final PreparedStatement read;
    private final PreparedStatement lock;
    private final PreparedStatement state;
    private final PreparedStatement keep;

    /** @param application one of this client's own, so that nobody has answered it before */
    DriverSubmission(Login app, UUID application, Supplier<SignedIn> next) throws SQLException {
        this.connection = app.connect();
        this.next = next;
        this.application = application;
        session = connection.prepareStatement("select person, newcomer, wards, seen_at from access.resident_session where home = ? and token_hash = ?"
                + " and expires_at > ? and seen_at > ?");
        settings = connection.prepareStatement("select set_config('hutong.actor', ?, true) || set_config('hutong.lo', ?, true) || set_config('hutong.hi', ?, true)"
                + " || set_config('hutong.subject', ?, true) || set_config('hutong.wards', ?, true)");
        read = connection.prepareStatement(PERSON);
        lock = connection.prepareStatement(PERSON + " for update");
        state = connection.prepareStatement("with said as (insert into resource.assertion (home, subject, recorded_on, id, type, source, means, actor, application,"
                + " submission, origin, stated_at, recorded_at, retracts, told) values (?, ?, ?::date, ?, ?, ?, ?, ?, ?::uuid, ?::uuid, ?, ?::timestamptz,"
                + " ?::timestamptz, ?::uuid, ?)) update resource.\"person\" set prov = ?, \"height\" = ?::numeric, \"hobby\" = ?::text, \"nrcms_no\" = ?,"
                + " \"nrcms_no_bx\" = ?, \"only_child\" = ?::boolean where home = ? and id = ?");
        keep = connection.prepareStatement("with said as (insert into form.submission (home, id, subject, application, form, version, idempotency_key,"
                + " request_hash, answers, outcomes, resides_in, registered_in, submitted_at, actor, means, receipt, asked, reused, derived, confirmed)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::bigint, ?::bigint, ?::timestamptz, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing"
                + " returning home, id, subject, application, form, submitted_at), typed as (delete from form.draft d using said s where d.home = s.home"
                + " and d.subject = s.subject and d.application = s.application and d.form = s.form) insert into form.outbox (home, id, bucket, event, subject,"
                + " application, form, submission, made_at) select home, ?, ?, 'submitted', subject, application, form, id, submitted_at from said");
    }

    @Override
    public boolean once() throws SQLException {
        SignedIn one = next.get();
        if (one == null) {
            return false;
        }
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        connection.setAutoCommit(true);
        bind(session, one.home(), one.tokenHash(), now, now.minusDays(30));
        fetch(session);
        connection.setAutoCommit(false);
        bind(settings, "resident", "0", "0", one.person().toString(), "{}");
        fetch(settings);
        bind(read, one.home(), one.person());
        fetch(read);
        bind(lock, one.home(), one.person());
        byte[] provenance = fetch(lock);
        UUID act = Uuid7.next();
        UUID submission = Uuid7.next();
        byte[] sealed = bytes(45);
        bind(state, one.home(), one.person(), now.toLocalDate().toString(), act, "person", (short) 2, (short) 4, "resident:" + one.person(), application, submission, null,
                now, now, null, bytes(75),
                provenance, "165.5", "下棋", sealed, bytes(16), true, one.home(), one.person());
        execute(state);
        bind(keep, one.home(), submission, one.person(), application, Setting.SUBMIT, 1, UUID.randomUUID(), bytes(32),
                "{\"height\":\"165.5\",\"hobby\":\"下棋\",\"nrcmsNo\":{\"sealed\":\"" + Base64.getEncoder().encodeToString(bytes(45)) + "\"},\"onlyChild\":true}",
                "{\"height\":\"asked\",\"hobby\":\"asked\",\"nrcmsNo\":\"asked\",\"onlyChild\":\"asked\"}", 320613002001001L, 320613002001000L, now,
                "resident:" + one.person(), "self", "12345678", (short) 4, (short) 0, (short) 0, (short) 0, Uuid7.next(),
                (short) Math.floorMod(one.person().hashCode(), 64));
        execute(keep);
        connection.commit();
        return true;
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        ThreadLocalRandom.current().nextBytes(bytes);
        return bytes;
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof byte[] binary) {
                statement.setBytes(i + 1, binary);
            } else if (values[i] == null) {
                statement.setNull(i + 1, java.sql.Types.OTHER);
            } else {
                statement.setObject(i + 1, values[i]);
            }
        }
    }

    /** Reads all columns of the one row. @return the provenance of a person's row, otherwise nothing of meaning */
    private static byte[] fetch(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("no row for " + statement);
            }
            int width = row.getMetaData().getColumnCount();
            for (int i = 1; i <= width; i++) {
                row.getObject(i);
            }
            return width > 4 ? row.getBytes(4) : null;
        }
    }

    private static void execute(PreparedStatement statement) throws SQLException {
        if (statement.executeUpdate() != 1) {
            throw new SQLException("not one row by " + statement);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
