package org.hutong.kernel.form;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hutong.kernel.Criteria;
import org.hutong.kernel.Criterion;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Localised;

import tools.jackson.databind.JsonNode;

/**
 * A form as published: pages of questions, with the order in which their relevance follows from each other. There is no cycle in it,
 * since {@link #read} refuses those.
 */
public final class FormDefinition implements FormOrFaults {
    private final String id;
    private final boolean askKnown;
    private final List<Page> pages;
    private final Map<String, Question> questions;
    private final List<Question> evaluationOrder;

    /** Some questions shown together. */
    public record Page(String id, Localised title, List<Question> questions) {
        public Page {
            questions = List.copyOf(questions);
        }
    }

    private FormDefinition(String id, boolean askKnown, List<Page> pages, List<Question> evaluationOrder) {
        this.id = id;
        this.askKnown = askKnown;
        this.pages = List.copyOf(pages);
        Map<String, Question> byId = new LinkedHashMap<>();
        pages.forEach(page -> page.questions().forEach(question -> byId.put(question.id(), question)));
        this.questions = Collections.unmodifiableMap(byId);
        this.evaluationOrder = List.copyOf(evaluationOrder);
    }

    /** Reads the form component of a manifest and refuses what could not be evaluated, cycles among it. */
    public static FormOrFaults read(JsonNode component) {
        FormReader reader = new FormReader();
        List<Page> pages = reader.pages(component);
        if (!reader.faults().isEmpty()) {
            return new FormFaults(reader.faults());
        }
        List<Question> all = pages.stream().flatMap(page -> page.questions().stream()).toList();
        List<Question> order = new ArrayList<>();
        List<FormFault> cycles = EvaluationOrder.of(all, order);
        return cycles.isEmpty()
                ? new FormDefinition(component.path("id").asString(""), component.path("askKnown").asBoolean(false), pages, order)
                : new FormFaults(cycles);
    }

    /** Reads what was checked and published before. @throws IllegalArgumentException when it is not a form */
    public static FormDefinition stored(JsonNode component) {
        return switch (read(component)) {
            case FormDefinition definition -> definition;
            case FormFaults(List<FormFault> faults) -> throw new IllegalArgumentException("stored form: " + faults);
        };
    }

    /** The component's id in its manifest. */
    public String id() {
        return id;
    }

    /** Whether people are asked of whom everything is held. */
    public boolean askKnown() {
        return askKnown;
    }

    public List<Page> pages() {
        return pages;
    }

    /** All questions in the order of the pages. */
    public List<Question> questions() {
        return List.copyOf(questions.values());
    }

    public Optional<Question> question(String id) {
        return Optional.ofNullable(questions.get(id));
    }

    /** The questions that must be answered before this one is evaluated: they show it, count its rows or are calculated with. */
    public Set<String> asks(Question question) {
        return question.asks();
    }

    /** The questions in an order in which each stands after those that its visibility, its calculation and its rows ask. */
    List<Question> evaluationOrder() {
        return evaluationOrder;
    }

    /** The elements of the resident that rules of the form ask for, besides those that questions are bound to. */
    public Set<ElementCode> elementsInRules() {
        return rules().flatMap(rule -> Criteria.elements(rule).stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether some rule asks for anything but answers, so that a browser needs it settled ({@link FormLogic#settled}). */
    public boolean hasRulesOverFacts() {
        return rules().anyMatch(Criteria::asksFacts);
    }

    private Stream<Criterion> rules() {
        return questions.values().stream().flatMap(question -> Stream.concat(Stream.of(question), question.columns().stream()))
                .flatMap(question -> Stream.concat(Stream.of(question.visible()), question.constraints().stream().map(Question.Constraint::criterion)));
    }
}
