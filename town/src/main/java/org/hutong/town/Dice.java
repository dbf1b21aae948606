package org.hutong.town;

import java.util.UUID;

import org.hutong.kernel.Uuid7;

/** SplitMix64: the same seed rolls the same numbers on every machine and Java version. */
final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed) {
        state = seed;
    }

    /** Dice of their own for the part with this number, so that parts do not depend on each other. */
    static Dice of(long seed, long part) {
        return new Dice(mix(seed + GOLDEN) ^ mix(part * GOLDEN + 1));
    }

    static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** 0 inclusive to bound exclusive. */
    int below(int bound) {
        return (int) (((next() >>> 33) * bound) >>> 31);
    }

    /** Both ends inclusive. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    @SafeVarargs
    final <T> T pick(T... items) {
        return items[below(items.length)];
    }

    /** One index, as often as its share of the cumulative weights says. */
    int weighted(double[] cumulative) {
        double roll = unit() * cumulative[cumulative.length - 1];
        int low = 0;
        int high = cumulative.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (roll < cumulative[middle]) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Sum of three throws: near the middle more often than at the ends, both inclusive. */
    int bell(int low, int high) {
        double mean = (unit() + unit() + unit()) / 3;
        return low + (int) (mean * (high - low + 1));
    }

    UUID uuid(long epochMilli) {
        return Uuid7.at(epochMilli, next(), next());
    }

    static double[] cumulative(double... weights) {
        double[] sums = new double[weights.length];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            sums[i] = sum;
        }
        return sums;
    }
}
