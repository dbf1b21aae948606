package org.hutong.kernel.form;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.hutong.kernel.Criterion;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.Localised;
import org.hutong.kernel.TextPattern;
import org.hutong.kernel.Value;
import org.hutong.kernel.ValueKind;

/**
 * One question of a form.
 *
 * @param id          unique in the form
 * @param path        where it stands in the form component, as a JSON pointer: {@code /pages/0/questions/2}
 * @param element     what the answer says about the resident or a linked subject; empty when it belongs to this application only
 * @param codeList    the catalogue's code list of a code or codes; empty when the options are the question's own
 * @param options     the question's own options
 * @param unit        of a number, as shown; may be empty
 * @param required    whether a relevant question must be answered
 * @param visible     the question is relevant only when this is true
 * @param constraints what must not be false of an answer
 * @param min         least answer, of the same kind; also for dates
 * @param max         greatest answer
 * @param maxLength   most characters (Unicode code points) of a text
 * @param pattern     what a text must match as a whole
 * @param reuse       whether what is held may answer it
 * @param accept      which file answers a question of kind file; empty for other kinds
 */
public record Question(String id, String path, Localised label, ValueKind kind, Optional<ElementPath> element,
        Optional<String> codeList, List<Option> options, String unit, boolean required, Criterion visible,
        List<Constraint> constraints, Optional<Value> min, Optional<Value> max, OptionalInt maxLength,
        Optional<TextPattern> pattern, Reuse reuse, Optional<Accept> accept) {

    /** One of the question's own choices. */
    public record Option(String code, Localised label) {
    }

    /** A rule about the answer and what to say when it is broken. */
    public record Constraint(Criterion criterion, Localised message) {
    }

    /** Whether what is held may answer a question. */
    public enum Reuse {
        HELD,
        /** A declaration or consent, which is made anew each time. */
        NEVER
    }
}
