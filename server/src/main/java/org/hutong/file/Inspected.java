package org.hutong.file;

import org.jspecify.annotations.Nullable;

/** What an inspection ends with: a clean file, or why the given one cannot be used. */
sealed interface Inspected permits Inspected.Clean, AttachmentRefusal.Unfit {

    /** A file made anew from the given one, with nothing else in it. */
    record Clean(String mediaType, byte[] bytes, @Nullable Integer width, @Nullable Integer height) implements Inspected {
    }
}
