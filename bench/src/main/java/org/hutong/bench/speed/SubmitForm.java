package org.hutong.bench.speed;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.hutong.catalogue.DataElement;

/** The path "submit": four answers, one of them encrypted, become a submission, an act of stating, current values and an outbox row. */
final class SubmitForm implements MeasuredPath {
    private final MeasuredServer server;
    private final Setting setting;
    private final List<SignedIn> people;
    private final AtomicInteger next = new AtomicInteger();

    SubmitForm(MeasuredServer server, Setting setting, List<SignedIn> people) {
        this.server = server;
        this.setting = setting;
        this.people = people;
    }

    @Override
    public String name() {
        return "submit";
    }

    @Override
    public String limitName() {
        return "the same round trips by the driver, durable, without HTTP, validation and encryption";
    }

    /** Everybody submits once; null when all have. */
    private SignedIn next() {
        int number = next.getAndIncrement();
        return number < people.size() ? people.get(number) : null;
    }

    private String body(SignedIn one, int number) {
        StringBuilder seen = new StringBuilder();
        for (int i = 0; i < one.seen().length; i++) {
            if (one.seen()[i] != null) {
                seen.append(seen.isEmpty() ? "" : ",").append('"').append(id(Setting.FOUR.get(i))).append("\":\"").append(one.seen()[i]).append('"');
            }
        }
        return "{\"version\":" + setting.version() + ",\"answers\":{\"" + id(Setting.FOUR.get(0)) + "\":\"下棋 " + number + "\",\"" + id(Setting.FOUR.get(1)) + "\":"
                + (number % 2 == 0) + ",\"" + id(Setting.FOUR.get(2)) + "\":\"" + (150 + number % 40) + "." + (1 + number % 9) + "\",\"" + id(Setting.FOUR.get(3))
                + "\":\"32060" + (100_000_000 + number) + "\"},\"confirmed\":[],\"seen\":{" + seen + "}}";
    }

    private static String id(DataElement element) {
        return element.code().name();
    }

    @Override
    public ClosedLoop.Client ours(int number) throws IOException {
        String path = "/api/resident/forms/" + setting.application() + "/" + Setting.SUBMIT + "/submissions";
        return new HttpClientLoop(server) {
            private int count = number * 1_000_000;

            @Override
            public boolean once() throws IOException {
                SignedIn one = next();
                if (one == null) {
                    return false;
                }
                int status = http.exchange(RawHttp.post(server.port(), path, one.cookie(), "Idempotency-Key: " + UUID.randomUUID() + "\r\n",
                        body(one, count++)));
                if (status != 201) {
                    throw new IOException("submitting was refused: " + status + " " + http.body());
                }
                return true;
            }
        };
    }

    @Override
    public ClosedLoop.Client limit(int number) throws SQLException, IOException {
        return new DriverSubmission(server.app(), UUID.randomUUID(), this::next);
    }
}
