package org.hutong.file;

import java.util.List;

/** Why a file was not kept. */
public sealed interface AttachmentRefusal extends Kept {

    /** There is no such person for this actor. */
    record NotFound() implements AttachmentRefusal {
    }

    /** As many as a person may upload in a day. */
    record TooManyToday(int most) implements AttachmentRefusal {
    }

    /** As much as is kept of a person. */
    record Full(long mostMegabytes) implements AttachmentRefusal {
    }

    /** Too many pictures are being worked on; try again in a moment. */
    record Busy() implements AttachmentRefusal {
    }

    /** The file cannot be used. @param code of a fault in the catalogue of problems */
    record Unfit(String code, List<String> args) implements AttachmentRefusal, Inspected, Inspection.Looked {
        static Unfit of(String code, Object... args) {
            return new Unfit(code, java.util.Arrays.stream(args).map(String::valueOf).toList());
        }
    }
}
