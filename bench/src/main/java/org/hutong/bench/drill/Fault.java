package org.hutong.bench.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What is killed, and how long after load has begun again. */
record Fault(Target target, Duration after) {

    enum Target {
        SERVER, POSTGRES, BOTH
    }

    /** The faults of a seed: always the same ones. */
    static List<Fault> schedule(long seed, int times, List<Target> targets) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            faults.add(new Fault(targets.get(random.nextInt(targets.size())), Duration.ofMillis(random.nextInt(300, 3_000))));
        }
        return faults;
    }
}
