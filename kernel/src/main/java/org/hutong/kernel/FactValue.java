package org.hutong.kernel;

/**
 * What is held about one element.
 *
 * @param value     the current value
 * @param fresh     within its period of validity; a value past it (held-old) counts unless a criterion wants a fresh one
 * @param contested somebody objected to it; it counts until the objection is decided
 */
public record FactValue(Value value, boolean fresh, boolean contested) {

    public static FactValue of(Value value) {
        return new FactValue(value, true, false);
    }
}
