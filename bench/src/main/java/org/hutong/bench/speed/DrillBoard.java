package org.hutong.bench.speed;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.hutong.kernel.RegionCode;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The path "drill": progress of one application for the children of a region, asked by officers of all levels down their own trees, while residents
 * go on answering it. Beside the speed it measures how far a board is behind: the age of the oldest acknowledged answer that a reading,
 * begun after it, does not show.
 */
final class DrillBoard implements MeasuredPath {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** An officer's session and the regions he may look at that have children. */
    record Reader(String cookie, List<String> regions) {
    }

    private final MeasuredServer server;
    private final Setting setting;
    private final List<Reader> readers;
    private final AnswersBeside beside;

    DrillBoard(MeasuredServer server, Setting setting, List<Reader> readers, List<SignedIn> people) {
        this.server = server;
        this.setting = setting;
        this.readers = readers;
        this.beside = new AnswersBeside(new SubmitForm(server, setting, people), this::done);
    }

    @Override
    public String name() {
        return "drill";
    }

    @Override
    public String limitName() {
        return "the children of a region out of a ready roll-up by the driver";
    }

    private String path(String region) {
        return "/api/applications/" + setting.application() + "/board?region=" + region;
    }

    /** Begins the answering and the watching. */
    void begin() throws Exception {
        beside.begin();
    }

    /** How many have answered, as the board of the widest region says. */
    private long done() throws IOException {
        Reader widest = readers.getFirst();
        try (RawHttp http = new RawHttp(server.port())) {
            return read(http, widest, widest.regions().getFirst()).path("done").asLong();
        }
    }

    private JsonNode read(RawHttp http, Reader reader, String region) throws IOException {
        int status = http.exchange(RawHttp.get(server.port(), path(region), reader.cookie()));
        if (status != 200) {
            throw new IOException("the board was refused: " + status + " " + http.body());
        }
        return JSON.readTree(http.body());
    }

    @Override
    public ClosedLoop.Client ours(int number) throws IOException {
        return new HttpClientLoop(server) {
            private final Random random = new Random(number);
            private boolean checked;

            @Override
            public boolean once() throws IOException {
                beside.check();
                Reader reader = readers.get(random.nextInt(readers.size()));
                String region = reader.regions().get(random.nextInt(reader.regions().size()));
                if (!checked) {
                    checked = true;
                    JsonNode board = read(http, readers.getFirst(), readers.getFirst().regions().getFirst());
                    if (board.path("children").isEmpty() || board.path("total").asLong() == 0) {
                        throw new IOException("not a board with children and people: " + board);
                    }
                    return true;
                }
                int status = http.exchange(RawHttp.get(server.port(), path(region), reader.cookie()));
                if (status != 200) {
                    throw new IOException("the board was refused: " + status + " " + http.body());
                }
                return true;
            }
        };
    }

    @Override
    public ClosedLoop.Client limit(int number) throws SQLException, IOException {
        Connection connection = server.app().connect();
        PreparedStatement read = connection.prepareStatement("select code, total, done from public.bench_rollup where parent = ?");
        Random random = new Random(1_000 + number);
        return new ClosedLoop.Client() {
            @Override
            public boolean once() throws SQLException {
                Reader reader = readers.get(random.nextInt(readers.size()));
                String region = reader.regions().get(random.nextInt(reader.regions().size()));
                read.setLong(1, Long.parseLong((region + "000").substring(0, 15)));
                try (ResultSet rows = read.executeQuery()) {
                    while (rows.next()) {
                        rows.getLong(1);
                        rows.getLong(2);
                        rows.getLong(3);
                    }
                }
                return true;
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    @Override
    public Map<String, Double> also() {
        return beside.figures();
    }

    @Override
    public void end() throws Exception {
        beside.end();
    }

    /** The roll-up that the limit reads: the people of each region and below it. */
    static void rollUp(MeasuredServer server) throws SQLException, IOException {
        try (Connection connection = server.superuser().connect(); Statement statement = connection.createStatement()) {
            TreeMap<Long, Long> people = new TreeMap<>();
            try (ResultSet rows = statement.executeQuery("select resides_in, count(*) from resource.person where resides_in is not null group by 1")) {
                while (rows.next()) {
                    people.put(rows.getLong(1), rows.getLong(2));
                }
            }
            statement.execute("drop table if exists public.bench_rollup");
            statement.execute("create table public.bench_rollup (parent bigint, code bigint primary key, total bigint, done bigint)");
            List<long[]> lines = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery("select code, parent_code from region.region where valid_until is null")) {
                while (rows.next()) {
                    RegionCode code = new RegionCode(rows.getLong(1));
                    long total = people.subMap(code.first(), true, code.last(), true).values().stream().mapToLong(Long::longValue).sum();
                    lines.add(new long[] {rows.getLong(2), code.number(), total});
                }
            }
            try (PreparedStatement insert = connection.prepareStatement("insert into public.bench_rollup values (?, ?, ?, 0)")) {
                for (long[] line : lines) {
                    for (int i = 0; i < 3; i++) {
                        insert.setLong(i + 1, line[i]);
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            statement.execute("create index on public.bench_rollup (parent)");
            statement.execute("analyze public.bench_rollup");
            statement.execute("grant select on public.bench_rollup to hutong_app");
        }
    }
}
