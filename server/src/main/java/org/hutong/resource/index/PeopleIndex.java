package org.hutong.resource.index;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import org.hutong.kernel.Criterion;
import org.jspecify.annotations.Nullable;

/**
 * All persons in memory, a few bits each: rows in the order of where people live, columns loaded when a criterion first names them. Counting
 * skips the runs of rows that lie outside of the regions asked for. Many may count while nobody changes; a change of some rows waits for
 * the counts that run and is seen as a whole by the next.
 */
public final class PeopleIndex {
    private static final int RUN_ROWS = Mask.RUN * 64;

    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private final RowNumbers rowNumbers;
    private final Regions regions;
    private final Map<IndexColumn, Kept> columns = new LinkedHashMap<>();
    private final Set<IndexColumn> refused = new HashSet<>();
    private final Set<UUID> reportedDead = new HashSet<>();
    private int rows;
    private long[] alive;
    /** Of each run the first and last place of {@link Regions} that somebody of it lives, or lived, in. */
    private int[] firstPlace;
    private int[] lastPlace;
    private final AtomicLong clock = new AtomicLong();

    /** One column and what it takes to read a value into it. */
    static final class Kept {
        final IndexColumn column;
        BitSlices slices;
        /** Place of each code met so far. */
        final Map<String, Integer> codes = new HashMap<>();
        /** For {@link IndexColumn.Form#CODES}: one column of bits per place; in {@link #slices} whether there is a value. */
        BitSlices[] contains = new BitSlices[0];
        /** Rows that changed while the column is being loaded, and so are newer than what is read; null when it is complete. */
        @Nullable BitSet newer = new BitSet();
        final AtomicLong used = new AtomicLong();

        Kept(IndexColumn column, int words) {
            this.column = column;
            this.slices = new BitSlices(words);
        }

        long bytes() {
            long bytes = slices.bytes();
            for (BitSlices one : contains) {
                bytes += one.bytes();
            }
            return bytes;
        }

        boolean complete() {
            return newer == null;
        }
    }

    private PeopleIndex(RowNumbers rowNumbers, Regions regions, int rows, int words) {
        this.rowNumbers = rowNumbers;
        this.regions = regions;
        this.rows = rows;
        this.alive = new long[words];
        this.firstPlace = new int[words / Mask.RUN];
        this.lastPlace = new int[words / Mask.RUN];
        Arrays.fill(firstPlace, Integer.MAX_VALUE);
        Arrays.fill(lastPlace, -1);
    }

    /** Takes everybody in, in any order. */
    public static final class Builder {
        private long[] high;
        private long[] low;
        private long[] livesIn;
        private final BitSet alive = new BitSet();
        private int count;

        /** @param expected about how many there are */
        public Builder(int expected) {
            int room = Math.max(expected, 1_000);
            high = new long[room];
            low = new long[room];
            livesIn = new long[room];
        }

        /**
         * @param livesIn number of the region, 0 when not known
         * @param alive   whether the person counts: not merged, not erased, not dead
         */
        public void add(UUID person, long livesIn, boolean alive) {
            if (count == high.length) {
                int room = count + count / 2;
                high = Arrays.copyOf(high, room);
                low = Arrays.copyOf(low, room);
                this.livesIn = Arrays.copyOf(this.livesIn, room);
            }
            high[count] = person.getMostSignificantBits();
            low[count] = person.getLeastSignificantBits();
            this.livesIn[count] = livesIn;
            this.alive.set(count, alive);
            count++;
        }

        /** @param numbers of all regions there are; others that somebody lives in are added */
        public PeopleIndex build(Collection<Long> numbers) {
            Regions regions = Regions.of(numbers, livesIn, count);
            int[] order = regions.order(livesIn, count);
            int words = words(count + count / 16);
            PeopleIndex index = new PeopleIndex(new RowNumbers(count), regions, count, words);
            Kept places = new Kept(IndexColumn.RESIDES_IN, words);
            places.newer = null;
            index.columns.put(IndexColumn.RESIDES_IN, places);
            for (int row = 0; row < count; row++) {
                int from = order[row];
                index.rowNumbers.put(high[from], low[from], row);
                if (alive.get(from)) {
                    index.alive[row >> 6] |= 1L << row;
                }
                if (livesIn[from] != 0) {
                    index.place(row, regions.place(livesIn[from]), places);
                }
            }
            return index;
        }
    }

