package org.hutong.kernel;

/**
 * A place in the tree of regions as one number of 15 digits: the 12-digit statistical code (province 2, city 2, district 2, street 3,
 * community 3) and three digits for the grid. A subtree is one range of numbers, which is what makes every scope test one
 * {@code BETWEEN}.
 *
 * <p>Source of the 12 digits: 统计用区划代码和城乡划分代码编制规则 (National Bureau of Statistics).
 *
 * @param number 15 digits, trailing zeros for the levels below
 */
public record RegionCode(long number) implements Comparable<RegionCode> {
    private static final long[] STEP = {10_000_000_000_000L, 100_000_000_000L, 1_000_000_000L, 1_000_000L, 1_000L, 1L};

    public RegionCode {
        if (number < 100_000_000_000_000L || number > 999_999_999_999_999L) {
            throw new IllegalArgumentException("not a region code: " + number);
        }
    }

    /** Reads 12 or 15 digits (2, 4, 6, 9 are filled up). */
    public static RegionCode of(String digits) {
        if (!digits.matches("\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}|\\d{15}")) {
            throw new IllegalArgumentException("not a region code: " + digits);
        }
        return new RegionCode(Long.parseLong((digits + "000000000000000").substring(0, 15)));
    }

    /** 0 the whole country is not a region; 1 province, 2 city, 3 district, 4 street, 5 community, 6 grid. */
    public int level() {
        for (int level = 1; level < 6; level++) {
            if (number % STEP[level - 1] == 0) {
                return level;
            }
        }
        return 6;
    }

    /** First number of the subtree, inclusive (the region itself). */
    public long first() {
        return number;
    }

    /** Last number of the subtree, inclusive. */
    public long last() {
        return number + STEP[level() - 1] - 1;
    }

    public boolean contains(RegionCode other) {
        return other.number >= first() && other.number <= last();
    }

    /** The ancestor (or self) at a level between 1 and this level. */
    public RegionCode at(int level) {
        return new RegionCode(number - number % STEP[level - 1]);
    }

    /** Six-digit county code, used as {@code home} of subjects created here. */
    public int county() {
        return (int) (number / 1_000_000_000L);
    }

    @Override
    public int compareTo(RegionCode other) {
        return Long.compare(number, other.number);
    }

    /** 12 digits, or 15 for a grid. */
    @Override
    public String toString() {
        return level() == 6 ? Long.toString(number) : Long.toString(number / 1000);
    }
}
