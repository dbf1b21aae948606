package org.hutong.app.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.AllowResident;
import org.hutong.form.Ask;
import org.hutong.form.Asks;
import org.hutong.form.ToDo;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.Localised;
import org.hutong.kernel.SubjectId;
import org.hutong.outreach.Notices;
import org.hutong.resource.Departures;
import org.hutong.resource.Disputes;
import org.hutong.resource.Mandate;
import org.hutong.resource.Mandates;
import org.hutong.resource.Subjects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The resident's first page: what is asked, of all departments together, of the resident and of those the resident answers for. */
@RestController
class ResidentHomeController {
    /** How long a decision stands on the first page. */
    private static final Duration TOLD = Duration.ofDays(14);
    private final Asks asks;
    private final Notices notices;
    private final Subjects subjects;
    private final Departures departures;
    private final Mandates mandates;
    private final BusinessDay day;
    private final Disputes disputes;
    private final Clock clock;

    ResidentHomeController(Asks asks, Notices notices, Subjects subjects, Departures departures, Mandates mandates, BusinessDay day, Disputes disputes, Clock clock) {
        this.disputes = disputes;
        this.clock = clock;
        this.mandates = mandates;
        this.day = day;
        this.asks = asks;
        this.notices = notices;
        this.subjects = subjects;
        this.departures = departures;
    }

    /**
     * @param mostQuestions these and what answers to them may lead to
     * @param household     who lives together is asked: there one says who is missing or gone
     */
    record AskBody(UUID application, String form, int version, Localised title, Localised formTitle, String department, int questions,
            int mostQuestions, Instant published, @Nullable LocalDate closes, boolean draft, boolean household) {
        static List<AskBody> of(Collection<Ask> asks) {
            return asks.stream().map(ask -> new AskBody(ask.application(), ask.form(), ask.version(), ask.title(), ask.formTitle(), ask.department(),
                    ask.questions(), ask.most(), ask.published(), ask.closes(), ask.draft(), ask.household())).toList();
        }
    }

    record Unread(int unread) {
    }

    /** Somebody the resident answers for. @param agent under a mandate, and then only what it covers */
    record Ward(SubjectId subject, String name, boolean agent, int questions, int mostQuestions, int minutes, int mostMinutes, List<AskBody> asks) {
    }

    /** Somebody who would like the resident to act for them. */
    record Offered(UUID id, String name) {
    }

    /** What became of an objection to a value on record. @param reason in the officer's words */
    record SettledBody(String element, Localised name, boolean accepted, @Nullable String reason, Instant at) {
    }

    /**
     * {@code questions} are asked for sure; {@code mostQuestions} are these and what answers to them may lead to.
     *
     * @param departures households that the resident is said to have left, until the resident says whether that is so
     * @param offered    mandates that wait for the resident's yes or no
     * @param settled    what became of objections in the last fortnight, newest first
     */
    record ResidentHome(int questions, int mostQuestions, int minutes, int mostMinutes, List<AskBody> asks, Unread notices, List<Ward> wards,
            List<Departures.Departure> departures, List<Offered> offered, List<SettledBody> settled) {
    }

    @AllowResident
    @GetMapping("/api/resident/home")
    ResidentHome readResidentHome(Actor.Resident resident) {
        ToDo own = asks.of(resident, resident.person());
        List<SubjectId> others = resident.others();
        var names = subjects.names(resident, others);
        List<Ward> wards = others.stream().map(ward -> {
            ToDo theirs = asks.of(resident, ward);
            return new Ward(ward, names.getOrDefault(ward, ""), resident.isAgentOf(ward), theirs.questions(), theirs.most(), theirs.minutes(),
                    theirs.mostMinutes(), AskBody.of(theirs.asks()));
        }).toList();
        return new ResidentHome(own.questions(), own.most(), own.minutes(), own.mostMinutes(), AskBody.of(own.asks()),
                new Unread(notices.unread(resident, resident.person())), wards, departures.of(resident), offered(resident),
                disputes.settled(resident, clock.instant().minus(TOLD)).stream().map(one -> new SettledBody(one.element().code().code(), one.element().name(), one.accepted(),
                        one.reason(), one.at())).toList());
    }

    private List<Offered> offered(Actor.Resident resident) {
        List<Mandate> waiting = mandates.received(resident).stream().filter(one -> one.on(day.today()) == Mandate.State.OFFERED).toList();
        if (waiting.isEmpty()) {
            return List.of();
        }
        Map<SubjectId, String> names = mandates.principalNames(waiting);
        return waiting.stream().map(one -> new Offered(one.id(), names.getOrDefault(one.principal(), ""))).toList();
    }
}
