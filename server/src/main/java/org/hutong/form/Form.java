package org.hutong.form;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.hutong.audience.Audience;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.catalogue.Protection;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.form.FormDefinition;
import org.hutong.kernel.form.Question;
import org.hutong.manifest.Component;
import org.hutong.manifest.Manifest;
import org.hutong.manifest.PublishedManifest;
import tools.jackson.core.io.SerializedString;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * One form of a published version, made ready: what has to be read of a person to open it, and which of its questions follow from others.
 * The same object serves everybody, since it is two thirds of the work of opening a form.
 */
final class Form {
    private static final int MOST_WORDINGS = 500;
    private final PublishedManifest published;
    private final Component component;
    private final FormDefinition definition;
    private final Audience audience;
    private final Map<ElementPath, DataElement> elements;
    private final Set<String> restrictedTables;
    private final Map<String, ElementPath> sources;
    private final Map<String, List<String>> follows;
    private final Set<ElementPath> paths;
    private final RawValue codeLists;
    private final Wording asPublished;
    private final Cache<String, Wording> wordings = Caffeine.newBuilder().maximumSize(MOST_WORDINGS).expireAfterAccess(1, TimeUnit.HOURS).build();

    /**
     * The form as it is put to a person: as published, but for questions that would ask what follows from something else.
     *
     * @param json the form component
     * @param text the same, ready to be sent: encoded once
     */
    record Wording(FormDefinition definition, JsonNode json, RawValue text) {
    }

    Form(PublishedManifest published, Component component, Audience audience, Catalogue catalogue) {
        this.published = published;
        this.component = component;
        this.definition = FormDefinition.stored(component.config());
        this.audience = audience;
        this.elements = elements(definition, catalogue);
        this.restrictedTables = definition.questions().stream().filter(question -> question.columns().stream()
                .flatMap(column -> column.element().flatMap(path -> catalogue.element(path.element())).stream())
                .anyMatch(element -> element.protection() == Protection.RESTRICTED)).map(Question::id).collect(Collectors.toSet());
        this.sources = sources(definition, elements, catalogue);
        this.follows = follows(definition, elements, sources, catalogue);
        this.paths = wanted();
        this.codeLists = codeLists(definition, catalogue);
        this.asPublished = new Wording(definition, component.config(), ready(component.config()));
    }

    UUID application() {
        return published.application();
    }

    int version() {
        return published.version();
    }

    /** Id within the application. */
    String id() {
        return component.id();
    }

    Manifest manifest() {
        return published.manifest();
    }

    Instant publishedAt() {
        return published.publishedAt();
    }

    Component component() {
        return component;
    }

    FormDefinition definition() {
        return definition;
    }

    Audience audience() {
        return audience;
    }

    /** Everything that has to be read of a person to open the form and to say whether it is for that person. */
    Set<ElementPath> paths() {
        return paths;
    }

    private Set<ElementPath> wanted() {
        Set<ElementPath> all = new HashSet<>(elements.keySet());
        all.addAll(sources.values());
        all.addAll(audience.needs());
        definition.elementsInRules().forEach(element -> all.add(new ElementPath("", element)));
        return Set.copyOf(all);
    }

    /** The code lists of its questions as a JSON object, by code. */
    RawValue codeLists() {
        return codeLists;
    }

    /** A table is restricted as a whole when a column is. */
    Protection protection(Question question) {
        return restrictedTables.contains(question.id()) ? Protection.RESTRICTED : element(question).map(DataElement::protection).orElse(Protection.OPEN);
    }

    /** The element a question fills, with its path; empty for questions of this application only. */
    Optional<DataElement> element(Question question) {
        return question.element().map(elements::get);
    }

    /** What a question that is always worked out is asked as, when it cannot be: the birth date for the age. */
    Optional<ElementPath> source(Question question) {
        return Optional.ofNullable(sources.get(question.id()));
    }

    /** The questions of this form from each of which the answer to one would follow. */
    List<String> followsFrom(String question) {
        return follows.getOrDefault(question, List.of());
    }

    boolean hasRulesOverFacts() {
        return definition.hasRulesOverFacts();
    }

    Wording asPublished() {
        return asPublished;
    }

    /**
     * The form as put to a person of whom some things are not known.
     *
     * @param asSource questions asked as what they follow from
     * @param unlessAnswered questions shown only as long as none of others is answered
     */
    Wording wording(Set<String> asSource, Map<String, List<String>> unlessAnswered, Catalogue catalogue) {
        if (asSource.isEmpty() && unlessAnswered.isEmpty()) {
            return asPublished;
        }
        return wordings.get(asSource + " " + unlessAnswered, key -> reword(asSource, unlessAnswered, catalogue));
    }

    private Wording reword(Set<String> asSource, Map<String, List<String>> unlessAnswered, Catalogue catalogue) {
        JsonNode copy = component.config().deepCopy();
        for (JsonNode page : copy.path("pages")) {
            for (JsonNode node : page.path("questions")) {
                ObjectNode question = node.asObject();
                String id = question.path("id").asString("");
                if (asSource.contains(id)) {
                    askAs(question, sources.get(id), catalogue);
                }
                if (unlessAnswered.containsKey(id)) {
                    showUnlessAnswered(question, unlessAnswered.get(id));
                }
            }
        }
        // Rules of the form and what follows from what could go round in a circle; then the form is better put as it was published.
        return FormDefinition.read(copy) instanceof FormDefinition reworded ? new Wording(reworded, copy, ready(copy)) : asPublished;
    }

