package org.hutong.bench.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What is killed, and when: so many acknowledgements after load has begun again, and a little later, so that it hits any part of a request. Counted in
 * acknowledgements because a slow machine would otherwise be killed before it has done anything.
 */
record Fault(Target target, int acknowledgements, Duration after) {

    enum Target {
        SERVER, POSTGRES, BOTH
    }

    /** The faults of a seed: always the same ones. */
    static List<Fault> schedule(long seed, int times, List<Target> targets) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            faults.add(new Fault(targets.get(random.nextInt(targets.size())), random.nextInt(5, 80), Duration.ofMillis(random.nextInt(0, 500))));
        }
        return faults;
    }
}
