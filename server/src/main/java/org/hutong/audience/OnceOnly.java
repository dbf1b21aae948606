package org.hutong.audience;

import java.util.List;
import java.util.UUID;

import org.hutong.kernel.Localised;
import org.jspecify.annotations.Nullable;

/**
 * What an application would ask that is known already: the sentence an officer reads while designing it.
 *
 * @param population    people addressed
 * @param withoutPhone  of these, who have no phone on file and can only be visited
 * @param looked        people whose data was looked at; fewer than the population when that is large, the counts are then projected
 * @param heldQuestions questions that need no asking for at least half of the people
 * @param heldFor       share of the people for whom those are settled, on average, 0 to 1
 * @param heldShare     share of all pairs of question and person that need no asking, 0 to 1
 */
public record OnceOnly(long population, long withoutPhone, long looked, List<Question> questions, int heldQuestions, double heldFor, double heldShare) {

    /**
     * One question, in people.
     *
     * @param element   path of the data element, or null when the answer belongs to the application only
     * @param everyTime a declaration or consent: asked of everybody, whatever is held
     */
    public record Question(String form, String id, Localised label, @Nullable String element, boolean everyTime, long held, long heldOld, long contested,
            long derived, long unknown, List<Asker> alsoAskedBy) {

        long settled() {
            return held + contested + derived;
        }

        long people() {
            return held + heldOld + contested + derived + unknown;
        }
    }

    /** Another application that runs and asks for the same element of people here. */
    public record Asker(UUID application, Localised title) {
    }

    static OnceOnly of(long population, long withoutPhone, long looked, List<Question> questions) {
        List<Question> held = questions.stream().filter(question -> question.people() > 0 && question.settled() * 2 >= question.people()).toList();
        double heldFor = held.stream().mapToDouble(question -> (double) question.settled() / question.people()).average().orElse(0);
        long pairs = questions.stream().mapToLong(Question::people).sum();
        long settled = questions.stream().mapToLong(Question::settled).sum();
        return new OnceOnly(population, withoutPhone, looked, questions, held.size(), heldFor, pairs == 0 ? 0 : (double) settled / pairs);
    }
}
