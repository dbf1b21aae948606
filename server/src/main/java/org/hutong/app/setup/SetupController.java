package org.hutong.app.setup;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.hutong.access.AllowAnyone;
import org.hutong.access.FirstAccount;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.problem.Problem;
import org.hutong.region.Region;
import org.hutong.region.RegionSheet;
import org.hutong.region.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The first start without the demo: the tree of regions, then the first administrator. Everything but the question whether it is needed
 * wants the key of {@link FirstAccount}, and nothing of it can be done twice.
 */
@RestController
@RequestMapping("/api/setup")
class SetupController {
    private final FirstAccount first;
    private final Regions regions;
    private final TransactionTemplate transaction;
    private final boolean demo;

    SetupController(FirstAccount first, Regions regions, TransactionTemplate transaction, @Value("${hutong.demo:false}") boolean demo) {
        this.first = first;
        this.regions = regions;
        this.transaction = transaction;
        this.demo = demo;
    }

    /** @param demo whether this is the demo town, where anybody may look around */
    record SetupState(boolean needed, boolean demo) {
    }

    /** @param key of the link that the server printed */
    record SetupKey(@NotBlank @Size(max = 200) String key) {
        @Override
        public String toString() {
            return "SetupKey[hidden]";
        }
    }

    /** @param sheet a line each: code, name, perhaps the English name */
    record CheckRegions(@NotBlank @Size(max = 200) String key, @NotNull String sheet) {
        @Override
        public String toString() {
            return "CheckRegions[hidden]";
        }
    }

    record SetupPlace(String code, Localised name) {
        static SetupPlace of(Region region) {
            return new SetupPlace(region.code().toString(), region.name());
        }
    }

    /**
     * What a list holds.
     *
     * @param places where the administrator may be placed, from the top; empty when the list has several topmost regions
     * @param there  regions that the site has already
     */
    record RegionsView(List<Sheets.RegionsOfLevel> levels, List<SetupPlace> places, boolean there) {
    }

    /**
     * @param sheet  absent when the site has its regions already
     * @param region where the administrator is placed
     * @param login  begins with a letter; small letters, digits, dots, hyphens
     */
    record SetUp(@NotBlank @Size(max = 200) String key, @Nullable String sheet, @NotNull RegionCode region,
            @NotBlank @Pattern(regexp = "[A-Za-z][A-Za-z0-9.-]{2,49}") String login, @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 200) String password) {
        @Override
        public String toString() {
            return "SetUp[hidden]";
        }
    }

    /** Whether the site waits for its first start. */
    @GetMapping
    @AllowAnyone
    SetupState readSetup() {
        return new SetupState(first.needed(), demo);
    }

    /** Whether the link still opens, and what regions are there. */
    @PostMapping("/open")
    @AllowAnyone
    RegionsView openSetup(@Valid @RequestBody SetupKey given) {
        open(given.key());
        return view(new RegionSheet(regions.everything(), List.of()), !regions.isEmpty());
    }

    /** Reads a list of regions and keeps nothing of it. */
    @PostMapping("/regions")
    @AllowAnyone
    RegionsView checkRegions(@Valid @RequestBody CheckRegions given) {
        open(given.key());
        return view(Sheets.read(given.sheet(), code -> false, code -> true), false);
    }

    /** Takes the regions and makes the first administrator, both or neither. */
    @PostMapping
    @AllowAnyone
    @ResponseStatus(HttpStatus.CREATED)
    void setUp(@Valid @RequestBody SetUp given) {
        open(given.key());
        List<Region> added = given.sheet() == null ? List.of() : Sheets.read(given.sheet(), code -> false, code -> true).regions();
        boolean known = given.sheet() == null ? regions.find(given.region()).isPresent()
                : added.stream().anyMatch(region -> region.code().equals(given.region()));
        if (!known) {
            throw Problem.INVALID_REQUEST.refused().about(1).at("region", "region-unknown");
        }
        FirstAccount.Outcome outcome = transaction.execute(status -> {
            regions.add(added);
            FirstAccount.Outcome made = first.make(given.key(), given.login(), given.name().strip(), given.password(), given.region());
            if (!(made instanceof FirstAccount.Outcome.Made)) {
                status.setRollbackOnly();
            }
            return made;
        });
        switch (outcome) {
            case FirstAccount.Outcome.Made ignored -> { }
            case FirstAccount.Outcome.NotOpen ignored -> throw Problem.SETUP_OVER.refused();
            case FirstAccount.Outcome.TooShort(int least) -> throw Problem.INVALID_REQUEST.refused().about(1).at("password", "too-short", least);
            case FirstAccount.Outcome.TooEasy ignored -> throw Problem.INVALID_REQUEST.refused().about(1).at("password", "password-easy");
        }
    }

    private void open(String key) {
        if (!first.opens(key)) {
            throw Problem.SETUP_OVER.refused();
        }
    }

    private static RegionsView view(RegionSheet sheet, boolean there) {
        return new RegionsView(Sheets.RegionsOfLevel.of(sheet), sheet.trunk().stream().map(SetupPlace::of).toList(), there);
    }
}
