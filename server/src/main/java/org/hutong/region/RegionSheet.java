package org.hutong.region;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;

/**
 * Regions as they come in a list: one a line, first the code (12 digits of 统计用区划代码, 15 for a grid; 2, 4, 6 or 9 are filled up), then
 * the name, then perhaps the English name; cells apart by tab or comma, as copied from a spreadsheet or out of a CSV file, or a code and a name apart by blanks. Further
 * cells are not read: the level and the region above follow from the code. Order does not matter, and a head is passed over.
 *
 * @param regions in order of code, so that each comes after the one above it; empty while there are faults
 */
public record RegionSheet(List<Region> regions, List<Fault> faults) {
    /** A province with all its communities has about 30,000. */
    public static final int MOST_LINES = 100_000;
    private static final int LONGEST_NAME = 100;
    private static final int MOST_FAULTS = 50;

    public RegionSheet {
        regions = List.copyOf(regions);
        faults = List.copyOf(faults);
    }

    /**
     * A line that cannot be taken.
     *
     * @param line from 1
     * @param code {@code region-code}, {@code region-name}, {@code region-twice}, {@code region-above}, {@code region-outside} or
     *             {@code region-lines}
     * @param what the cell that is wrong
     */
    public record Fault(int line, String code, String what) {
    }

    private record Line(int number, RegionCode code, Localised name) {
    }

    /**
     * @param there  whether a region is in the tree already
     * @param within whether a region may be added by whoever sends the list
     */
    public static RegionSheet read(String text, Predicate<RegionCode> there, Predicate<RegionCode> within) {
        List<Fault> faults = new ArrayList<>();
        Map<RegionCode, Line> lines = new TreeMap<>();
        String[] rows = text.replace("\uFEFF", "").split("\\R", -1);
        if (rows.length > MOST_LINES) {
            return new RegionSheet(List.of(), List.of(new Fault(MOST_LINES + 1, "region-lines", Integer.toString(MOST_LINES))));
        }
        boolean begun = false;
        for (int i = 0; i < rows.length; i++) {
            List<String> cells = cells(rows[i]);
            if (cells.stream().allMatch(String::isEmpty)) {
                continue;
            }
            boolean head = !begun && cells.getFirst().codePoints().noneMatch(Character::isDigit);
            begun = true;
            if (!head) {
                take(i + 1, cells, within, lines, faults);
            }
        }
        Set<RegionCode> codes = lines.keySet();
        List<Region> regions = lines.values().stream().map(line -> {
            RegionCode above = above(line.code());
            boolean known = above != null && (codes.contains(above) || there.test(above));
            // The topmost of a list hangs under nothing; in the middle a missing one would be a hole.
            if (!known && above != null && (anyAbove(above, codes) || anyAbove(above, there))) {
                fault(faults, line.number(), "region-above", above.toString());
            }
            return new Region(line.code(), line.code().level(), line.name(), known ? above : null);
        }).toList();
        return new RegionSheet(faults.isEmpty() ? regions : List.of(), faults);
    }

    private static void take(int number, List<String> cells, Predicate<RegionCode> within, Map<RegionCode, Line> lines, List<Fault> faults) {
        String digits = cells.getFirst();
        if (!digits.matches("[1-9]\\d|[1-9]\\d{3}|[1-9]\\d{5}|[1-9]\\d{8}|[1-9]\\d{11}|[1-9]\\d{14}")) {
            fault(faults, number, "region-code", digits);
            return;
        }
        RegionCode code = RegionCode.of(digits);
        String zh = cells.size() > 1 ? cells.get(1) : "";
        if (zh.isEmpty() || zh.length() > LONGEST_NAME) {
            fault(faults, number, "region-name", digits);
        } else if (!within.test(code)) {
            fault(faults, number, "region-outside", digits);
        } else {
            String en = cells.size() > 2 && cells.get(2).matches("[A-Z][A-Za-z .,'’0-9()-]{0,99}") ? cells.get(2) : zh;
            Line before = lines.putIfAbsent(code, new Line(number, code, Localised.of(zh, en)));
            if (before != null && !before.name().zh().equals(zh)) {
                fault(faults, number, "region-twice", digits);
            }
        }
    }

    private static void fault(List<Fault> faults, int line, String code, String what) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Fault(line, code, what.length() > 40 ? what.substring(0, 40) : what));
        }
    }

    private static List<String> cells(String row) {
        // A code and a name with blanks between them, as copied from a web page: the name is the rest, since English names have blanks themselves.
        String[] cells = row.matches("\\s*\\d+[ \u3000]+[^\\t,，]+") ? row.strip().split("[ \u3000]+", 2) : row.split(row.indexOf('\t') >= 0 ? "\t" : "[,，]", -1);
        List<String> read = new ArrayList<>(cells.length);
        for (String cell : cells) {
            String bare = cell.strip();
            read.add(bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"") ? bare.substring(1, bare.length() - 1).strip() : bare);
        }
        return read;
    }

    /** Null above a province. A city without districts has its streets right below it. */
    private static RegionCode above(RegionCode code) {
        return code.level() == 1 ? null : code.at(code.level() - 1);
    }

    private static boolean anyAbove(RegionCode from, Set<RegionCode> codes) {
        return anyAbove(from, codes::contains);
    }

    private static boolean anyAbove(RegionCode from, Predicate<RegionCode> known) {
        for (RegionCode at = above(from); at != null; at = above(at)) {
            if (known.test(at)) {
                return true;
            }
        }
        return false;
    }

    /** How many of each level, from the province. */
    public Map<Integer, Long> levels() {
        return regions.stream().collect(Collectors.groupingBy(Region::level, TreeMap::new, Collectors.counting()));
    }

    /**
     * Where somebody may be placed who keeps all of them: the way from the topmost down to the one below which they part. Empty when
     * there are several topmost ones.
     */
    public List<Region> trunk() {
        List<Region> trunk = new ArrayList<>();
        Set<RegionCode> seen = new HashSet<>();
        List<Region> at = regions.stream().filter(region -> region.parent() == null).toList();
        while (at.size() == 1 && seen.add(at.getFirst().code())) {
            Region only = at.getFirst();
            trunk.add(only);
            at = regions.stream().filter(region -> only.code().equals(region.parent())).toList();
        }
        return trunk;
    }
}
