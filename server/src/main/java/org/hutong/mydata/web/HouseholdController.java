package org.hutong.mydata.web;

import java.util.List;

import org.hutong.access.Actor;
import org.hutong.access.AllowResident;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.CodeList;
import org.hutong.kernel.Localised;
import org.hutong.resource.Households;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who belongs to the resident's own households. No mandate and no guardianship covers this page: it is about others too. */
@RestController
class HouseholdController {
    private final Households households;
    private final Catalogue catalogue;

    HouseholdController(Households households, Catalogue catalogue) {
        this.households = households;
        this.catalogue = catalogue;
    }

    /**
     * @param relation to the head of the household, absent when not known
     * @param waits    on the word of residents alone, to be checked by an officer
     */
    record MemberBody(String name, @Nullable Localised relation, boolean self, boolean waits) {
    }

    /** @param kind such as {@code registered} or {@code living} */
    record HouseholdBody(@Nullable String kind, @Nullable Localised kindName, List<MemberBody> members) {
    }

    @AllowResident
    @GetMapping("/api/resident/households")
    List<HouseholdBody> readMyHouseholds(Actor.Resident resident) {
        return households.of(resident).stream().map(one -> new HouseholdBody(one.kind(), name("household_kind", one.kind()),
                one.members().stream().map(member -> new MemberBody(member.name(), name("gbt4761_family_relation", member.relation()), member.self(), member.waits())).toList()))
                .toList();
    }

    private @Nullable Localised name(String list, @Nullable String code) {
        return code == null ? null : catalogue.codeList(list).flatMap(found -> found.item(code)).map(CodeList.Item::name)
                .orElse(Localised.of(code, code));
    }
}
