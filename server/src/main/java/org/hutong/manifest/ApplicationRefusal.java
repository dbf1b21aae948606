package org.hutong.manifest;

import java.time.Instant;
import java.util.List;

/** Why an application was not changed. Nothing was written. */
public sealed interface ApplicationRefusal extends Change {

    /** There is none, or none that this officer may know of. */
    record NotFound() implements ApplicationRefusal {
    }

    /** It belongs to a post of another region or department: it can be read only. */
    record NotOwned(Application application) implements ApplicationRefusal {
    }

    /** It is closed and stays as it was. */
    record AlreadyClosed(Application application) implements ApplicationRefusal {
    }

    /** A draft that nobody was ever asked by cannot be ended. */
    record NeverPublished(Application application) implements ApplicationRefusal {
    }

    /** Somebody saved meanwhile. What he or she saved stands; what was sent is not saved and must be kept by the sender. */
    record RevisionChanged(int revision, String savedBy, Instant savedAt) implements ApplicationRefusal {
    }

    /** What was sent cannot be kept at all: not an object, too large, or of another department. */
    record NotKept(List<Finding> findings) implements ApplicationRefusal {
    }

    /** The checks found errors; the draft stays as it is. */
    record NotPublishable(List<Finding> findings) implements ApplicationRefusal {
    }
}
