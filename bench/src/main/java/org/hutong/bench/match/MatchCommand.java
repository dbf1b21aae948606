package org.hutong.bench.match;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.catalogue.Shipped;
import org.hutong.catalogue.match.ColumnMatcher;
import org.hutong.catalogue.match.Match;
import org.hutong.catalogue.match.Meaning;
import org.hutong.catalogue.match.Vocabulary;

import org.hutong.postgres.EmbeddedPostgres;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code ./hutong match FILE}: which data element each column of a foreign table means. */
@Command(name = "match", description = "Say which data element each column of a foreign table means.", mixinStandardHelpOptions = true)
public final class MatchCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Parameters(index = "0", paramLabel = "FILE", description = "a workbook (.xlsx), a CSV, or a column file (form_id, form, subject, column[, element], tab-separated)")
    private Path file;
    @Option(names = "--json", description = "as JSON instead of a table")
    private boolean json;
    @Option(names = "--leave-one-form-out", description = "of a column file with elements: match each form as if none of its wordings had been seen")
    private boolean leaveOneOut;
    @Option(names = "--corrections", paramLabel = "FILE", description = "wording and element, tab-separated, as officers have corrected; outranks everything else")
    private Path corrections;

    @Option(names = "--data", paramLabel = "DIR", description = "the data directory of the running town whose elements and wordings count (.hutong/data); without one what ships counts")
    private Path data = Path.of(System.getProperty("hutong.root", "."), ".hutong", "data");

    private List<DataElement> elements = Shipped.read().elements();

    /** What a form came to. */
    private record Matched(ForeignForm form, List<Match> matches) {
    }

    @Override
    public Integer call() {
        try {
            if (!leaveOneOut) {
                elements = running(data).orElse(elements);
            }
            Map<String, Meaning> corrected = corrections == null ? Map.of() : corrections(corrections);
            Vocabulary vocabulary = Vocabulary.shipped(elements);
            List<ForeignForm> forms = new ForeignFile(new ColumnMatcher(vocabulary, corrected)).read(file);
            if (leaveOneOut && forms.stream().anyMatch(form -> form.truth().isEmpty())) {
                throw new IOException("--leave-one-form-out needs a column file that says what each column means");
            }
            List<Matched> matched = match(vocabulary, forms, leaveOneOut, corrected);
            System.out.println(json ? json(matched) : table(matched));
            return 0;
        } catch (IOException e) {
            System.err.println("hutong match: " + e.getMessage());
            return 2;
        }
    }

    /** The elements of the town that runs on a data directory, with what its stewards have changed. */
    static Optional<List<DataElement>> running(Path data) {
        return EmbeddedPostgres.running(data.toAbsolutePath().resolve("postgres")).map(login -> {
            try (Connection connection = login.connect()) {
                return Catalogue.elements(DSL.using(connection, SQLDialect.POSTGRES));
            } catch (SQLException | DataAccessException e) {
                System.err.println("hutong match: the catalogue in " + data + " cannot be read, what ships counts: " + e.getMessage());
                return null;
            }
        });
    }

    private List<Matched> match(Vocabulary vocabulary, List<ForeignForm> forms, boolean leaveOut, Map<String, Meaning> corrected) {
        return forms.stream().map(form -> new Matched(form, new ColumnMatcher(leaveOut ? withoutForm(vocabulary, forms, form) : vocabulary, corrected)
                .match(form.about(), form.columns()))).toList();
    }

    /**
     * How it does on forms of which the truth is known.
     *
     * @param sure of all columns those not marked as doubtful
     */
    record Rating(int columns, int right, int sure, int sureRight) {

        double share() {
            return (double) right / columns;
        }

        double coverage() {
            return (double) sure / columns;
        }

        double precision() {
            return sure == 0 ? 1 : (double) sureRight / sure;
        }
    }

    /** Rates the forms of a column file. */
    Rating rate(Path columns, boolean leaveOut) throws IOException {
        Vocabulary vocabulary = Vocabulary.shipped(elements);
        return rating(match(vocabulary, new ForeignFile(new ColumnMatcher(vocabulary, Map.of())).read(columns), leaveOut, Map.of()));
    }

    private Rating rating(List<Matched> all) {
        int columns = 0;
        int right = 0;
        int sure = 0;
        int sureRight = 0;
        for (Matched one : all) {
            for (int i = 0; i < one.matches.size(); i++) {
                Match match = one.matches.get(i);
                boolean good = !one.form.truth().isEmpty() && truth(one.form.truth().get(i)).equals(match.meaning().written());
                columns++;
                right += good ? 1 : 0;
                sure += match.doubtful() ? 0 : 1;
                sureRight += good && !match.doubtful() ? 1 : 0;
            }
        }
        return new Rating(columns, right, sure, sureRight);
    }

    private static Map<String, Meaning> corrections(Path file) throws IOException {
        Map<String, Meaning> corrections = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String[] parts = lines.get(i).split("\t", -1);
            if (lines.get(i).isBlank() || lines.get(i).startsWith("#")) {
                continue;
            }
            try {
                corrections.put(parts[0], Meaning.of(meaning(parts[1])));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new IOException(file + ", line " + (i + 1) + ": a wording, a tab and an element are wanted", e);
            }
        }
        return corrections;
    }

    /**
     * What would be known had the form never been seen: no wording of it that stands on no other form, wherever it is written down, except names of elements.
     */
    private Vocabulary withoutForm(Vocabulary vocabulary, List<ForeignForm> forms, ForeignForm left) {
        Map<String, Meaning> elsewhere = new HashMap<>();
        forms.stream().filter(form -> form != left).forEach(form -> {
            for (int i = 0; i < form.columns().size(); i++) {
                elsewhere.put(form.columns().get(i).head(), Meaning.of(truth(form.truth().get(i))));
            }
        });
        return vocabulary.without(left.columns().stream().map(ColumnMatcher.Column::head).toList()).with(elsewhere);
    }

    /** Three kinds are told apart: an element of the catalogue, what belongs to the transaction, and what would be a new element. */
    private String truth(String said) {
        String meaning = meaning(said);
        if (meaning.startsWith("(")) {
            return meaning;
        }
        String element = meaning.substring(meaning.indexOf('/') + 1);
        return codes().contains(element) ? meaning : "(new)";
    }

    private static String meaning(String said) {
        return switch (said) {
            case "(application)", "(officer)", "(system)" -> "(transaction)";
            default -> said;
        };
    }

    private Set<String> codes() {
        return elements.stream().map(element -> element.code().code()).collect(Collectors.toCollection(HashSet::new));
    }

    private String table(List<Matched> all) {
        StringBuilder text = new StringBuilder();
        for (Matched one : all) {
            text.append(String.format("%n%s %s%n", one.form.id(), one.form.title()));
            boolean judged = !one.form.truth().isEmpty();
            for (int i = 0; i < one.matches.size(); i++) {
                Match match = one.matches.get(i);
                String truth = judged ? truth(one.form.truth().get(i)) : "";
                boolean good = judged && truth.equals(match.meaning().written());
                text.append("  ").append(padded(match.head(), 36)).append(padded(match.meaning().written(), 36))
                        .append(String.format(Locale.ROOT, "%3.0f %% %s %-20s", 100 * match.confidence(), match.doubtful() ? "?" : " ",
                                match.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ')))
                        .append(!judged || good ? "" : "  wrong: " + truth).append(System.lineSeparator());
            }
        }
        Rating rating = rating(all);
        int columns = rating.columns();
        text.append(String.format(Locale.ROOT, "%n%d columns, %d of them doubtful (%.1f %%)%n", columns, columns - rating.sure(), 100 - 100 * rating.coverage()));
        if (all.stream().noneMatch(one -> one.form.truth().isEmpty())) {
            text.append(String.format(Locale.ROOT, "right %d (%.1f %%), wrong %d (%.1f %%)%n", rating.right(), 100 * rating.share(), columns - rating.right(),
                    100 - 100 * rating.share()));
            text.append(String.format(Locale.ROOT, "not marked doubtful: %.1f %% of all, of these right %.1f %%%n", 100 * rating.coverage(), 100 * rating.precision()));
        }
        return text.toString().stripTrailing();
    }

    /** Chinese characters are two columns wide in a terminal. */
    private static String padded(String text, int width) {
        int taken = text.codePoints().map(c -> c > 0x2E7F && c < 0xFF61 || c >= 0xFFE0 && c <= 0xFFE6 || c > 0xFFFF ? 2 : 1).sum();
        return text + " ".repeat(Math.max(1, width - taken));
    }

    private String json(List<Matched> all) {
        ArrayNode forms = JSON.createArrayNode();
        for (Matched one : all) {
            ObjectNode form = forms.addObject().put("form", one.form.id()).put("title", one.form.title());
            ArrayNode columns = form.putArray("columns");
            for (int i = 0; i < one.matches.size(); i++) {
                Match match = one.matches.get(i);
                ObjectNode column = columns.addObject().put("head", match.head()).put("element", match.meaning().written())
                        .put("confidence", Math.round(100 * match.confidence()) / 100.0).put("doubtful", match.doubtful())
                        .put("reason", match.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
                if (!one.form.truth().isEmpty()) {
                    String truth = truth(one.form.truth().get(i));
                    column.put("truth", truth).put("right", truth.equals(match.meaning().written()));
                }
            }
        }
        return forms.toPrettyString();
    }
}
