package org.hutong.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

import org.hutong.access.RecordedPhoneMessages;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.Invented;
import org.hutong.app.testing.ServerTest;
import org.hutong.app.testing.TestDatabase;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.catalogue.Protection;
import org.hutong.form.FormScene;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.ValueKind;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;

/**
 * A resident signs in and answers a form that asks for every encrypted element, with values that occur nowhere else. Afterwards those
 * values are looked for in the log, in every address, in the published views, in every row of every table and in every file of the
 * database, and must not be found. Each place has a control: a value that may lie there plainly is found by the same search.
 */
@ServerTest
class MarkerTest {
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    @Autowired
    private FormScene scene;
    @Autowired
    private SignIns signIns;
    @Autowired
    private RecordedPhoneMessages phones;
    @Autowired
    private Catalogue catalogue;
    @Autowired
    private TestDatabase database;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<String> addresses = new ArrayList<>();
    private final String plain = "和平桥路" + digits(9) + "号";
    private final String name = Invented.name() + "标记";

    @BeforeEach
    void listen() {
        log.start();
        ROOT.addAppender(log);
    }

    @AfterEach
    void stopListening() {
        ROOT.detachAppender(log);
    }

    private static String digits(int n) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < n; i++) {
            digits.append((char) ('1' + ThreadLocalRandom.current().nextInt(9)));
        }
        return digits.toString();
    }

    private static String marker(DataElement element) {
        return switch (element.kind()) {
            case ID_NUMBER -> Invented.idNumber(LocalDate.of(1951, 2, 3));
            case PHONE -> Invented.phone();
            default -> "M" + digits(17);
        };
    }

    private List<DataElement> encrypted() {
        return catalogue.elements().stream().filter(element -> element.protection() == Protection.ENCRYPTED && !element.retired()
                && element.derivedFrom().isEmpty()).toList();
    }

    /** Values that were submitted, by question. */
    private Map<String, String> liveThroughIt() {
        Map<String, String> markers = new LinkedHashMap<>();
        List<String> questions = new ArrayList<>(List.of(FormScene.question("address", "'kind':'text','element':'person.address','required':true")));
        int n = 0;
        for (DataElement element : encrypted()) {
            String id = "q" + ++n;
            markers.put(id, marker(element));
            questions.add(FormScene.question(id, "'kind':'" + json(element.kind()) + "','element':'" + element.code() + "','required':true"));
        }
        Published survey = scene.publish(questions.toArray(String[]::new));
        String phone = Invented.phone();
        String idNumber = Invented.idNumber(LocalDate.of(1951, 2, 3));
        markers.put("signed in with phone", phone);
        markers.put("signed in with number", idNumber);

        Browser resident = signIns.nobody();
        call(resident, "POST", "/api/resident/codes", Map.of("phone", phone));
        call(resident, "POST", "/api/resident/session", Map.of("idNumber", idNumber, "name", name, "phone", phone, "code", "000000"));
        Reply signedIn = call(resident, "POST", "/api/resident/session",
                Map.of("idNumber", idNumber, "name", name, "phone", phone, "code", phones.codeOf(phone), "region", "320613002001"));
        assertThat(signedIn.status()).as(signedIn.toString()).isEqualTo(200);

        Map<String, Object> answers = new LinkedHashMap<>(Map.of("address", plain));
        answers.putAll(markers);
        answers.keySet().removeIf(id -> id.startsWith("signed"));
        Reply opened = call(resident, "GET", survey.form(), null);
        assertThat(opened.status()).as(opened.toString()).isEqualTo(200);
        Map<String, Object> body = FormScene.body(opened.json(), answers);
        call(resident, "PUT", survey.form() + "/draft", Map.of("version", opened.json().path("version").asInt(), "answers", answers));
        wrongly(resident, survey, answers, body);
        Reply receipt = scene.submit(resident, survey, UUID.randomUUID(), body);
        assertThat(receipt.status()).as(receipt.toString()).isEqualTo(201);
        assertThat(receipt.json().path("written").size()).isEqualTo(answers.size());
        for (String look : new String[] {"/api/resident/home", "/api/resident/submissions", "/api/resident/data", "/api/resident/data/sheet?format=csv",
            "/api/resident/session", survey.form()}) {
            call(resident, "GET", look, null);
        }
        Browser officer = signIns.as(survey.owner());
        call(officer, "GET", "/api/people?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8), null);
        call(officer, "GET", "/api/applications/" + survey.application() + "/submissions", null);
        return markers;
    }

    /** The ways in which an answer is refused, each of which might quote it. */
    private void wrongly(Browser resident, Published survey, Map<String, Object> answers, Map<String, Object> body) {
        Map<String, Object> wrong = new LinkedHashMap<>(body);
        Map<String, Object> wrongAnswers = new LinkedHashMap<>();
        answers.forEach((id, value) -> wrongAnswers.put(id, List.of(value)));
        wrong.put("answers", wrongAnswers);
        assertThat(scene.submit(resident, survey, UUID.randomUUID(), wrong).status()).isBetween(400, 499);
        wrong.put("answers", answers.toString());
        assertThat(scene.submit(resident, survey, UUID.randomUUID(), wrong).status()).isBetween(400, 499);
        wrong.put("answers", answers);
        wrong.put("version", 99);
        assertThat(scene.submit(resident, survey, UUID.randomUUID(), wrong).status()).isBetween(400, 499);
        resident.post(survey.form() + "/submissions", "{\"answers\": {\"q1\": \"" + answers.get("q1") + "\"");
    }

    private Reply call(Browser browser, String method, String path, Object body) {
        addresses.add(path);
        Reply reply = browser.send(method, path, body, Map.of());
        reply.response().headers().map().forEach((header, values) -> addresses.add(header + ": " + values));
        return reply;
    }

    private static String json(ValueKind kind) {
        return switch (kind) {
            case ID_NUMBER -> "idNumber";
            case PHONE -> "phone";
            default -> "text";
        };
    }

    @Test
    void noEncryptedValueLiesAnywhereInTheOpen() throws IOException {
        Map<String, String> markers = liveThroughIt();
        assertThat(markers).hasSizeGreaterThan(10);
        LoggerFactory.getLogger(MarkerTest.class).info("control {}", plain);

        assertThat(found(markers, logged())).as("in the log").isEmpty();
        assertThat(logged()).as("control: the log was heard").anyMatch(line -> line.contains(plain));
        assertThat(found(markers, addresses)).as("in addresses and headers").isEmpty();

        List<String> published = rows("published");
        assertThat(found(markers, published)).as("in published views").isEmpty();

        List<String> rows = rows(null);
        assertThat(found(markers, rows)).as("in rows of tables").isEmpty();
        assertThat(rows).as("control: rows were read").anyMatch(row -> row.contains(plain));

        database.everything().execute("checkpoint");
        Path files = Path.of(database.everything().fetchValue("show data_directory").toString()).getParent();
        List<String> wanted = new ArrayList<>();
        markers.values().forEach(marker -> wanted.addAll(disguises(marker)));
        assertThat(scan(files, wanted)).as("in the files of the database").isEmpty();
        assertThat(scan(files, List.of(plain))).as("control: tables and write-ahead log were read").anyMatch(found -> found.contains("/base/"))
                .anyMatch(found -> found.contains("/pg_wal/"));
    }

    @Test
    void noPublishedViewHasAnEncryptedColumn() {
        List<String> columns = encrypted().stream().map(DataElement::column).toList();
        List<String> open = new ArrayList<>();
        for (Record column : database.everything().fetch("select table_name, column_name from information_schema.columns where table_schema = 'published'")) {
            String name = column.get(1, String.class);
            if (columns.contains(name) || name.endsWith("_bx") || name.equals("dek")) {
                open.add(column.get(0) + "." + name);
            }
        }
        assertThat(open).isEmpty();
    }

    private List<String> logged() {
        List<String> lines = new ArrayList<>();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            lines.add(event.getFormattedMessage() + " " + Arrays.toString(event.getArgumentArray()) + " " + event.getMDCPropertyMap());
            for (IThrowableProxy thrown = event.getThrowableProxy(); thrown != null; thrown = thrown.getCause()) {
                lines.add(thrown.getMessage() == null ? "" : thrown.getMessage());
            }
            assertThat(event.getLevel()).as("something broke: " + event.getFormattedMessage()).isNotEqualTo(Level.ERROR);
        }
        return lines;
    }

    private static List<String> found(Map<String, String> markers, List<String> texts) {
        List<String> found = new ArrayList<>();
        markers.forEach((what, marker) -> texts.stream().filter(text -> disguises(marker).stream().anyMatch(text::contains))
                .forEach(text -> found.add(what + " in " + text.substring(0, Math.min(300, text.length())))));
        return found;
    }

    /** Every row of every table and view, as text: this also undoes PostgreSQL's compression, which a search of files cannot. */
    private List<String> rows(String schema) {
        DSLContext all = database.everything();
        List<String> rows = new ArrayList<>();
        TreeSet<String> tables = new TreeSet<>();
        all.fetch("select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')"
                + " union select quote_ident(schemaname) || '.' || quote_ident(viewname) from pg_views where schemaname not in ('pg_catalog', 'information_schema')")
                .forEach(row -> tables.add(row.get(0, String.class)));
        for (String table : tables) {
            if (schema == null || table.startsWith(schema + ".")) {
                all.fetch("select t::text from " + table + " t").forEach(row -> rows.add(table + " " + row.get(0)));
            }
        }
        return rows;
    }

    /** The value as it is, and as a careless encoding would write it. */
    private static List<String> disguises(String value) {
        List<String> disguises = new ArrayList<>(List.of(value, HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8)),
                new StringBuilder(value).reverse().toString()));
        for (int shift = 0; shift < 3; shift++) {
            String encoded = Base64.getEncoder().withoutPadding().encodeToString((" ".repeat(shift) + value).getBytes(StandardCharsets.UTF_8));
            disguises.add(encoded.substring(shift == 0 ? 0 : 4, encoded.length() - 3));
        }
        return disguises;
    }

    private static List<String> scan(Path directory, List<String> wanted) throws IOException {
        List<String> found = new ArrayList<>();
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (String text : wanted) {
                    if (content.contains(new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))) {
                        found.add(file + " " + text);
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        return found;
    }
}
