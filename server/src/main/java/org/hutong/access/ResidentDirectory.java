package org.hutong.access;

import java.util.Optional;

import org.hutong.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/** What residents' sign-in asks of the data resource, which implements it. Each call runs in transactions of its own. */
public interface ResidentDirectory {

    /**
     * The person on file with whom ID number, name and phone <em>all</em> agree. A phone number that has changed hands, or an ID number
     * typed by somebody else, finds nobody.
     *
     * @param idNumber as typed, 18 characters with a right check digit
     * @param phone    11 digits, proven by a code
     */
    Optional<Actor.Resident> known(String idNumber, String name, String phone);

    /**
     * The newcomer's own file: found again by name and phone where an earlier sign-in began one, otherwise begun. Never a file that
     * somebody else began, and never a person on file.
     *
     * @param idNumber what the newcomer says, to be checked by an officer later; null when not given
     * @param region   where the newcomer lives, null when not said
     */
    Actor.Resident newcomer(String name, String phone, @Nullable String idNumber, @Nullable RegionCode region);

    /** The same resident as of now: wards come of age, newcomers are recognised. Empty when the file is gone. */
    Optional<Actor.Resident> again(Actor.Resident resident);

    /** How to greet the resident. */
    Greeting greeting(Actor.Resident resident);

    /** @param region null when the person's place is not known */
    record Greeting(String name, @Nullable RegionCode region) {
    }
}
