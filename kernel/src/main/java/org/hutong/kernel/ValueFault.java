package org.hutong.kernel;

import java.util.List;

/**
 * Why something is not a value of the wanted kind. The texts for people are kept where they are shown, in both languages.
 *
 * @param code one of the codes of {@code spec/values.md}, for example {@code id-number-check}
 * @param args what the text needs, in the order of {@code spec/values.md}; never the value itself
 */
public record ValueFault(String code, List<String> args) implements ValueOrFault {

    public ValueFault {
        args = List.copyOf(args);
    }

    static ValueFault of(String code, Object... args) {
        return new ValueFault(code, java.util.Arrays.stream(args).map(String::valueOf).toList());
    }
}
