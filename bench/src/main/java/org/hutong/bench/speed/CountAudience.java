package org.hutong.bench.speed;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.hutong.kernel.RegionCode;

import tools.jackson.databind.json.JsonMapper;

/**
 * The path "count": how many people an audience has, of five shapes from narrow to broad, asked by an officer of the city while residents go on
 * answering. The limit is the same count as one statement by the driver; before it is measured both must give the same number.
 */
final class CountAudience implements MeasuredPath {
    /** Where among {@link Setting#FOUR} the element stands whose being known shows how far counts are behind. */
    static final int HEIGHT = 2;
    private static final int CHECKED_EACH = 4;
    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * One audience.
     *
     * @param zeros with how many zeros the code of its region ends
     * @param sql   the same in SQL; {@code :years} is the day on which somebody of so many years was born at the latest
     */
    private record Shape(String name, String zeros, String criterion, String sql) {
    }

    private static final List<Shape> SHAPES = List.of(
            new Shape("aCommunity", "", "{\"all\":[{\"element\":\"person.age\",\"op\":\">=\",\"value\":80},{\"element\":\"person.livesAlone\",\"op\":\"=\",\"value\":true},"
                    + "{\"element\":\"person.sex\",\"op\":\"=\",\"value\":\"2\"}]}", born("<=", 80) + " and lives_alone and sex = '2'"),
            new Shape("bStreet", "000", "{\"all\":[{\"element\":\"person.age\",\"op\":\">=\",\"value\":60},{\"element\":\"person.chronic\",\"op\":\"=\",\"value\":true},"
                    + "{\"element\":\"person.dibao\",\"op\":\"=\",\"value\":true},{\"element\":\"person.mobile\",\"op\":\"known\"}]}",
                    born("<=", 60) + " and chronic and dibao and mobile is not null"),
            new Shape("cDistrict", "000000", "{\"all\":[{\"element\":\"person.age\",\"op\":\"<\",\"value\":7},{\"element\":\"person.sex\",\"op\":\"=\",\"value\":\"1\"},"
                    + "{\"not\":{\"element\":\"person.ethnic\",\"op\":\"=\",\"value\":\"01\"}}]}", born(">", 7) + " and sex = '1' and ethnic <> '01'"),
            new Shape("dCity", "00000000", "{\"all\":[{\"element\":\"person.age\",\"op\":\">=\",\"value\":18},{\"element\":\"person.age\",\"op\":\"<\",\"value\":60},"
                    + "{\"element\":\"person.marital\",\"op\":\"in\",\"value\":[\"10\",\"40\"]},{\"element\":\"person.education\",\"op\":\"known\"},"
                    + "{\"element\":\"person.dibao\",\"op\":\"=\",\"value\":false}]}",
                    born("<=", 18) + " and " + born(">", 60) + " and marital in ('10', '40') and education is not null and not dibao"),
            new Shape("eBroad", "00000000", "{\"all\":[{\"any\":[{\"element\":\"person.age\",\"op\":\">=\",\"value\":60},{\"element\":\"person.chronic\",\"op\":\"=\",\"value\":true},"
                    + "{\"element\":\"person.age\",\"op\":\"<\",\"value\":16}]},{\"element\":\"person.ethnic\",\"op\":\"=\",\"value\":\"01\"}]}",
                    "(" + born("<=", 60) + " or chronic or " + born(">", 16) + ") and ethnic = '01'"));

    private static String born(String than, int years) {
        return "birth_date " + than + " to_char((now() at time zone 'Asia/Shanghai')::date - interval '" + years + " years', 'YYYYMMDD')::int";
    }

    private static final String ALIVE = " and merged_into is null and erased_at is null and death_date is null and not exists"
            + " (select from published.reported_dead d where d.home = p.home and d.subject = p.id)";

    private final MeasuredServer server;
    private final DrillBoard.Reader officer;
    private final AnswersBeside beside;
    private final List<Timed> timed = new ArrayList<>();
    private double taken;

    /** @param readers the first is of the city */
    CountAudience(MeasuredServer server, List<DrillBoard.Reader> readers, SubmitForm answering) {
        this.server = server;
        this.officer = readers.getFirst();
        this.beside = new AnswersBeside(answering, () -> count(officer.regions().getFirst(), "{\"element\":\"person.height\",\"op\":\"known\"}"));
    }

