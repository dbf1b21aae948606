package org.hutong.town;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.function.Consumer;


/**
 * The invented town. The same seed, size and day make the same records, of which none is kept: ten thousand, a million or ten
 * million persons pass by one family at a time.
 */
public final class Town {
    /** Ages are counted to this day, so that ID numbers do not change with the day of the demo. */
    public static final LocalDate EPOCH = LocalDate.of(2026, 11, 1);

    /** How often the personas can be had again. */
    public static final int TURNS = 500;

    private final long seed;
    private final long persons;
    private final LocalDate today;

    private Town(long seed, long persons, LocalDate today) {
        this.seed = seed;
        this.persons = persons;
        this.today = today;
    }

    public static Town of(long seed, long persons) {
        return of(seed, persons, EPOCH);
    }

    /** @param today the day from which the age of statements is counted back */
    public static Town of(long seed, long persons, LocalDate today) {
        return new Town(seed, persons, today);
    }

    /** The tree from the province to the grids, parents before children. */
    public static List<TownRegion> regions() {
        return Regions.nantong().all();
    }

    /** A few residents whom demo, journeys and documents know by name. */
    public static List<Persona> personas() {
        return Personas.list();
    }

    /**
     * Passes to the consumer other people like a persona and like all who live with or are linked to that persona: other names, numbers and
     * homes, and the same story. Nothing has happened to them yet.
     *
     * @param key  of a persona who is on file
     * @param turn 1 to {@link #TURNS}; each makes people of its own
     * @return who they are, by the keys of the personas
     * @throws IllegalArgumentException when nobody on file has this key
     */
    public static List<Persona> again(String key, int turn, LocalDate today, Consumer<TownRecord> out) {
        if (turn < 1 || turn > TURNS) {
            throw new IllegalArgumentException("turn must be between 1 and " + TURNS);
        }
        return Personas.again(key, turn, out, today);
    }

    /**
     * Passes every record to the consumer: organisations, the personas, then family by family until there are enough persons. The last
     * family is not torn apart.
     *
     * @return the number of persons
     */
    public long forEach(Consumer<TownRecord> out) {
        double[] weights = Regions.nantong().weights(persons);
        Organisations organisations = new Organisations(seed, persons, weights);
        organisations.write(out, today);
        Scribe scribe = new Scribe(out, today, new Numbers(), organisations);
        Personas.write(scribe, out, today);
        for (long family = 0; scribe.persons() < persons; family++) {
            Dice dice = Dice.of(seed, family);
            scribe.write(Kin.of(dice, weights), dice);
        }
        return scribe.persons();
    }

    static int ageAtEpoch(LocalDate birth) {
        return Period.between(birth, EPOCH).getYears();
    }
}
