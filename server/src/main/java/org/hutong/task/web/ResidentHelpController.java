package org.hutong.task.web;

import java.util.List;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.AllowResident;
import org.hutong.kernel.SubjectId;
import org.hutong.problem.Problem;
import org.hutong.task.Help;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Residents who ask somebody to fill in a form with them. {@code for} names somebody the resident may answer for. */
@RestController
class ResidentHelpController {
    private final Help help;

    ResidentHelpController(Help help) {
        this.help = help;
    }

    @AllowResident
    @GetMapping("/api/resident/help")
    List<Help.Offer> listHelp(Actor.Resident resident, @RequestParam(name = "for", required = false) @Nullable SubjectId ward) {
        return help.offers(resident, whom(resident, ward));
    }

    @AllowResident
    @PutMapping("/api/resident/help/{application}/{form}")
    Help.Offer askForHelp(Actor.Resident resident, @PathVariable UUID application, @PathVariable String form,
            @RequestParam(name = "for", required = false) @Nullable SubjectId ward) {
        return help.ask(resident, whom(resident, ward), application, form).orElseThrow(Problem.NOT_FOUND::refused);
    }

    @AllowResident
    @DeleteMapping("/api/resident/help/{application}/{form}")
    Help.Offer takeBackHelp(Actor.Resident resident, @PathVariable UUID application, @PathVariable String form,
            @RequestParam(name = "for", required = false) @Nullable SubjectId ward) {
        return help.takeBack(resident, whom(resident, ward), application, form).orElseThrow(Problem.NOT_FOUND::refused);
    }

    private static SubjectId whom(Actor.Resident resident, @Nullable SubjectId ward) {
        return resident.answersFor(ward).orElseThrow(Problem.NOT_FOUND::refused);
    }
}
