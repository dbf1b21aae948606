package org.hutong.file;

import java.util.UUID;

import org.hutong.kernel.form.Accept;
import org.jspecify.annotations.Nullable;

/**
 * A file as it came.
 *
 * @param fileName as the sender calls it; only its ending is looked at, and it is not kept
 * @param place    form and question it is for
 * @param element  code of the data element that the question fills; null when it fills none
 */
public record Upload(Accept accept, @Nullable String fileName, byte[] bytes, @Nullable UUID application, String place, @Nullable String element) {
}
