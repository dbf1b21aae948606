package org.hutong.resource.index;

import java.util.Arrays;

/** The row of each person, by both halves of the key; open addressing, nothing is ever taken out. One may add while others look up only under a lock. */
final class RowNumbers {
    private long[] high;
    private long[] low;
    /** Rows by hash, -1 for none; a power of two of places, at most two thirds of them taken. */
    private int[] table;

    /** @param expected how many there will be at least */
    RowNumbers(int expected) {
        int room = Math.max(16, expected + expected / 16);
        high = new long[room];
        low = new long[room];
        table = empty(room);
    }

    private static int[] empty(int room) {
        int[] table = new int[Integer.highestOneBit(room + room / 2) * 2];
        Arrays.fill(table, -1);
        return table;
    }

    long bytes() {
        return 16L * high.length + 4L * table.length;
    }

    /** @return the row, -1 when there is none */
    int find(long high, long low) {
        int mask = table.length - 1;
        for (int at = hash(high, low) & mask;; at = at + 1 & mask) {
            int row = table[at];
            if (row < 0 || this.low[row] == low && this.high[row] == high) {
                return row;
            }
        }
    }

    /** @param row the next that is free; the key is not there yet */
    void put(long high, long low, int row) {
        if (row == this.high.length) {
            int room = row + row / 8 + 16;
            this.high = Arrays.copyOf(this.high, room);
            this.low = Arrays.copyOf(this.low, room);
            if (room + room / 2 > table.length) {
                table = empty(room);
                for (int i = 0; i < row; i++) {
                    enter(i);
                }
            }
        }
        this.high[row] = high;
        this.low[row] = low;
        enter(row);
    }

    private void enter(int row) {
        int mask = table.length - 1;
        int at = hash(high[row], low[row]) & mask;
        while (table[at] >= 0) {
            at = at + 1 & mask;
        }
        table[at] = row;
    }

    private static int hash(long high, long low) {
        long mixed = (high ^ Long.rotateLeft(low, 32)) * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> 32);
    }
}
