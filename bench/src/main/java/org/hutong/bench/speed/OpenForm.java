package org.hutong.bench.speed;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.hutong.catalogue.DataElement;
import org.hutong.postgres.Login;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The path "open": one person's thirty elements with provenance and the definition of the form, as JSON. */
final class OpenForm implements MeasuredPath {
    private final MeasuredServer server;
    private final Setting setting;
    private final List<SignedIn> people;

    OpenForm(MeasuredServer server, Setting setting, List<SignedIn> people) {
        this.server = server;
        this.setting = setting;
        this.people = people;
    }

    @Override
    public String name() {
        return "open";
    }

    @Override
    public String limitName() {
        return "one row of 30 elements with provenance by the driver, definition cached";
    }

    private String path() {
        return "/api/resident/forms/" + setting.application() + "/" + Setting.OPEN;
    }

    @Override
    public ClosedLoop.Client ours(int number) throws IOException {
        return new HttpClientLoop(server) {
            private final Random random = new Random(number);
            private boolean checked;

            @Override
            public boolean once() throws IOException {
                SignedIn one = people.get(random.nextInt(people.size()));
                int status = http.exchange(RawHttp.get(server.port(), path(), one.cookie()));
                if (status != 200) {
                    throw new IOException("opening was refused: " + status + " " + http.body());
                }
                if (!checked) {
                    check(http.body());
                    checked = true;
                }
                return true;
            }
        };
    }

    /** That what is measured is the whole work. */
    private static void check(String body) throws IOException {
        JsonNode form = JsonMapper.shared().readTree(body);
        int questions = form.path("definition").path("pages").path(0).path("questions").size();
        long known = form.path("states").properties().stream().filter(state -> state.getValue().has("source")).count();
        if (questions != Setting.THIRTY.size() || form.path("states").size() != questions || known < 5) {
            throw new IOException("not a form with " + Setting.THIRTY.size() + " questions and provenance: " + body);
        }
    }

    @Override
    public ClosedLoop.Client limit(int number) throws SQLException, IOException {
        Login app = server.app();
        Connection connection = app.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("select set_config('hutong.actor', 'background', false)");
        }
        String columns = Setting.THIRTY.stream().map(DataElement::column).map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
        PreparedStatement read = connection.prepareStatement("select home, id, dek, prov, resides_in, registered_in, works_in, " + columns
                + " from resource.person where home = ? and id = ?");
        Random random = new Random(1_000 + number);
        return new ClosedLoop.Client() {
            @Override
            public boolean once() throws SQLException, IOException {
                SignedIn one = people.get(random.nextInt(people.size()));
                read.setInt(1, one.home());
                read.setObject(2, one.person());
                try (ResultSet row = read.executeQuery()) {
                    if (!row.next()) {
                        throw new IOException("the driver does not find " + one.person());
                    }
                    int width = row.getMetaData().getColumnCount();
                    for (int i = 1; i <= width; i++) {
                        row.getObject(i);
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
}
