package org.hutong.catalogue.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.hutong.catalogue.DataElement;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.ValueKind;

/** What the matcher knows: wordings, rules and words for people. */
public final class Vocabulary {
    private static final String FOLDER = "/catalogue/match/";

    /** Meanings by wording; several where a wording is used for several things. */
    private final Map<String, Set<String>> wordings;
    /** Elements by their own names, which outrank what else a wording was seen for. */
    private final Map<String, String> names;
    /** Codes of the elements whose values are a yes or a no. */
    private final Set<String> yesNo;
    private final List<Rule> rules;
    private final List<People> people;

    /** @param sure whether such a wording hardly ever means anything else */
    record Rule(String meaning, Pattern pattern, boolean sure) {
    }

    /** @param path the kind of link from whoever the form is about, empty for that person */
    record People(String word, String path) {
    }

    private Vocabulary(Map<String, Set<String>> wordings, Map<String, String> names, Set<String> yesNo, List<Rule> rules, List<People> people) {
        this.wordings = wordings;
        this.names = names;
        this.yesNo = yesNo;
        this.rules = rules;
        this.people = people;
    }

    /** The shipped one, with the names of the elements and the wordings seen for them; what is retired is no answer. */
    public static Vocabulary shipped(Collection<DataElement> all) {
        List<DataElement> elements = all.stream().filter(element -> !element.retired()).toList();
        Map<String, Set<String>> wordings = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (DataElement element : elements) {
            names.putIfAbsent(Wording.of(element.name().zh()).main(), element.code().code());
            add(wordings, element.code().code(), element.name().zh());
            element.seenAs().forEach(wording -> add(wordings, element.code().code(), wording));
        }
        for (String[] line : lines("wordings.tsv", 2)) {
            for (String wording : line[1].split("\\|")) {
                add(wordings, line[0], wording);
            }
        }
        List<Rule> rules = lines("rules.tsv", 3).stream().map(line -> new Rule(line[0], Pattern.compile(line[1]), line[2].equals("1"))).toList();
        List<People> people = lines("people.tsv", 2).stream()
                .flatMap(line -> List.of(line[1].split("\\|")).stream().map(word -> new People(word, line[0])))
                .sorted(Comparator.comparingInt((People one) -> -one.word.length())).toList();
        Set<String> yesNo = elements.stream().filter(element -> element.kind() == ValueKind.YES_NO).map(element -> element.code().code()).collect(Collectors.toSet());
        return new Vocabulary(wordings, names, yesNo, rules, people);
    }

    private static void add(Map<String, Set<String>> wordings, String meaning, String wording) {
        wordings.computeIfAbsent(Wording.of(wording).main(), _ -> new LinkedHashSet<>()).add(meaning);
    }

    /**
     * Without some wordings, as if nobody had ever seen them: for measuring how it does on a form it does not know. Names of elements stay, whatever
     * stands on a form; a wording of several meanings keeps the one it is the name of.
     *
     * @param heads as on the form
     */
    public Vocabulary without(Collection<String> heads) {
        Map<String, Set<String>> left = new LinkedHashMap<>(wordings);
        heads.stream().map(head -> Wording.of(head).main()).forEach(main -> {
            left.remove(main);
            if (names.containsKey(main)) {
                left.put(main, Set.of(names.get(main)));
            }
        });
        return new Vocabulary(left, names, yesNo, rules, people);
    }

    /** With wordings seen on other forms. */
    public Vocabulary with(Map<String, Meaning> seen) {
        Map<String, Set<String>> more = new LinkedHashMap<>();
        wordings.forEach((wording, meanings) -> more.put(wording, new LinkedHashSet<>(meanings)));
        seen.forEach((head, meaning) -> add(more, meaning.written(), head));
        return new Vocabulary(more, names, yesNo, rules, people);
    }

    boolean yesNo(ElementCode element) {
        return yesNo.contains(element.code());
    }

    /** Of several the likeliest first. */
    Set<String> meanings(String wording) {
        Set<String> meanings = wordings.getOrDefault(wording, Set.of());
        String own = names.get(wording);
        return own != null && meanings.contains(own) ? Set.of(own) : meanings;
    }

    Map<String, Set<String>> wordings() {
        return wordings;
    }

    List<Rule> rules() {
        return rules;
    }

    List<People> people() {
        return people;
    }

    private static List<String[]> lines(String name, int columns) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Vocabulary.class.getResourceAsStream(FOLDER + name), name), StandardCharsets.UTF_8))) {
            List<String[]> lines = new ArrayList<>();
            int number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] parts = line.split("\t", -1);
                    if (parts.length != columns) {
                        throw new IllegalStateException(name + ", line " + number + ": " + columns + " columns wanted");
                    }
                    lines.add(parts);
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
