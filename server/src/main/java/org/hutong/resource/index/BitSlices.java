package org.hutong.resource.index;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * One number per row, stored by bits: a slice holds one bit of the number of every row, 64 rows to a word (bit-sliced index, O'Neil and Quass
 * 1997). Comparing all rows with a constant takes a few word operations per slice, and a column takes as many bits a row as its largest number.
 * Not safe for threads by itself.
 */
final class BitSlices {
    private static final long[] NONE = new long[0];

    private long[] known = NONE;
    /** Bits of the number in two's complement, lowest first; as many as the largest so far has. */
    private long[][] slices = new long[0][];
    /** The sign of every row; null while no number is negative. */
    private long @Nullable [] negative;

    /** @param words how many words of rows there are room for */
    BitSlices(int words) {
        known = new long[words];
    }

    void grow(int words) {
        known = Arrays.copyOf(known, words);
        for (int i = 0; i < slices.length; i++) {
            slices[i] = Arrays.copyOf(slices[i], words);
        }
        if (negative != null) {
            negative = Arrays.copyOf(negative, words);
        }
    }

    /** Bytes taken. */
    long bytes() {
        return 8L * known.length * (1 + slices.length + (negative == null ? 0 : 1));
    }

    void clear(int row) {
        known[row >> 6] &= ~(1L << row);
        for (long[] slice : slices) {
            slice[row >> 6] &= ~(1L << row);
        }
        if (negative != null) {
            negative[row >> 6] &= ~(1L << row);
        }
    }

    void set(int row, long number) {
        int width = 64 - Long.numberOfLeadingZeros(number < 0 ? ~number : number);
        if (width > slices.length) {
            widen(width);
        }
        int word = row >> 6;
        long bit = 1L << row;
        if (number < 0 && negative == null) {
            negative = new long[known.length];
        }
        known[word] |= bit;
        for (int i = 0; i < slices.length; i++) {
            slices[i][word] = (number >> i & 1) == 0 ? slices[i][word] & ~bit : slices[i][word] | bit;
        }
        if (negative != null) {
            negative[word] = number < 0 ? negative[word] | bit : negative[word] & ~bit;
        }
    }

    /** New high bits of a number in two's complement repeat its sign. */
    private void widen(int width) {
        int before = slices.length;
        slices = Arrays.copyOf(slices, width);
        for (int i = before; i < width; i++) {
            slices[i] = negative == null ? new long[known.length] : negative.clone();
        }
    }

    boolean known(int row) {
        return (known[row >> 6] >> row & 1) != 0;
    }

    /** @return the number of a row that is known */
    long get(int row) {
        int word = row >> 6;
        long number = negative != null && (negative[word] >> row & 1) != 0 ? -1L << slices.length : 0;
        for (int i = 0; i < slices.length; i++) {
            number |= (slices[i][word] >> row & 1) << i;
        }
        return number;
    }

    /** Copies which rows are known. @param from the first word, of {@code n} */
    void known(int from, int n, long[] into) {
        System.arraycopy(known, from, into, 0, n);
    }

    /** Rows whose number equals one. */
    void equal(long number, int from, int n, long[] into) {
        known(from, n, into);
        if (beyond(number) || number < 0 && negative == null) {
            Arrays.fill(into, 0, n, 0);
            return;
        }
        if (negative != null) {
            keep(into, negative, number < 0, from, n);
        }
        for (int i = 0; i < slices.length; i++) {
            keep(into, slices[i], (number >> i & 1) != 0, from, n);
        }
    }

    /** Rows whose number is at most one. */
    void atMost(long number, int from, int n, long[] into, long[] equal) {
        known(from, n, equal);
        if (beyond(number)) {
            if (number < 0) {
                Arrays.fill(into, 0, n, 0);
            } else {
                System.arraycopy(equal, 0, into, 0, n);
            }
            return;
        }
        Arrays.fill(into, 0, n, 0);
        if (negative != null) {
            if (number >= 0) {
                for (int w = 0; w < n; w++) {
                    into[w] = equal[w] & negative[from + w];
                    equal[w] &= ~negative[from + w];
                }
            } else {
                keep(equal, negative, true, from, n);
            }
        } else if (number < 0) {
            return;
        }
        for (int i = slices.length - 1; i >= 0; i--) {
            long[] slice = slices[i];
            if ((number >> i & 1) != 0) {
                for (int w = 0; w < n; w++) {
                    into[w] |= equal[w] & ~slice[from + w];
                    equal[w] &= slice[from + w];
                }
            } else {
                keep(equal, slice, false, from, n);
            }
        }
        for (int w = 0; w < n; w++) {
            into[w] |= equal[w];
        }
    }

    private static void keep(long[] rows, long[] slice, boolean set, int from, int n) {
        if (set) {
            for (int w = 0; w < n; w++) {
                rows[w] &= slice[from + w];
            }
        } else {
            for (int w = 0; w < n; w++) {
                rows[w] &= ~slice[from + w];
            }
        }
    }

    /** Larger, or smaller, than any number that the slices can hold. */
    private boolean beyond(long number) {
        return 64 - Long.numberOfLeadingZeros(number < 0 ? ~number : number) > slices.length;
    }
}
