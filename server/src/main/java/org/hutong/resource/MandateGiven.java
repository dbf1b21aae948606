package org.hutong.resource;

import java.util.UUID;

/** What becomes of giving a mandate. Whether the phone is known to anybody is not told, since nobody looks. */
public sealed interface MandateGiven {

    record Given(UUID id) implements MandateGiven {
    }

    /** Beginning in the past, or longer than allowed. @param fault code of the text that says so */
    record DaysWrong(String fault) implements MandateGiven {
    }

    /** As many as one may have at a time are open already. */
    record TooMany(int most) implements MandateGiven {
    }

    /** No such person within the actor's scope. */
    record NoSuchPerson() implements MandateGiven {
    }
}
