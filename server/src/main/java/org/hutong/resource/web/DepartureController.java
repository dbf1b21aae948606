package org.hutong.resource.web;

import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import org.hutong.access.Actor;
import org.hutong.access.AllowResident;
import org.hutong.problem.Problem;
import org.hutong.resource.Departures;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is said to live in a household no more says whether that is so. What was said stands on the resident's home. */
@RestController
class DepartureController {
    private final Departures departures;

    DepartureController(Departures departures) {
        this.departures = departures;
    }

    /** @param still lives there after all */
    record AnswerDeparture(@NotNull Boolean still) {
    }

    @AllowResident
    @PutMapping("/api/resident/departures/{link}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void answerDeparture(Actor.Resident resident, @PathVariable UUID link, @Valid @RequestBody AnswerDeparture answer) {
        if (!departures.answer(resident, link, answer.still())) {
            throw Problem.NOT_FOUND.refused();
        }
    }
}
