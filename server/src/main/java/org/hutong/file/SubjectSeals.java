package org.hutong.file;

import java.util.Optional;

import org.hutong.access.Actor;
import org.hutong.kernel.SubjectId;

/** The keys of subjects, for what is kept about them here; implemented by those who keep subjects. */
public interface SubjectSeals {

    /** A subject's opened key; empty when there is no such subject within the actor's scope. */
    Optional<Seal> of(Actor actor, SubjectId subject);

    /** Seals and opens bytes of one subject; lives as long as a request. */
    interface Seal {
        /** @param label what the bytes are; has to be the same to open them */
        byte[] seal(String label, byte[] plain);

        /** @throws IllegalStateException when the bytes are damaged or belong to another subject or label */
        byte[] open(String label, byte[] sealed);
    }
}
