package org.hutong.resource;

import java.time.Instant;
import java.util.UUID;

import org.hutong.kernel.Value;

/**
 * A current value with where it is from.
 *
 * @param act the act of stating, which names this version of the value
 * @param own false when it is about somebody or something the person is only linked to: not to be shown in full
 */
public record HeldValue(Value value, Standing standing, SourceKind source, Means means, Instant statedAt, UUID act, boolean own) {

    /** Nobody needs to be asked: held and valid, contested and being decided, or derived. */
    public boolean settled() {
        return standing != Standing.HELD_OLD;
    }
}
