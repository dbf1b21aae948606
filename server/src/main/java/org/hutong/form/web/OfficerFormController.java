package org.hutong.form.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.access.Role;
import org.hutong.form.Ask;
import org.hutong.form.Filling;
import org.hutong.form.FormDesk;
import org.hutong.form.Said;
import org.hutong.kernel.Localised;
import org.hutong.kernel.SubjectId;
import org.hutong.problem.Problem;
import org.hutong.resource.Means;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * A form between an officer and the server, filled in for somebody of the officer's region. {@code means} says how the person said it:
 * {@code phone}, {@code in-person} or {@code paper}.
 */
@RestController
class OfficerFormController {
    private static final Map<String, Means> MEANS = Map.of("phone", Means.PHONE, "in-person", Means.IN_PERSON, "paper", Means.PAPER);

    private final FormDesk desk;
    private final FormReplies replies;
    private final Author author;

    OfficerFormController(FormDesk desk, FormReplies replies, Author author) {
        this.desk = desk;
        this.replies = replies;
        this.author = author;
    }

    /** What is to be submitted. {@code verified} names the questions whose answer the officer has seen proven; only in person.
     *  {@code notKnown} names required questions that the person has no answer to. */
    record SubmitForPerson(int version, Map<String, JsonNode> answers, @Nullable List<String> confirmed, @Nullable Map<String, UUID> seen,
            @Nullable List<String> verified, @Nullable List<String> notKnown) {
        Said said() {
            return new Said(version, answers, set(confirmed), seen == null ? Map.of() : seen, set(verified), set(notKnown));
        }

        private static Set<String> set(@Nullable List<String> questions) {
            return questions == null ? Set.of() : new HashSet<>(questions);
        }
    }

    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @GetMapping("/api/officer/forms/{application}/{form}/persons/{person}")
    FilledForm openFormForPerson(Actor.Officer officer, @PathVariable UUID application, @PathVariable String form, @PathVariable SubjectId person,
            @RequestParam String means, Locale reader) {
        FormDesk.OpenedFor open = desk.open(Filling.through(officer, person, means(means)), application, form).orElseThrow(Problem.NOT_FOUND::refused);
        return replies.filled(open.opened(), open.name(), reader);
    }

    /** One form that somebody has still to answer. */
    record WaitingForm(UUID application, String form, Localised title, Localised formTitle, String department, int questions, Instant published,
            @Nullable LocalDate closes) {
        static WaitingForm of(Ask ask) {
            return new WaitingForm(ask.application(), ask.form(), ask.title(), ask.formTitle(), ask.department(), ask.questions(), ask.published(), ask.closes());
        }
    }

    /** The forms that wait for somebody and that this officer may fill in. */
    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @GetMapping("/api/officer/persons/{person}/forms")
    List<WaitingForm> listFormsForPerson(Actor.Officer officer, @PathVariable SubjectId person) {
        return desk.waiting(officer, person).orElseThrow(Problem.NOT_FOUND::refused).stream().map(WaitingForm::of).toList();
    }

    /** {@code post} and {@code doneAt} say in which post and when the form was filled in, where it was without a line and is sent later. */
    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @PostMapping("/api/officer/forms/{application}/{form}/persons/{person}/submissions")
    ResponseEntity<ReceiptBody> submitFormForPerson(Actor.Officer officer, @PathVariable UUID application, @PathVariable String form,
            @PathVariable SubjectId person, @RequestParam String means, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable UUID post, @RequestParam(required = false) @Nullable Instant doneAt, @RequestBody SubmitForPerson body,
            Locale reader) {
        Means how = means(means);
        Said said = body.said();
        if (!said.verified().isEmpty() && how != Means.IN_PERSON) {
            throw Problem.INVALID_REQUEST.refused().about(1).at("verified", "not-allowed");
        }
        return replies.submitted(desk.submit(Filling.through(author.of(officer, post, doneAt), person, how), application, form, FormReplies.key(key), said), reader);
    }

    private static Means means(String code) {
        Means means = MEANS.get(code);
        if (means == null) {
            throw Problem.INVALID_REQUEST.refused().about(1).at("means", "not-in-list", String.join(", ", MEANS.keySet().stream().sorted().toList()));
        }
        return means;
    }
}
