package org.hutong.access.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.access.Handovers;
import org.hutong.access.Role;
import org.hutong.kernel.Localised;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a successor finds on the first page until it is ticked off. */
@RestController
@RequestMapping("/api/officer/handovers")
class HandoverNoteController {
    private final Handovers handovers;

    HandoverNoteController(Handovers handovers) {
        this.handovers = handovers;
    }

    /** @param from  first day of the successor
     *  @param begun whether that day has come; until then the note can be read, not ticked off */
    record NoteView(UUID id, UUID post, Localised title, String giver, LocalDate from, String note, boolean begun) {
    }

    @GetMapping
    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER, Role.STEWARD, Role.ADMINISTRATOR, Role.AUDITOR})
    List<NoteView> listHandoverNotes(Actor.Officer officer) {
        return handovers.notesFor(officer).stream()
                .map(note -> new NoteView(note.id(), note.post(), note.title(), note.giver(), note.from(), note.note(), note.begun())).toList();
    }

    @PostMapping("/{id}/done")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER, Role.STEWARD, Role.ADMINISTRATOR, Role.AUDITOR})
    void tickOffHandover(Actor.Officer officer, @PathVariable UUID id) {
        PostViews.done(handovers.tickOff(officer, id));
    }
}
