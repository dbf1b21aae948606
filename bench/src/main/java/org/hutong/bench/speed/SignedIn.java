package org.hutong.bench.speed;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;

import org.hutong.catalogue.DataElement;
import org.hutong.postgres.Login;
import org.hutong.resource.Provenance;
import org.postgresql.PGConnection;

/**
 * A resident of the town with a session, put into the database directly: signing in by phone code is another path.
 *
 * @param seen the act behind each of {@link Setting#FOUR} that a former run stated, or null
 */
record SignedIn(int home, UUID person, String token, byte[] tokenHash, UUID[] seen) {
    /** Takes some residents at random and signs them in. */
    static List<SignedIn> people(Login superuser, int wanted, long seed) throws SQLException, IOException {
        List<SignedIn> people = new ArrayList<>();
        Random random = new Random(seed);
        try (Connection connection = superuser.connect()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(10_000);
                try (ResultSet rows = statement.executeQuery("select home, id, prov from resource.person where not newcomer and not provisional"
                        + " and erased_at is null and dek is not null and resides_in between 320600000000000 and 320699999999999"
                        + " order by md5(id::text || '" + seed + "') limit " + wanted)) {
                    while (rows.next()) {
                        people.add(signIn(rows, random));
                    }
                }
            }
            StringBuilder copy = new StringBuilder();
            for (SignedIn one : people) {
                copy.append(one.home).append("\t\\\\x").append(HexFormat.of().formatHex(one.tokenHash)).append('\t').append(one.person)
                        .append("\tf\t{}\tnow\tnow\t2100-01-01\n");
            }
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(
                    "copy access.resident_session (home, token_hash, person, newcomer, wards, created_at, seen_at, expires_at) from stdin",
                    new ByteArrayInputStream(copy.toString().getBytes(StandardCharsets.US_ASCII)));
            connection.commit();
        }
        return people;
    }

    private static SignedIn signIn(ResultSet row, Random random) throws SQLException {
        int home = row.getInt(1);
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = home + "." + java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Provenance provenance = Provenance.decode(row.getBytes(3));
        UUID[] seen = Setting.FOUR.stream().map(DataElement::no).map(provenance::of).map(origin -> origin == null ? null : origin.act().id())
                .toArray(UUID[]::new);
        return new SignedIn(home, row.getObject(2, UUID.class), token, hash(token), seen);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static void signOutAll(Login superuser) throws SQLException {
        try (Connection connection = superuser.connect(); Statement statement = connection.createStatement()) {
            statement.execute("delete from access.resident_session where expires_at = '2100-01-01'");
        }
    }

    String cookie() {
        return "hutong_resident=" + token;
    }
}