    /** Waits until counts are in memory, compares them with SQL, then begins the answering and the watching. */
    void begin() throws Exception {
        double began = System.nanoTime();
        server.awaitLogged("persons are counted in memory");
        for (Shape shape : SHAPES) {
            count(region(shape, new Random(0)), shape.criterion);
        }
        count(officer.regions().getFirst(), "{\"element\":\"person.height\",\"op\":\"known\"}");
        server.awaitLogged("counts in memory know");
        taken = (System.nanoTime() - began) / 1e9;
        Random random = new Random(1);
        try (Connection connection = server.superuser().connect()) {
            for (Shape shape : SHAPES) {
                for (int i = 0; i < CHECKED_EACH; i++) {
                    String region = region(shape, random);
                    long ours = count(region, shape.criterion);
                    long sql = sql(connection, shape, region);
                    if (ours != sql) {
                        throw new IOException("counted " + ours + " and not " + sql + " in " + region + ": " + shape.criterion);
                    }
                }
            }
        }
        beside.begin();
    }

    private String region(Shape shape, Random random) {
        List<String> some = officer.regions().stream().filter(code -> code.endsWith(shape.zeros) && (shape.zeros.length() > 6 || !code.endsWith(shape.zeros + "000"))).toList();
        return some.get(random.nextInt(some.size()));
    }

    private static long sql(Connection connection, Shape shape, String region) throws SQLException {
        try (PreparedStatement statement = prepare(connection, shape)) {
            return sql(statement, region);
        }
    }

    private static PreparedStatement prepare(Connection connection, Shape shape) throws SQLException {
        return connection.prepareStatement("select count(*) from resource.person p where resides_in between ? and ? and " + shape.sql + ALIVE);
    }

    private static long sql(PreparedStatement statement, String region) throws SQLException {
        RegionCode code = RegionCode.of(region);
        statement.setLong(1, code.first());
        statement.setLong(2, code.last());
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private long count(String region, String criterion) throws IOException {
        try (RawHttp http = new RawHttp(server.port())) {
            return count(http, region, criterion);
        }
    }

    private long count(RawHttp http, String region, String criterion) throws IOException {
        int status = http.exchange(RawHttp.post(server.port(), "/api/audience/count", officer.cookie(), "",
                "{\"criterion\":" + criterion + ",\"relation\":\"resides-in\",\"region\":\"" + region + "\"}"));
        if (status != 200) {
            throw new IOException("the count was refused: " + status + " " + http.body());
        }
        return JSON.readTree(http.body()).path("count").asLong();
    }

    @Override
    public String name() {
        return "count";
    }

    @Override
    public String limitName() {
        return "the same counts as one statement each by the driver";
    }

    /** Times of one client, by shape; those of warming up are thrown away. */
    private final class Timed {
        final long[][] nanos = new long[SHAPES.size()][1_024];
        final int[] count = new int[SHAPES.size()];
        int runs;

        void begin() {
            runs++;
            if (runs == 2) {
                Arrays.fill(count, 0);
            }
        }

        void add(int shape, long time) {
            if (count[shape] == nanos[shape].length) {
                nanos[shape] = Arrays.copyOf(nanos[shape], 2 * count[shape]);
            }
            nanos[shape][count[shape]++] = time;
        }
    }

    @Override
    public ClosedLoop.Client ours(int number) throws IOException {
        Timed times = new Timed();
        timed.add(times);
        return new HttpClientLoop(server) {
            private final Random random = new Random(number);

            @Override
            public void begin() throws IOException {
                super.begin();
                times.begin();
            }

            @Override
            public boolean once() throws IOException {
                beside.check();
                int shape = random.nextInt(SHAPES.size());
                String region = region(SHAPES.get(shape), random);
                long began = System.nanoTime();
                count(http, region, SHAPES.get(shape).criterion);
                times.add(shape, System.nanoTime() - began);
                return true;
            }
        };
    }

    @Override
    public ClosedLoop.Client limit(int number) throws SQLException, IOException {
        Connection connection = server.superuser().connect();
        List<PreparedStatement> statements = new ArrayList<>();
        for (Shape shape : SHAPES) {
            statements.add(prepare(connection, shape));
        }
        Random random = new Random(1_000 + number);
        return new ClosedLoop.Client() {
            @Override
            public boolean once() throws SQLException {
                int shape = random.nextInt(SHAPES.size());
                sql(statements.get(shape), region(SHAPES.get(shape), random));
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
        Map<String, Double> also = new LinkedHashMap<>();
        also.put("secondsUntilInMemory", taken);
        for (int shape = 0; shape < SHAPES.size(); shape++) {
            int at = shape;
            long[] all = timed.stream().flatMapToLong(one -> Arrays.stream(one.nanos[at], 0, one.count[at])).sorted().toArray();
            if (all.length > 0) {
                also.put(SHAPES.get(shape).name + "P50Millis", all[all.length / 2] / 1e6);
                also.put(SHAPES.get(shape).name + "P95Millis", all[(int) (all.length * 0.95)] / 1e6);
            }
        }
        also.putAll(beside.figures());
        return also;
    }

    @Override
    public void end() throws Exception {
        beside.end();
    }
}
