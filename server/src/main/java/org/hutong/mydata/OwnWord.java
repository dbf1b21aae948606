package org.hutong.mydata;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.CodeList;
import org.hutong.catalogue.DataElement;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.kernel.ValueFault;
import org.hutong.kernel.ValueJson;
import org.hutong.kernel.ValueKind;
import org.hutong.resource.Assertions;
import org.hutong.resource.HeldValue;
import org.hutong.resource.Means;
import org.hutong.resource.Recording;
import org.hutong.resource.SourceKind;
import org.hutong.resource.Statement;
import org.hutong.resource.Standing;
import org.hutong.resource.Subjects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What a person says against a value that is held of him or her, outside of any form (PIPL 46: the right to have it corrected). It is the person's own
 * statement and goes by the same ranks as an answer in a form: it counts at once, or is an objection that an officer decides on.
 *
 * <p>Not corrected here: whatever follows from something else, who somebody is (name and ID number open the door to everything), where somebody
 * lives (a move has consequences of its own), files and tables.
 */
@Component
public class OwnWord {
    /** The longest text, in UTF-16 units. */
    public static final int LONGEST = 500;
    static final String ORIGIN = "my-data";
    private static final Set<String> IDENTITY = Set.of("person.name", "person.idNumber", "person.idType");
    private static final Set<ValueKind> ELSEWHERE = EnumSet.of(ValueKind.FILE, ValueKind.TABLE, ValueKind.SUBJECT, ValueKind.REGION);

    private final Subjects subjects;
    private final Assertions assertions;
    private final Catalogue catalogue;
    private final Clock clock;

    OwnWord(Subjects subjects, Assertions assertions, Catalogue catalogue, Clock clock) {
        this.subjects = subjects;
        this.assertions = assertions;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** A value that may be corrected: what it is, what is held, and what its list offers (empty for values without one). */
    public record Correctable(DataElement element, HeldValue held, List<CodeList.Item> options) {
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** @param contested another value keeps counting until an officer has decided */
        record Said(boolean contested) implements Outcome {
        }

        /** @param fault why it is no value of this element */
        record NoValue(ValueFault fault) implements Outcome {
        }

        /** The value is another by now; nothing was written. */
        record Changed() implements Outcome {
        }

        /** Nothing of the kind that the actor may correct; nothing was written. */
        record NotThere() implements Outcome {
        }
    }

    /** Whether a held value is one that its person corrects here. An agent of a mandate answers forms, and does not speak of what is held. */
    public static boolean correctable(Actor.Resident actor, SubjectId person, DataElement element, HeldValue held) {
        return !actor.isAgentOf(person) && !element.virtual() && !element.retired() && element.code().resourceType().equals("person")
                && !IDENTITY.contains(element.code().code()) && !ELSEWHERE.contains(element.kind()) && held.standing() != Standing.DERIVED;
    }

    /** Empty when nothing is held under this code, or it is not corrected here. */
    public Optional<Correctable> of(Actor.Resident actor, SubjectId person, ElementCode code) {
        Optional<DataElement> found = catalogue.element(code);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ElementPath path = new ElementPath("", code);
        return subjects.held(actor, person, Set.of(path)).map(held -> held.values().get(path)).filter(held -> correctable(actor, person, found.get(), held))
                .map(held -> new Correctable(found.get(), held, options(found.get())));
    }

    private List<CodeList.Item> options(DataElement element) {
        return element.codeList() == null ? List.of() : catalogue.codeList(element.codeList()).map(CodeList::items).orElse(List.of());
    }

    /**
     * Records what the person says.
     *
     * @param json the value as {@code spec/values.md} says
     * @param seen the act whose value the person had before the eyes
     */
    public Outcome say(Actor.Resident actor, SubjectId person, ElementCode code, JsonNode json, UUID seen) {
        Optional<Correctable> found = of(actor, person, code);
        if (found.isEmpty()) {
            return new Outcome.NotThere();
        }
        DataElement element = found.get().element();
        switch (ValueJson.read(element.kind(), json)) {
            case ValueFault fault -> {
                return new Outcome.NoValue(fault);
            }
            case Value value -> {
                Optional<ValueFault> fault = fault(value, found.get());
                return fault.isPresent() ? new Outcome.NoValue(fault.get()) : record(actor, person, code, value, seen);
            }
        }
    }

    private static Optional<ValueFault> fault(Value value, Correctable of) {
        if (value instanceof Value.Text(String text) && text.length() > LONGEST) {
            return Optional.of(new ValueFault("text-length", List.of(Integer.toString(LONGEST))));
        }
        List<String> codes = switch (value) {
            case Value.Code(String code) -> List.of(code);
            case Value.Codes(List<String> several) -> several;
            default -> List.of();
        };
        return codes.stream().allMatch(code -> of.options.stream().anyMatch(item -> item.code().equals(code))) ? Optional.empty()
                : Optional.of(new ValueFault("answer-option", List.of()));
    }

    private Outcome record(Actor.Resident actor, SubjectId person, ElementCode code, Value value, UUID seen) {
        ElementPath path = new ElementPath("", code);
        Means means = actor.person().equals(person) ? Means.SELF : Means.FAMILY;
        Statement statement = new Statement(person, SourceKind.RESIDENT, means, null, null, ORIGIN, clock.instant(), Map.of(path, value), Map.of(path, seen));
        return switch (assertions.record(actor, statement)) {
            case Recording.Recorded recorded -> new Outcome.Said(recorded.corrections().contains(path));
            case Recording.Changed changed -> new Outcome.Changed();
            case Recording.NoSuchPerson nobody -> new Outcome.NotThere();
        };
    }
}