    private static void askAs(ObjectNode question, ElementPath source, Catalogue catalogue) {
        DataElement element = catalogue.element(source.element()).orElseThrow();
        question.remove(List.of("min", "max", "maxLength", "pattern", "unit", "options", "codeList", "constraints", "hint"));
        question.put("element", source.plain()).put("kind", element.kind().json());
        question.putObject("label").put("zh", element.name().zh()).put("en", element.name().en());
        if (element.codeList() != null) {
            question.put("codeList", element.codeList());
        }
    }

    private static void showUnlessAnswered(ObjectNode question, List<String> others) {
        JsonNode visible = question.get("visible");
        var all = question.putObject("visible").putArray("all");
        if (visible != null) {
            all.add(visible);
        }
        others.forEach(other -> all.addObject().put("answer", other).put("op", "unknown"));
    }

    private static Map<ElementPath, DataElement> elements(FormDefinition definition, Catalogue catalogue) {
        Map<ElementPath, DataElement> elements = new LinkedHashMap<>();
        for (Question question : definition.questions()) {
            question.element().ifPresent(path -> catalogue.element(path.element()).ifPresent(element -> elements.put(path, element)));
        }
        return Collections.unmodifiableMap(elements);
    }

    private static Map<String, ElementPath> sources(FormDefinition definition, Map<ElementPath, DataElement> elements, Catalogue catalogue) {
        Map<String, ElementPath> sources = new LinkedHashMap<>();
        for (Question question : definition.questions()) {
            question.element().map(elements::get).filter(DataElement::virtual).ifPresent(element ->
                    stored(element, catalogue).ifPresent(source -> sources.put(question.id(), new ElementPath(question.element().get().link(), source, question.element().get().household()))));
        }
        return sources;
    }

    /** The nearest element that can be stored and from which this one follows. */
    static Optional<ElementCode> stored(DataElement element, Catalogue catalogue) {
        for (ElementCode code : element.derivedFrom()) {
            Optional<DataElement> source = catalogue.element(code);
            Optional<ElementCode> found = source.filter(DataElement::virtual).isPresent() ? stored(source.get(), catalogue)
                    : source.map(DataElement::code);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** By question, the questions that ask for the same or for something it follows from; none where that would go round in a circle. */
    private static Map<String, List<String>> follows(FormDefinition definition, Map<ElementPath, DataElement> elements, Map<String, ElementPath> sources,
            Catalogue catalogue) {
        Map<String, List<String>> follows = new LinkedHashMap<>();
        List<Question> bound = definition.questions().stream()
                .filter(question -> question.reuse() == Question.Reuse.HELD && question.element().map(elements::containsKey).orElse(false)).toList();
        for (int i = 0; i < bound.size(); i++) {
            ElementPath wanted = asked(bound.get(i), sources);
            Set<ElementCode> from = closure(wanted.element(), catalogue, new LinkedHashSet<>());
            List<String> others = new ArrayList<>();
            for (int j = 0; j < bound.size(); j++) {
                ElementPath other = asked(bound.get(j), sources);
                boolean same = j < i && other.equals(wanted);
                if (other.link().equals(wanted.link()) && other.household().equals(wanted.household()) && (same || i != j && from.contains(other.element())) && !dependsOn(definition, bound.get(j), bound.get(i))) {
                    others.add(bound.get(j).id());
                }
            }
            if (!others.isEmpty()) {
                follows.put(bound.get(i).id(), List.copyOf(others));
            }
        }
        return follows;
    }

    private static ElementPath asked(Question question, Map<String, ElementPath> sources) {
        return sources.getOrDefault(question.id(), question.element().orElseThrow());
    }

    private static Set<ElementCode> closure(ElementCode element, Catalogue catalogue, Set<ElementCode> into) {
        catalogue.element(element).ifPresent(found -> found.derivedFrom().forEach(source -> {
            if (into.add(source)) {
                closure(source, catalogue, into);
            }
        }));
        return into;
    }

    /** Whether a question's visibility depends, over any number of steps, on another question. */
    private static boolean dependsOn(FormDefinition definition, Question question, Question other) {
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(List.of(question.id()));
        while (!open.isEmpty()) {
            String id = open.removeLast();
            if (id.equals(other.id())) {
                return true;
            }
            if (seen.add(id)) {
                definition.question(id).ifPresent(next -> open.addAll(definition.asks(next)));
            }
        }
        return false;
    }

    private static RawValue codeLists(FormDefinition definition, Catalogue catalogue) {
        ObjectNode lists = JsonMapper.shared().createObjectNode();
        List<Question> all = definition.questions().stream().flatMap(question -> Stream.concat(Stream.of(question), question.columns().stream())).toList();
        for (Question question : all) {
            question.codeList().flatMap(catalogue::codeList).filter(list -> !lists.has(list.code())).ifPresent(list -> {
                ObjectNode json = lists.putObject(list.code());
                json.put("code", list.code()).putObject("name").put("zh", list.name().zh()).put("en", list.name().en());
                var items = json.putArray("items");
                list.items().forEach(item -> {
                    ObjectNode one = items.addObject().put("code", item.code());
                    one.putObject("name").put("zh", item.name().zh()).put("en", item.name().en());
                    if (item.retired()) {
                        one.put("retired", true);
                    }
                });
            });
        }
        return ready(lists);
    }

    /** JSON that is sent many times: its bytes are made once. */
    private static RawValue ready(JsonNode json) {
        return new RawValue(new SerializedString(json.toString()));
    }
}
