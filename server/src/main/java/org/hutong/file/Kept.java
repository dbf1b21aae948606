package org.hutong.file;

/** What became of an upload: an {@link Attachment}, or why not. */
public sealed interface Kept permits Attachment, AttachmentRefusal {
}
