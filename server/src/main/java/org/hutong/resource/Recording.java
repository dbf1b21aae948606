package org.hutong.resource;

import java.util.List;
import java.util.Map;

import org.hutong.kernel.ElementPath;

/** What became of a statement. */
public sealed interface Recording {

    /**
     * Recorded.
     *
     * @param taken       became the current value
     * @param confirmed   was the current value already, and counts as stated anew
     * @param corrections contradicted a value of higher rank: an objection is open, the value stands
     */
    record Recorded(List<ElementPath> taken, List<ElementPath> confirmed, List<ElementPath> corrections) implements Recording {
    }

    /** Somebody else changed these values since the speaker saw them; nothing was written. Holds them as they are now. */
    record Changed(Map<ElementPath, HeldValue> now) implements Recording {
    }

    /** No such person within the actor's scope; nothing was written. */
    record NoSuchPerson() implements Recording {
    }
}
