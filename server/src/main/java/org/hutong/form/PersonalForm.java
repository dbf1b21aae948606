package org.hutong.form;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.hutong.catalogue.Catalogue;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.Facts;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.kernel.form.FormInput;
import org.hutong.kernel.form.FormLogic;
import org.hutong.kernel.form.FormState;
import org.hutong.kernel.form.Prefill;
import org.hutong.kernel.form.Question;
import org.hutong.kernel.form.QuestionState;
import org.hutong.manifest.Component;
import org.hutong.manifest.Manifest;
import org.hutong.resource.Held;
import org.hutong.resource.HeldValue;
import org.hutong.resource.LinkedPeople.LinkedPerson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.util.RawValue;

/**
 * A form as it stands for one person: what is known of each question, and the form worded so that nothing is asked that follows from
 * something else.
 *
 * <ul>
 * <li>A question whose answer is always worked out (the age) and cannot be is asked as what it follows from (the birth date).
 * <li>A question whose answer would follow from another question that is asked (the sex from the ID number) is shown only as long as the
 * other one is not answered.
 * </ul>
 */
public final class PersonalForm {
    private final Form form;
    private final Held held;
    private final Facts facts;
    private final LocalDate day;
    private final Catalogue catalogue;
    private final Form.Wording wording;
    private final Map<String, Known> known;
    private final Map<String, List<String>> unlessAnswered;
    private final Map<String, List<LinkedPerson>> people;

    /**
     * What is known of one question.
     *
     * @param held null when unknown, and for what is declared anew each time
     */
    public record Known(QuestionState state, @Nullable HeldValue held) {
        static final Known NOTHING = new Known(QuestionState.UNKNOWN, null);
    }

    /** @param people those on file about whom rows of tables are, by question */
    PersonalForm(Form form, Held held, Facts facts, LocalDate day, Catalogue catalogue, Map<String, List<LinkedPerson>> people) {
        this.people = people;
        this.form = form;
        this.held = held;
        this.facts = facts;
        this.day = day;
        this.catalogue = catalogue;
        Map<String, Known> byQuestion = new LinkedHashMap<>();
        Set<String> asSource = new HashSet<>();
        for (Question question : form.definition().questions()) {
            Known one = known(question);
            byQuestion.put(question.id(), one);
            if (one.state == QuestionState.UNKNOWN && form.source(question).isPresent()) {
                asSource.add(question.id());
            }
        }
        this.known = Collections.unmodifiableMap(byQuestion);
        this.unlessAnswered = unlessAnswered();
        this.wording = form.wording(new TreeSet<>(asSource), unlessAnswered, catalogue);
    }

    private Known known(Question question) {
        if (question.element().isEmpty() || question.reuse() == Question.Reuse.NEVER) {
            return Known.NOTHING;
        }
        HeldValue value = held.values().get(question.element().get());
        if (value != null) {
            return new Known(QuestionState.valueOf(value.standing().name()), value);
        }
        // A birth date of which the day is missing leaves the age open for some; asking for the age would be asking again.
        return form.source(question).map(source -> held.values().get(source)).map(source -> new Known(QuestionState.DERIVED, source))
                .orElse(Known.NOTHING);
    }

    private Map<String, List<String>> unlessAnswered() {
        Map<String, List<String>> hidden = new LinkedHashMap<>();
        known.forEach((question, one) -> {
            if (one.state.asks()) {
                List<String> others = form.followsFrom(question).stream().filter(other -> asksToo(other, question)).toList();
                if (!others.isEmpty()) {
                    hidden.put(question, others);
                }
            }
        });
        return hidden;
    }

    /** What is old and said to be still right gives nothing new to follow from, unless both questions ask for the very same. */
    private boolean asksToo(String other, String question) {
        QuestionState state = known.get(other).state;
        return state == QuestionState.UNKNOWN || state == QuestionState.HELD_OLD && path(other).equals(path(question));
    }

    private Optional<ElementPath> path(String question) {
        return form.definition().question(question).flatMap(Question::element);
    }

    /** Evaluates it with what the person said. */
    FormState evaluate(Map<String, JsonNode> typed, Set<String> confirmed, Set<String> notKnown) {
        return FormLogic.evaluate(wording.definition(), input(typed, confirmed, notKnown));
    }

    private FormInput input(Map<String, JsonNode> typed, Set<String> confirmed, Set<String> notKnown) {
        Map<String, Prefill> prefill = new LinkedHashMap<>();
        known.forEach((question, one) -> {
            if (one.held != null) {
                prefill.put(question, Prefill.of(one.state, one.held.value()));
            }
        });
        people.forEach((question, persons) -> {
            if (!persons.isEmpty()) {
                prefill.put(question, Prefill.of(QuestionState.HELD, new Value.Rows(persons.stream()
                        .map(person -> new Value.Row(person.link().toString(), Map.of())).toList())));
            }
        });
        return new FormInput(typed, confirmed, notKnown, prefill, facts, day,
                (list, code) -> catalogue.codeList(list).flatMap(found -> found.item(code)).isPresent());
    }

    /**
     * What is asked of the person before anything is said.
     *
     * @param sure questions that have to be answered or confirmed
     * @param most these and all that answers to them may lead to
     */
    public record ToAnswer(List<Question> sure, List<Question> most) {
    }

    /** What the person has to answer or confirm, and what that may lead to. */
    public ToAnswer toAnswer() {
        FormInput input = input(Map.of(), Set.of(), Set.of());
        FormState state = FormLogic.evaluate(wording.definition(), input);
        return new ToAnswer(withoutWhatFollows(state.toAsk(), others -> true),
                // Whoever may leave the other question open is asked this one after all.
                withoutWhatFollows(FormLogic.mayAsk(wording.definition(), input, state), Question::required));
    }

    /** What the person has to answer or confirm before anything is said. */
    public List<Question> toAsk() {
        return withoutWhatFollows(evaluate(Map.of(), Set.of(), Set.of()).toAsk(), others -> true);
    }

    private List<Question> withoutWhatFollows(List<Question> asked, Predicate<Question> answers) {
        Set<String> ids = asked.stream().filter(answers).map(Question::id).collect(Collectors.toSet());
        return asked.stream().filter(question -> unlessAnswered.getOrDefault(question.id(), List.of()).stream().noneMatch(ids::contains)).toList();
    }

    /** The questions whose answer follows from the answer to another one of these. */
    List<String> followsFrom(String question) {
        return unlessAnswered.getOrDefault(question, List.of());
    }

    /** The form component as this person's browser needs it: rules that depend on what is held are settled. */
    public RawValue definition() {
        return form.hasRulesOverFacts() ? new RawValue(FormLogic.settled(wording.json(), facts, day).toString()) : wording.text();
    }

    /** Those on file about whom rows of a table are. */
    public List<LinkedPerson> people(String question) {
        return people.getOrDefault(question, List.of());
    }

    Form form() {
        return form;
    }

    Held held() {
        return held;
    }

    public SubjectId person() {
        return held.person();
    }

    public UUID application() {
        return form.application();
    }

    /** Id of the form within the application. */
    public String id() {
        return form.id();
    }

    public int version() {
        return form.version();
    }

    public LocalDate day() {
        return day;
    }

    /** The code lists of the questions as a JSON object, by code. */
    public RawValue codeLists() {
        return form.codeLists();
    }

    /** By question, in the order of the pages. */
    public Map<String, Known> known() {
        return known;
    }

    /** The question as put to this person. */
    public Optional<Question> question(String id) {
        return wording.definition().question(id);
    }

    public Manifest manifest() {
        return form.manifest();
    }

    public Component component() {
        return form.component();
    }
}