    private static int words(int rows) {
        return (rows + RUN_ROWS) / RUN_ROWS * Mask.RUN;
    }

    private void place(int row, int place, Kept places) {
        places.slices.set(row, place);
        int run = row / RUN_ROWS;
        firstPlace[run] = Math.min(firstPlace[run], place);
        lastPlace[run] = Math.max(lastPlace[run], place);
    }

    /** How many persons are in it, the dead among them. */
    public int size() {
        return rows;
    }

    /** Bytes that columns and keys take. */
    public long bytes() {
        lock.readLock().lock();
        try {
            return rowNumbers.bytes() + 8L * alive.length + columns.values().stream().mapToLong(Kept::bytes).sum();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** What a criterion needs that is not here yet. Nothing when a column of it cannot be kept: then it is not counted here at all. */
    public Set<IndexColumn> missing(Collection<IndexColumn> needed) {
        lock.readLock().lock();
        try {
            if (needed.stream().anyMatch(refused::contains)) {
                return Set.of();
            }
            Set<IndexColumn> missing = new HashSet<>(needed);
            missing.removeIf(columns::containsKey);
            return missing;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Columns whose values have to be given with every change. */
    public List<IndexColumn> columns() {
        lock.readLock().lock();
        try {
            return List.copyOf(columns.keySet());
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Begins columns: from now on changes name them too. What is read for {@link #load} must have been committed after this. */
    public void begin(Collection<IndexColumn> fresh) {
        lock.writeLock().lock();
        try {
            fresh.forEach(column -> columns.putIfAbsent(column, new Kept(column, alive.length)));
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Values of some persons in columns that were begun; a row that changed meanwhile keeps its newer value. @param order the columns of the values */
    public void load(List<IndexColumn> order, Collection<Changed> persons) {
        lock.writeLock().lock();
        try {
            Kept[] kept = order.stream().map(columns::get).toArray(Kept[]::new);
            for (Changed person : persons) {
                int row = rowNumbers.find(person.person.getMostSignificantBits(), person.person.getLeastSignificantBits());
                for (int i = 0; i < kept.length && row >= 0; i++) {
                    if (kept[i] != null && kept[i].newer != null && !kept[i].newer.get(row)) {
                        put(kept[i], row, person.values[i]);
                    }
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Columns are complete and may be counted with. */
    public void complete(Collection<IndexColumn> loaded) {
        lock.writeLock().lock();
        try {
            loaded.stream().map(columns::get).filter(kept -> kept != null).forEach(kept -> {
                kept.newer = null;
                kept.used.set(clock.incrementAndGet());
            });
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Gives up columns that were begun and never completed. */
    public void abandon(Collection<IndexColumn> begun) {
        lock.writeLock().lock();
        try {
            begun.forEach(columns::remove);
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Lets go of the columns that were not used for longest until the rest takes no more than so many bytes. */
    public void shrink(long most) {
        long over = bytes() - most;
        lock.writeLock().lock();
        try {
            List<Kept> oldest = columns.values().stream().filter(kept -> kept.complete() && !kept.column.equals(IndexColumn.RESIDES_IN))
                    .sorted(Comparator.comparingLong(kept -> kept.used.get())).toList();
            for (Iterator<Kept> next = oldest.iterator(); over > 0 && next.hasNext();) {
                Kept kept = next.next();
                over -= kept.bytes();
                columns.remove(kept.column);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /**
     * Somebody as he or she is now.
     *
     * @param values of {@code order}, null where there is none; columns that are not among them keep what they hold
     */
    public record Changed(UUID person, boolean alive, Object[] values) {
    }

    /** Changes some persons, or adds them, as one. @param order the columns of the values */
    public void change(List<IndexColumn> order, Collection<Changed> changes) {
        lock.writeLock().lock();
        try {
            for (Changed change : changes) {
                int row = row(change.person);
                alive[row >> 6] = change.alive ? alive[row >> 6] | 1L << row : alive[row >> 6] & ~(1L << row);
                for (int i = 0; i < change.values.length; i++) {
                    Kept kept = columns.get(order.get(i));
                    if (kept != null) {
                        if (kept.newer != null) {
                            kept.newer.set(row);
                        }
                        put(kept, row, change.values[i]);
                    }
                }
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Who is said to have died and is not decided about: they do not count meanwhile. */
    public void reportedDead(Collection<UUID> persons) {
        lock.writeLock().lock();
        try {
            reportedDead.clear();
            reportedDead.addAll(persons);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private int row(UUID person) {
        int row = rowNumbers.find(person.getMostSignificantBits(), person.getLeastSignificantBits());
        if (row >= 0) {
            return row;
        }
        row = rows++;
        if (row >> 6 >= alive.length) {
            int words = words(row + row / 16);
            alive = Arrays.copyOf(alive, words);
            firstPlace = Arrays.copyOf(firstPlace, words / Mask.RUN);
            Arrays.fill(firstPlace, lastPlace.length, firstPlace.length, Integer.MAX_VALUE);
            int before = lastPlace.length;
            lastPlace = Arrays.copyOf(lastPlace, words / Mask.RUN);
            Arrays.fill(lastPlace, before, lastPlace.length, -1);
            for (Kept kept : columns.values()) {
                kept.slices.grow(words);
                Arrays.stream(kept.contains).forEach(one -> one.grow(words));
            }
        }
        rowNumbers.put(person.getMostSignificantBits(), person.getLeastSignificantBits(), row);
        return row;
    }

    /** @param value as its column is read: Long, Boolean, BigDecimal, Integer (a partial date), String, String[]; null for none */
    private void put(Kept kept, int row, @Nullable Object value) {
        kept.slices.clear(row);
        for (BitSlices one : kept.contains) {
            one.clear(row);
        }
        if (value == null) {
            return;
        }
        switch (kept.column.form()) {
            case INTEGER, DATE, TIME -> kept.slices.set(row, (Long) value);
            case PARTIAL_DATE -> kept.slices.set(row, PartialDates.number((Integer) value));
            case YES_NO -> kept.slices.set(row, (Boolean) value ? 1 : 0);
            case CODE -> kept.slices.set(row, kept.codes.computeIfAbsent((String) value, code -> kept.codes.size()));
            case REGION -> region(kept, row, (Long) value);
            case PRESENCE -> kept.slices.set(row, 0);
            case CODES -> {
                kept.slices.set(row, 0);
                for (String code : (String[]) value) {
                    int place = kept.codes.computeIfAbsent(code, one -> kept.codes.size());
                    if (place == kept.contains.length) {
                        kept.contains = Arrays.copyOf(kept.contains, place + 1);
                        kept.contains[place] = new BitSlices(alive.length);
                    }
                    kept.contains[place].set(row, 0);
                }
            }
            case DECIMAL -> {
                OptionalLong number = Decimals.exact((BigDecimal) value);
                if (number.isEmpty()) {
                    throw new NotKept(kept.column);
                }
                kept.slices.set(row, number.getAsLong());
            }
        }
    }

    private void region(Kept kept, int row, long number) {
        if (regions.place(number) < 0) {
            renumber(number);
        }
        if (kept.column.equals(IndexColumn.RESIDES_IN)) {
            place(row, regions.place(number), kept);
        } else {
            kept.slices.set(row, regions.place(number));
        }
    }

    /** A region that was unknown moves the places of those behind it. Rare: all regions there are were known from the start. */
    private void renumber(long number) {
        int at = regions.insert(number);
        for (Kept kept : columns.values()) {
            if (kept.column.form() == IndexColumn.Form.REGION) {
                for (int row = 0; row < rows; row++) {
                    if (kept.slices.known(row)) {
                        long place = kept.slices.get(row);
                        if (place >= at) {
                            kept.slices.set(row, place + 1);
                        }
                    }
                }
            }
        }
        for (int run = 0; run < firstPlace.length; run++) {
            firstPlace[run] += firstPlace[run] >= at && firstPlace[run] != Integer.MAX_VALUE ? 1 : 0;
            lastPlace[run] += lastPlace[run] >= at ? 1 : 0;
        }
    }

    /** A column that holds a value that cannot be kept exactly. */
    static final class NotKept extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1;
        private final transient IndexColumn column;

        NotKept(IndexColumn column) {
            super(column.name(), null, false, false);
            this.column = column;
        }
    }

    /** Lets go of a column for good: one of its values cannot be kept exactly, so that criteria over it are counted elsewhere. */
    public void refuse(RuntimeException because) {
        if (because instanceof NotKept notKept) {
            lock.writeLock().lock();
            try {
                columns.remove(notKept.column);
                refused.add(notKept.column);
            } finally {
                lock.writeLock().unlock();
            }
        } else {
            throw because;
        }
    }

    /**
     * How many make a criterion true; empty when it cannot be counted here, or not yet.
     *
     * @param needed the columns of the criterion, see {@link CriterionMasks#needs}
     */
    public OptionalLong count(Criterion criterion, Collection<IndexColumn> needed, CriterionMasks masks) {
        lock.readLock().lock();
        try {
            for (IndexColumn column : needed) {
                Kept kept = columns.get(column);
                if (kept == null || !kept.complete()) {
                    return OptionalLong.empty();
                }
            }
            for (IndexColumn column : needed) {
                columns.get(column).used.set(clock.incrementAndGet());
            }
            return OptionalLong.of(count(masks.compile(criterion, new Held())));
        } finally {
            lock.readLock().unlock();
        }
    }

    private long count(Mask mask) {
        long count = 0;
        long[] found = new long[Mask.RUN];
        int last = (rows + RUN_ROWS - 1) / RUN_ROWS;
        for (int run = 0; run < last; run++) {
            if (!mask.mayBeTrue(run)) {
                continue;
            }
            int from = run * Mask.RUN;
            mask.trues(from, Mask.RUN, found);
            for (int w = 0; w < Mask.RUN; w++) {
                count += Long.bitCount(found[w] & alive[from + w]);
            }
        }
        return count - reported(mask, found);
    }

    /** Of those said to have died how many would count. */
    private long reported(Mask mask, long[] found) {
        long count = 0;
        for (UUID person : reportedDead) {
            int row = rowNumbers.find(person.getMostSignificantBits(), person.getLeastSignificantBits());
            if (row >= 0) {
                mask.trues(row >> 6, 1, found);
                count += (found[0] & alive[row >> 6]) >> row & 1;
            }
        }
        return count;
    }

    /** What masks are made of, while the lock is held. */
    final class Held {

        BitSlices slices(IndexColumn column) {
            return columns.get(column).slices;
        }

        /** The number of a code in a column; empty when nobody has it. */
        @Nullable Integer code(IndexColumn column, String code) {
            return columns.get(column).codes.get(code);
        }

        BitSlices contains(IndexColumn column, int place) {
            return columns.get(column).contains[place];
        }

        /** The place of a region, below zero when there is none with its number. */
        int place(long number) {
            return regions.place(number);
        }

        Mask between(IndexColumn column, long firstNumber, long lastNumber) {
            int first = regions.firstFrom(firstNumber);
            int last = regions.lastTo(lastNumber);
            if (first > last) {
                return Mask.never(slices(column));
            }
            return Mask.between(slices(column), first, last,
                    column.equals(IndexColumn.RESIDES_IN) ? run -> firstPlace[run] <= last && lastPlace[run] >= first : run -> true);
        }
    }
}
