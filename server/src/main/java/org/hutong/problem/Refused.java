package org.hutong.problem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.hutong.kernel.Localised;

/**
 * A refusal on its way out of a controller. It carries no stack trace, since nothing is broken, and is thrown in {@code web}
 * packages only, so that controllers can declare what they answer when all is well.
 *
 * <pre>{@code throw Problem.VALUE_CHANGED.refused().at("q3", "value-changed", newValue).with("version", 4);}</pre>
 */
public final class Refused extends RuntimeException {

    /** One fault at one place of the request; {@code text} overrides the catalogue's message for {@code code}. */
    record At(String path, String code, Localised text, Object value, Object[] args) {
    }

    private final transient List<At> faults = new ArrayList<>();
    private final transient Map<String, Object> extra = new LinkedHashMap<>();
    private transient Object[] args = {};
    private transient Duration retryAfter;
    private final Problem problem;

    Refused(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    /** Values for {@code {0}}, {@code {1}} in the problem's detail. */
    public Refused about(Object... values) {
        this.args = values.clone();
        return this;
    }

    /** A fault at a place, with the text {@code fault.CODE} of the catalogue; {@code values} fill {@code {0}}, {@code {1}}. */
    public Refused at(String path, String code, Object... values) {
        faults.add(new At(path, code, null, null, values.clone()));
        return this;
    }

    /** A fault whose text is given, as forms give their own messages. */
    public Refused at(String path, String code, Localised text) {
        faults.add(new At(path, code, text, null, new Object[0]));
        return this;
    }

    /** A fault that tells the caller the value that stands instead. */
    public Refused atWithValue(String path, String code, Object value) {
        faults.add(new At(path, code, null, value, new Object[0]));
        return this;
    }

    /** One more property of the answer, for programs. */
    public Refused with(String property, Object value) {
        extra.put(property, value);
        return this;
    }

    /** When it is worth trying again, sent as {@code Retry-After}. */
    public Refused retryAfter(Duration wait) {
        this.retryAfter = wait;
        return this;
    }

    public Problem problem() {
        return problem;
    }

    public boolean hasFaults() {
        return !faults.isEmpty();
    }

    public Duration retryAfter() {
        return retryAfter;
    }

    List<At> faults() {
        return faults;
    }

    Map<String, Object> extra() {
        return extra;
    }

    Object[] args() {
        return args;
    }
}
