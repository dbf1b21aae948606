package org.hutong.file;

import java.time.Instant;
import java.util.UUID;

import org.hutong.kernel.SubjectId;
import org.hutong.kernel.form.Accept;
import org.jspecify.annotations.Nullable;

/**
 * A file of a person, without its content.
 *
 * @param application through which it came; null when none
 * @param place       form and question it was uploaded for
 * @param element     code of the data element that the question fills; null when it fills none
 * @param mediaType   image/jpeg, image/png or application/pdf
 * @param width       in pixels; null for a PDF
 * @param height      in pixels; null for a PDF
 * @param madeBy      label of the actor
 * @param expiresAt   when it goes away; null once something refers to it
 */
public record Attachment(UUID id, SubjectId subject, Accept accept, @Nullable UUID application, String place, @Nullable String element,
        String mediaType, int bytes, @Nullable Integer width, @Nullable Integer height, Instant madeAt, String madeBy,
        @Nullable Instant expiresAt) implements Kept {
}
