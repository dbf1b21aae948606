package org.hutong.bench.onceonly;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tool's own account of what has been told about whom. It judges whether a question was fair without asking the server, and
 * shares no code with it, so that one mistake cannot hide on both sides.
 */
final class Known {

    /** Whether a question was fair, and if so why. */
    enum Verdict {
        /** Nobody has told it. */
        UNKNOWN(true, "not known"),
        /** It was told too long ago. */
        EXPIRED(true, "too old"),
        /** It was told, and is valid. */
        HELD(false, "held and valid"),
        /** It follows from what was told. */
        FOLLOWS(false, "known from something else"),
        /** The person has objected to the value; the objection is being looked into. */
        DISPUTED(false, "being looked into");

        final boolean fair;
        final String words;

        Verdict(boolean fair, String words) {
            this.fair = fair;
            this.words = words;
        }
    }

    /** Element by the elements each of which it follows from. */
    private static final Map<String, List<String>> FOLLOWS_FROM = Map.of(
            "person.sex", List.of("person.idNumber"),
            "person.birthDate", List.of("person.idNumber"),
            "person.age", List.of("person.birthDate", "person.idNumber"),
            "person.region", List.of("person.grid"),
            "person.street", List.of("person.grid", "person.region"));

    private final Map<String, Map<String, LocalDate>> told = new HashMap<>();
    private final Map<String, Set<String>> disputed = new HashMap<>();
    private final Map<String, Period> validFor;
    private final LocalDate today;

    /** @param validFor how long a value of an element stays valid; absent means for good */
    Known(Map<String, Period> validFor, LocalDate today) {
        this.validFor = validFor;
        this.today = today;
    }

    void tell(String subject, String element, LocalDate on) {
        told.computeIfAbsent(subject, s -> new HashMap<>()).merge(element, on, (a, b) -> a.isAfter(b) ? a : b);
    }

    void tell(String subject, String element) {
        tell(subject, element, today);
    }

    void dispute(String subject, String element) {
        disputed.computeIfAbsent(subject, s -> new HashSet<>()).add(element);
    }

    Verdict judge(String subject, String element) {
        if (disputed.getOrDefault(subject, Set.of()).contains(element)) {
            return Verdict.DISPUTED;
        }
        Verdict own = held(subject, element);
        if (own == Verdict.HELD) {
            return own;
        }
        for (String source : FOLLOWS_FROM.getOrDefault(element, List.of())) {
            if (held(subject, source) == Verdict.HELD) {
                return Verdict.FOLLOWS;
            }
        }
        return own;
    }

    private Verdict held(String subject, String element) {
        LocalDate on = told.getOrDefault(subject, Map.of()).get(element);
        if (on == null) {
            return Verdict.UNKNOWN;
        }
        Period period = validFor.get(element);
        return period == null || on.plus(period).isAfter(today) ? Verdict.HELD : Verdict.EXPIRED;
    }
}
