package org.hutong.region.web;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;

import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.access.AllowAnyone;
import org.hutong.access.Role;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.problem.Problem;
import org.hutong.region.Region;
import org.hutong.region.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The tree of regions: for officers within their scope, for residents as a list of places to choose from. */
@RestController
class RegionController {
    private static final Pattern PHONE = Pattern.compile("\\+?\\d[\\d-]{2,18}");
    private static final int LONGEST_NAME = 100;
    private final Regions regions;

    RegionController(Regions regions) {
        this.regions = regions;
    }

    /** A region by its code of 12 or 15 digits. */
    record RegionRef(String code, Localised name) {
        static RegionRef of(Region region) {
            return new RegionRef(region.code().toString(), region.name());
        }
    }

    /** A direct child. */
    record ChildRegion(String code, int level, Localised name) {
        static ChildRegion of(Region region) {
            return new ChildRegion(region.code().toString(), region.level(), region.name());
        }
    }

    /** A region with its way from the province and its children in order of code; {@code phone} is what people there call for help. */
    record RegionView(String code, int level, Localised name, List<RegionRef> path, List<ChildRegion> children, @Nullable String phone) {
    }

    /** A number to call, or none of the region's own. */
    record RegionPhone(@Nullable String phone) {
    }

    /** What a region is called from now on. */
    record RenameRegion(Localised name) {
    }

    @GetMapping("/api/regions/{code}")
    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER, Role.STEWARD, Role.ADMINISTRATOR, Role.AUDITOR})
    RegionView readRegion(Actor.Officer officer, @PathVariable String code) {
        RegionCode region = code(code);
        if (!officer.region().contains(region)) {
            throw Problem.NOT_FOUND.refused();
        }
        return view(region, false);
    }

    /** Says what the residents of a region call for help. Without a number it is that of the nearest region above. */
    @PutMapping("/api/regions/{code}/phone")
    @AllowOfficer(roles = Role.OFFICER)
    RegionView setRegionPhone(Actor.Officer officer, @PathVariable String code, @RequestBody RegionPhone wanted) {
        RegionCode region = code(code);
        if (!officer.region().contains(region) || regions.find(region).isEmpty()) {
            throw Problem.NOT_FOUND.refused();
        }
        String phone = wanted.phone == null || wanted.phone.isBlank() ? null
                : Normalizer.normalize(wanted.phone, Normalizer.Form.NFKC).replaceAll("[\\s()]", "");
        if (phone != null && !PHONE.matcher(phone).matches()) {
            throw Problem.INVALID_REQUEST.refused().about(1).at("phone", "phone-shape");
        }
        regions.setPhone(region, phone);
        return view(region, false);
    }

    /** Corrects the name of a region; other nodes read it anew after at most ten minutes. */
    @PutMapping("/api/regions/{code}/name")
    @AllowOfficer(roles = Role.ADMINISTRATOR)
    RegionView renameRegion(Actor.Officer officer, @PathVariable String code, @RequestBody RenameRegion wanted) {
        RegionCode region = code(code);
        if (!officer.region().contains(region) || regions.find(region).isEmpty()) {
            throw Problem.NOT_FOUND.refused();
        }
        String zh = wanted.name == null ? "" : wanted.name.zh().strip();
        if (zh.isEmpty() || zh.length() > LONGEST_NAME || wanted.name.en().length() > LONGEST_NAME) {
            throw Problem.INVALID_REQUEST.refused().about(1).at("name", "region-name", code);
        }
        regions.rename(region, Localised.of(zh, wanted.name.en().isBlank() ? zh : wanted.name.en().strip()));
        return view(region, false);
    }

    /** Where choosing a place begins; the tree is published, and who is not on file chooses before signing in. */
    @GetMapping("/api/resident/regions")
    @AllowAnyone
    List<ChildRegion> listPlaces() {
        return regions.roots().stream().map(ChildRegion::of).toList();
    }

    @GetMapping("/api/resident/regions/{code}")
    @AllowAnyone
    RegionView readPlace(@PathVariable String code) {
        return view(code(code), true);
    }

    private RegionView view(RegionCode code, boolean withoutGrids) {
        Region region = regions.find(code).orElseThrow(Problem.NOT_FOUND::refused);
        // Residents know their community; the grid is the officers' business.
        List<Region> children = withoutGrids && region.level() >= 5 ? List.of() : regions.children(code);
        return new RegionView(region.code().toString(), region.level(), region.name(), regions.path(code).stream().map(RegionRef::of).toList(),
                children.stream().map(ChildRegion::of).toList(), regions.phone(code).orElse(null));
    }

    private static RegionCode code(String digits) {
        if (!digits.matches("\\d{12}|\\d{15}") || digits.charAt(0) == '0') {
            throw Problem.NOT_FOUND.refused();
        }
        return RegionCode.of(digits);
    }
}
