package org.hutong.resource.web;

import java.util.Optional;

import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.DataElement;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.ElementCode;
import org.hutong.problem.Problem;
import org.hutong.resource.Holders;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How many hold a value of an element, looked at before it is changed. */
@RestController
class HoldersController {
    private final Holders holders;
    private final Catalogue catalogue;
    private final BusinessDay day;

    HoldersController(Holders holders, Catalogue catalogue, BusinessDay day) {
        this.holders = holders;
        this.catalogue = catalogue;
        this.day = day;
    }

    /** @param count absent for what is never held but always worked out @param more whether there are more than so many */
    record HoldersBody(@Nullable Long count, boolean more) {
    }

    @AllowOfficer
    @GetMapping("/api/catalogue/elements/{code}/holders")
    HoldersBody holdersOfElement(Actor.Officer officer, @PathVariable String code) {
        DataElement element = Optional.of(code).filter(ElementCode::isValid).map(ElementCode::of).flatMap(catalogue::element)
                .orElseThrow(Problem.NOT_FOUND::refused);
        return holders.of(officer, element, day.today()).map(found -> new HoldersBody(found.count(), found.more())).orElseGet(() -> new HoldersBody(null, false));
    }
}
