package org.hutong.form;

import java.time.Instant;

/** What became of saving a draft. */
public sealed interface DraftSaved permits DraftSaved.At, DraftRefusal {

    /** Kept. */
    record At(Instant savedAt) implements DraftSaved {
    }
}
