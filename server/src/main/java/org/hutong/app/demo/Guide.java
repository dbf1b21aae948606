package org.hutong.app.demo;

import java.util.List;
import java.util.Set;

import org.hutong.app.DemoGuide;
import org.hutong.app.demo.DemoAccounts.DemoOfficer;
import org.hutong.region.Regions;
import org.hutong.town.Town;
import org.springframework.stereotype.Component;

/** What the welcome in the terminal shows: of the many accounts a few to begin with. */
@Component
class Guide implements DemoGuide {
    private static final Set<String> SHOWN = Set.of("province.health", "city.health", "district.health", "street.health", "street.civil", "street.police",
            "street.urban", "street.hr", "street.disabled", "community.health", "grid.health", "steward", "administrator", "auditor", "two.posts");
    private static final int PERSONAS = 6;
    private final Regions regions;

    Guide(Regions regions) {
        this.regions = regions;
    }

    @Override
    public List<Account> accounts() {
        return DemoAccounts.officers().stream().filter(officer -> SHOWN.contains(officer.login())).map(this::account).toList();
    }

    private Account account(DemoOfficer officer) {
        return new Account(officer.login(), DemoAccounts.PASSWORD, officer.name(), officer.post().title().zh(), regions.name(officer.post().region()).zh(),
                officer.post().department());
    }

    @Override
    public List<Persona> personas() {
        return Town.personas().stream().filter(persona -> persona.idNumber() != null && persona.phone() != null).limit(PERSONAS)
                .map(persona -> new Persona(persona.name(), persona.idNumber(), persona.phone(), persona.note().zh())).toList();
    }
}
