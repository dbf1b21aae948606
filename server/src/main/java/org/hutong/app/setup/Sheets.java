package org.hutong.app.setup;

import java.util.List;
import java.util.function.Predicate;

import org.hutong.kernel.RegionCode;
import org.hutong.problem.Problem;
import org.hutong.problem.Refused;
import org.hutong.region.RegionSheet;

/** Reads a list of regions for the HTTP API. */
final class Sheets {
    private Sheets() {
    }

    /** How many regions of a level, 1 province to 6 grid. */
    record RegionsOfLevel(int level, long count) {
        static List<RegionsOfLevel> of(RegionSheet sheet) {
            return sheet.levels().entrySet().stream().map(one -> new RegionsOfLevel(one.getKey(), one.getValue())).toList();
        }
    }

    /**
     * @throws Refused with {@code sheet/LINE} as the place of each line that cannot be taken; there is at least one region otherwise
     */
    static RegionSheet read(String text, Predicate<RegionCode> there, Predicate<RegionCode> within) {
        RegionSheet sheet = RegionSheet.read(text, there, within);
        if (!sheet.faults().isEmpty()) {
            Refused refused = Problem.INVALID_REQUEST.refused().about(sheet.faults().size());
            sheet.faults().forEach(fault -> refused.at("sheet/" + fault.line(), fault.code(), fault.what()));
            throw refused;
        }
        if (sheet.regions().isEmpty()) {
            throw Problem.INVALID_REQUEST.refused().about(1).at("sheet", "required");
        }
        return sheet;
    }
}
