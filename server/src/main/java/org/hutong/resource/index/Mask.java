package org.hutong.resource.index;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A criterion over a run of rows: which make it true, and which make it false; of the others it is unknown. One for one query, by one thread.
 */
abstract class Mask {
    /** Words that are looked at in one go: few enough for the nearest cache. */
    static final int RUN = 64;

    /** Sets the bits of the rows for which it is true. @param from the first word, of {@code n}, at most {@link #RUN} */
    abstract void trues(int from, int n, long[] into);

    /** Sets the bits of the rows for which it is false. */
    abstract void falses(int from, int n, long[] into);

    /** Whether a row of this run may make it true, by what is known of the run as a whole. */
    boolean mayBeTrue(int run) {
        return true;
    }

    /** The same for false. */
    boolean mayBeFalse(int run) {
        return true;
    }

    Mask not() {
        Mask of = this;
        return new Mask() {
            @Override
            void trues(int from, int n, long[] into) {
                of.falses(from, n, into);
            }

            @Override
            void falses(int from, int n, long[] into) {
                of.trues(from, n, into);
            }

            @Override
            boolean mayBeTrue(int run) {
                return of.mayBeFalse(run);
            }

            @Override
            boolean mayBeFalse(int run) {
                return of.mayBeTrue(run);
            }
        };
    }

    static Mask constant(boolean isTrue, boolean isFalse) {
        return new Mask() {
            @Override
            void trues(int from, int n, long[] into) {
                Arrays.fill(into, 0, n, isTrue ? -1 : 0);
            }

            @Override
            void falses(int from, int n, long[] into) {
                Arrays.fill(into, 0, n, isFalse ? -1 : 0);
            }

            @Override
            boolean mayBeTrue(int run) {
                return isTrue;
            }

            @Override
            boolean mayBeFalse(int run) {
                return isFalse;
            }
        };
    }

    static Mask all(List<Mask> of) {
        return of.size() == 1 ? of.getFirst() : new All(of);
    }

    static Mask any(List<Mask> of) {
        return all(of.stream().map(Mask::not).toList()).not();
    }

    Mask and(Mask other) {
        return all(List.of(this, other));
    }

    /** True where one is true, false where another is. */
    static Mask split(Mask isTrue, Mask isFalse) {
        return new Mask() {
            @Override
            void trues(int from, int n, long[] into) {
                isTrue.trues(from, n, into);
            }

            @Override
            void falses(int from, int n, long[] into) {
                isFalse.trues(from, n, into);
            }
        };
    }

    /** Of a column, true where a number is known and passes a test, false where it is known and does not. */
    abstract static class OfColumn extends Mask {
        private final BitSlices column;
        private final long[] known = new long[RUN];

        OfColumn(BitSlices column) {
            this.column = column;
        }

        @Override
        void falses(int from, int n, long[] into) {
            trues(from, n, into);
            column.known(from, n, known);
            for (int w = 0; w < n; w++) {
                into[w] = known[w] & ~into[w];
            }
        }
    }

    static Mask equal(BitSlices column, long number) {
        return new OfColumn(column) {
            @Override
            void trues(int from, int n, long[] into) {
                column.equal(number, from, n, into);
            }
        };
    }

    static Mask atMost(BitSlices column, long number) {
        return new OfColumn(column) {
            private final long[] scratch = new long[RUN];

            @Override
            void trues(int from, int n, long[] into) {
                column.atMost(number, from, n, into, scratch);
            }
        };
    }

    /** No row passes; false where a number is known. */
    static Mask never(BitSlices column) {
        return new OfColumn(column) {
            @Override
            void trues(int from, int n, long[] into) {
                Arrays.fill(into, 0, n, 0);
            }
        };
    }

    /**
     * From one number to another, both included.
     *
     * @param overlaps whether a run of rows holds a number in between, as far as is known
     */
    static Mask between(BitSlices column, long first, long last, IntPredicate overlaps) {
        return new OfColumn(column) {
            private final long[] scratch = new long[RUN];
            private final long[] below = new long[RUN];

            @Override
            void trues(int from, int n, long[] into) {
                column.atMost(last, from, n, into, scratch);
                column.atMost(first - 1, from, n, below, scratch);
                for (int w = 0; w < n; w++) {
                    into[w] &= ~below[w];
                }
            }

            @Override
            boolean mayBeTrue(int run) {
                return overlaps.test(run);
            }
        };
    }

    /** Two-valued: whether a number is known. */
    static Mask present(BitSlices column) {
        return new Mask() {
            @Override
            void trues(int from, int n, long[] into) {
                column.known(from, n, into);
            }

            @Override
            void falses(int from, int n, long[] into) {
                column.known(from, n, into);
                for (int w = 0; w < n; w++) {
                    into[w] = ~into[w];
                }
            }
        };
    }

    private static final class All extends Mask {
        private final Mask[] of;
        private final long[] part = new long[RUN];

        All(List<Mask> of) {
            this.of = of.toArray(Mask[]::new);
        }

        @Override
        void trues(int from, int n, long[] into) {
            Arrays.fill(into, 0, n, -1);
            for (Mask mask : of) {
                mask.trues(from, n, part);
                long some = 0;
                for (int w = 0; w < n; w++) {
                    into[w] &= part[w];
                    some |= into[w];
                }
                if (some == 0) {
                    return;
                }
            }
        }

        @Override
        void falses(int from, int n, long[] into) {
            Arrays.fill(into, 0, n, 0);
            for (Mask mask : of) {
                mask.falses(from, n, part);
                for (int w = 0; w < n; w++) {
                    into[w] |= part[w];
                }
            }
        }

        @Override
        boolean mayBeTrue(int run) {
            for (Mask mask : of) {
                if (!mask.mayBeTrue(run)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        boolean mayBeFalse(int run) {
            for (Mask mask : of) {
                if (mask.mayBeFalse(run)) {
                    return true;
                }
            }
            return false;
        }
    }
}
