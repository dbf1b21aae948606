package org.hutong.app.demo;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.hutong.access.AllowDemo;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.problem.Problem;
import org.hutong.region.Regions;
import org.hutong.town.Persona;
import org.hutong.town.Town;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells the sign-in pages of a demo town who can be signed in as, and brings more people where some are used up. */
@RestController
class DemoController {
    private final Regions regions;
    private final MorePeople more;

    DemoController(Regions regions, MorePeople more) {
        this.regions = regions;
        this.more = more;
    }

    /** @param region name of the region of the post */
    record DemoAccount(String login, String password, String name, Localised title, Localised region, String department) {
    }

    /** @param phone absent for who has none; the code then reaches nobody */
    record DemoResident(String key, String name, @Nullable String idNumber, @Nullable String phone, Localised note, RegionCode livesIn, Localised place) {
    }

    @GetMapping("/api/demo/accounts")
    @AllowDemo
    List<DemoAccount> demoAccounts() {
        return DemoAccounts.officers().stream().map(officer -> new DemoAccount(officer.login(), DemoAccounts.PASSWORD, officer.name(),
                officer.post().title(), regions.name(officer.post().region()), officer.post().department())).toList();
    }

    @GetMapping("/api/demo/residents")
    @AllowDemo
    List<DemoResident> demoResidents() {
        return Town.personas().stream().map(this::view).toList();
    }

    /** @param like the key of a demo resident who is on file */
    record MoreResidents(@NotBlank @Size(max = 40) String like) {
    }

    /** Brings others like this resident and like all who live with or act for him or her: new names and numbers, the same story. */
    @PostMapping("/api/demo/residents")
    @AllowDemo
    List<DemoResident> moreDemoResidents(@Valid @RequestBody MoreResidents wanted) {
        boolean known = Town.personas().stream().anyMatch(persona -> persona.key().equals(wanted.like()) && persona.id() != null);
        if (!known) {
            throw Problem.NOT_FOUND.refused();
        }
        return more.like(wanted.like()).orElseThrow(Problem.TOO_MANY_REQUESTS::refused).stream().map(this::view).toList();
    }

    private DemoResident view(Persona persona) {
        return new DemoResident(persona.key(), persona.name(), persona.idNumber(), persona.phone(), persona.note(), persona.livesIn(),
                regions.name(persona.livesIn()));
    }
}
