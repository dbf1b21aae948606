package org.hutong.app.setup;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.access.Role;
import org.hutong.region.RegionSheet;
import org.hutong.region.Regions;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An administrator adds regions below the own one; those that are there stay as they are. */
@RestController
@RequestMapping("/api/administration/regions")
class RegionSheetController {
    private final Regions regions;

    RegionSheetController(Regions regions) {
        this.regions = regions;
    }

    /** @param sheet a line each: code, name, perhaps the English name */
    record NewRegions(@NotNull String sheet) {
    }

    /** @param known how many of them are there already */
    record RegionSheetView(List<Sheets.RegionsOfLevel> levels, int known) {
    }

    record AddedRegions(int added) {
    }

    /** Reads a list and keeps nothing of it. */
    @PostMapping("/check")
    @AllowOfficer(roles = Role.ADMINISTRATOR)
    RegionSheetView checkNewRegions(Actor.Officer officer, @Valid @RequestBody NewRegions given) {
        RegionSheet sheet = read(officer, given);
        return new RegionSheetView(Sheets.RegionsOfLevel.of(sheet), (int) sheet.regions().stream().filter(region -> regions.find(region.code()).isPresent()).count());
    }

    @PostMapping
    @AllowOfficer(roles = Role.ADMINISTRATOR)
    AddedRegions addRegions(Actor.Officer officer, @Valid @RequestBody NewRegions given) {
        return new AddedRegions(regions.add(read(officer, given).regions()));
    }

    private RegionSheet read(Actor.Officer officer, NewRegions given) {
        return Sheets.read(given.sheet(), code -> regions.find(code).isPresent(), officer.region()::contains);
    }
}
