package org.hutong.manifest.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.catalogue.Catalogue;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.manifest.Applications;
import org.hutong.manifest.CatalogueUse;
import org.hutong.problem.Problem;
import org.hutong.region.Regions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Which applications name a definition of the catalogue, looked at before it is changed. */
@RestController
class CatalogueUseController {
    private final Applications applications;
    private final Catalogue catalogue;
    private final Regions regions;

    CatalogueUseController(Applications applications, Catalogue catalogue, Regions regions) {
        this.applications = applications;
        this.catalogue = catalogue;
        this.regions = regions;
    }

    /** The region of an application that uses something. */
    record UsingRegion(RegionCode code, Localised name) {
    }

    /**
     * One application.
     *
     * @param inForce kinds of the components that name it in the version in force
     * @param inDraft the same of the draft, where the reader may see it
     */
    record UsingApplication(UUID id, @Schema(allowableValues = {"draft", "running"}) String state, Localised title, UsingRegion region, String department,
            List<String> inForce, List<String> inDraft) {
    }

    /** @param elsewhere how many more run outside of the reader's sight */
    record UsesBody(List<UsingApplication> applications, int elsewhere) {
    }

    @AllowOfficer
    @GetMapping("/api/catalogue/elements/{code}/uses")
    UsesBody usesOfElement(Actor.Officer officer, @PathVariable String code) {
        ElementCode element = Optional.of(code).filter(ElementCode::isValid).map(ElementCode::of).filter(one -> catalogue.element(one).isPresent())
                .orElseThrow(Problem.NOT_FOUND::refused);
        return body(applications.using(officer, element));
    }

    @AllowOfficer
    @GetMapping("/api/catalogue/code-lists/{code}/uses")
    UsesBody usesOfCodeList(Actor.Officer officer, @PathVariable String code) {
        return body(applications.using(officer, catalogue.codeList(code).orElseThrow(Problem.NOT_FOUND::refused)));
    }

    private UsesBody body(CatalogueUse.All all) {
        return new UsesBody(all.seen().stream().map(use -> new UsingApplication(use.application().id(),
                use.application().state().name().toLowerCase(Locale.ROOT), use.application().title(),
                new UsingRegion(use.application().region(), regions.name(use.application().region())), use.application().department(), use.inForce(),
                use.inDraft())).toList(), all.elsewhere());
    }
}
