package org.hutong.resource.index;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Regions in the order of their numbers, so that those of a subtree stand together. */
final class Regions {
    private long[] numbers;

    private Regions(long[] numbers) {
        this.numbers = numbers;
    }

    /** @param held numbers that are held, of {@code count}; 0 for none */
    static Regions of(Collection<Long> known, long[] held, int count) {
        LongStream met = Arrays.stream(held, 0, count).filter(number -> number != 0);
        return new Regions(LongStream.concat(known.stream().mapToLong(Long::longValue), met).sorted().distinct().toArray());
    }

    int place(long number) {
        return Arrays.binarySearch(numbers, number);
    }

    int firstFrom(long number) {
        int at = place(number);
        return at < 0 ? -at - 1 : at;
    }

    int lastTo(long number) {
        int at = place(number);
        return at < 0 ? -at - 2 : at;
    }

    /** Adds a number that is not there. @return its place */
    int insert(long number) {
        int at = firstFrom(number);
        long[] more = new long[numbers.length + 1];
        System.arraycopy(numbers, 0, more, 0, at);
        more[at] = number;
        System.arraycopy(numbers, at, more, at + 1, numbers.length - at);
        numbers = more;
        return at;
    }

    /** Which comes first, second and so on by region; those without one last. */
    int[] order(long[] held, int count) {
        int[] places = IntStream.range(0, count).map(i -> held[i] == 0 ? numbers.length : place(held[i])).toArray();
        int[] next = new int[numbers.length + 2];
        for (int place : places) {
            next[place + 1]++;
        }
        for (int i = 1; i < next.length; i++) {
            next[i] += next[i - 1];
        }
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            order[next[places[i]]++] = i;
        }
        return order;
    }
}
