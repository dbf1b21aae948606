package org.hutong.kernel;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What is known about one subject, as criteria see it. */
public interface Facts {

    /** The current value of an element of this subject; empty when not answered. Never asked for {@code person.age}. */
    Optional<FactValue> value(ElementCode element);

    /** The region of a relation other than {@link RegionRelation#OWNS}, which follows from the links; empty when not known. */
    Optional<RegionCode> region(RegionRelation relation);

    /**
     * The subjects that links of a kind in force on a day lead to, walked from either end ({@code owner} of a dwelling, {@code owns} of a person);
     * empty when there is none. Elements of the link itself, such as {@code member.relationToHead}, are values of what it leads to.
     */
    List<Facts> linked(String link, LocalDate day);

    /** The effective answer to a question of the form at hand; empty outside of forms and when not answered. */
    default Optional<Value> answer(String question) {
        return Optional.empty();
    }
}
