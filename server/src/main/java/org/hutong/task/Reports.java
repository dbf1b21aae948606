package org.hutong.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.hutong.access.AccessJournal;
import org.hutong.access.Actor;
import org.hutong.access.Role;
import org.hutong.access.Scoped;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.hutong.kernel.Value;
import org.hutong.region.Regions;
import org.hutong.resource.Assertions;
import org.hutong.resource.Decided;
import org.hutong.resource.Doors;
import org.hutong.resource.Recording;
import org.hutong.resource.Statement;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People who are said to have moved or died: heard at a door, decided by an officer. */
@Component
public class Reports {
    public static final int MOST = 200;
    private static final Duration UNDOABLE = Duration.ofDays(1);
    private static final Localised TO_CHECK = Localised.of("核实居住情况", "To check where you live");
    private static final ElementPath REGION = ElementPath.of("person.region");
    private static final ElementPath ADDRESS = ElementPath.of("person.address");
    private static final ElementPath DEATH = ElementPath.of("person.deathDate");
    private static final List<ElementCode> STATED = List.of(REGION.element(), ADDRESS.element(), DEATH.element());
    /** Who moves leaves the scope of one side, so that nobody's own scope reaches over a move; who decides is looked at before. */
    private static final Actor DECIDER = new Actor.Background("report-decider");

    private final Scoped scoped;
    private final Assertions assertions;
    private final Decided decided;
    private final Doors doors;
    private final Regions regions;
    private final AccessJournal journal;
    private final BusinessDay day;
    private final Clock clock;

    Reports(Scoped scoped, Assertions assertions, Decided decided, Doors doors, Regions regions, AccessJournal journal, BusinessDay day, Clock clock) {
        this.scoped = scoped;
        this.assertions = assertions;
        this.decided = decided;
        this.doors = doors;
        this.regions = regions;
        this.journal = journal;
        this.day = day;
        this.clock = clock;
    }

    /** A report with the name of whom it is about; empty for who looks from the new place, where the person is not on file yet. */
    public record Named(Report report, String name) {
    }

    /** What became of a decision. */
    public enum Decision {
        DONE, NOT_FOUND, CLOSED, NEEDS_REGION, NEEDS_DAY
    }

    // --- at the door -----------------------------------------------------------------------------------------------------------

    /** In the transaction of the visit. @return the task as it goes on */
    Task heard(DSLContext dsl, Actor.Officer author, Attempt attempt, Task task, Instant now) {
        if (attempt.outcome() != Outcome.MOVED && attempt.outcome() != Outcome.DEAD) {
            return task;
        }
        MovedTo to = attempt.movedTo() == null ? MovedTo.NOT_KNOWN : attempt.movedTo();
        Report report = new Report(new TaskId(task.person().home(), Uuid7.next()), task.person(), task.id().id(), task.application(),
                attempt.outcome() == Outcome.DEAD ? Report.Kind.DEAD : Report.Kind.MOVED, task.livesIn(), to.region(), to.address(), author.account(), now, null, null, null);
        if (!ReportStore.insert(dsl, report) || report.toRegion() == null || !author.region().contains(report.toRegion())) {
            return task;
        }
        Recording said = assertions.record(author, stated(report, report.toRegion(), attempt.doneAt()));
        boolean stands = said instanceof Recording.Recorded(var taken, var confirmed, var ignored) && (taken.contains(REGION) || confirmed.contains(REGION));
        if (!stands) {
            return task;
        }
        ReportStore.close(dsl, report, Report.ACCEPTED, author.account(), now);
        TaskStore.movedTo(dsl, task.person(), report.toRegion());
        return TaskStore.find(dsl, task.id()).orElseThrow();
    }

    /** Takes back what was heard on a task's visits within the last day, unless it is decided already. */
    void takeBack(DSLContext dsl, Actor.Officer officer, TaskId task, Instant now) {
        for (Report report : ReportStore.of(dsl, task)) {
            if (report.isOpen() && report.reportedAt().isAfter(now.minus(UNDOABLE))) {
                decided.refuse(officer, report.person(), report.origin(), STATED);
                ReportStore.close(dsl, report, Report.WITHDRAWN, officer.account(), now);
                if (report.kind() == Report.Kind.DEAD) {
                    TaskStore.reopenUninvited(dsl, report.person(), report.reportedAt());
                }
            }
        }
    }

    // --- at the desk -----------------------------------------------------------------------------------------------------------

    /** What waits for the officer, of people who live in the region or are said to live there now. Looking is journalled. */
    public List<Named> waiting(Actor.Officer officer) {
        return scoped.write(officer, dsl -> {
            List<Report> reports = ReportStore.waiting(dsl, officer.region(), MOST);
            List<SubjectId> persons = reports.stream().map(Report::person).distinct().toList();
            Map<SubjectId, Doors.Door> found = doors.of(officer, persons, day.today());
            journal.looked(officer, List.copyOf(found.keySet()), Doors.SHOWS, TO_CHECK, null);
            return reports.stream().map(report -> new Named(report, Optional.ofNullable(found.get(report.person())).map(Doors.Door::name).orElse(""))).toList();
        });
    }

    int count(Actor.Officer officer) {
        return scoped.read(officer, dsl -> ReportStore.count(dsl, officer.region()));
    }

    /**
     * Decides. A move or a death becomes data; one that was wrong leaves nothing but its history, and the tasks come back.
     *
     * @param region where the person lives now, where the report does not say or says wrong
     * @param died   the day of death, for a death
     */
    public Decision decide(Actor.Officer officer, TaskId id, boolean accept, @Nullable RegionCode region, @Nullable LocalDate died) {
        Optional<Report> found = officer.is(Role.OFFICER) ? scoped.read(officer, dsl -> ReportStore.find(dsl, id)) : Optional.empty();
        if (found.isEmpty()) {
            return Decision.NOT_FOUND;
        }
        return scoped.write(DECIDER, dsl -> ReportStore.lock(dsl, id).map(report -> decide(dsl, officer, report, accept, region, died)).orElse(Decision.NOT_FOUND));
    }

    private Decision decide(DSLContext dsl, Actor.Officer officer, Report report, boolean accept, @Nullable RegionCode region, @Nullable LocalDate died) {
        if (!report.isOpen()) {
            return Decision.CLOSED;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!accept) {
            decided.refuse(DECIDER, report.person(), report.origin(), STATED);
            TaskStore.reopen(dsl, report.person(), report.kind().code());
            if (report.kind() == Report.Kind.DEAD) {
                TaskStore.reopenUninvited(dsl, report.person(), report.reportedAt());
            }
        } else if (report.kind() == Report.Kind.MOVED) {
            RegionCode to = region == null ? report.toRegion() : region;
            if (to == null || regions.find(to).isEmpty()) {
                return Decision.NEEDS_REGION;
            }
            decided.accept(DECIDER, stated(report, to, now));
            TaskStore.movedTo(dsl, report.person(), to);
        } else {
            if (died == null || died.isAfter(day.today())) {
                return Decision.NEEDS_DAY;
            }
            decided.accept(DECIDER, Decided.atTheDoor(report.person(), report.application(), report.origin(), now, Map.of(DEATH, new Value.Day(died))));
        }
        ReportStore.close(dsl, report, accept ? Report.ACCEPTED : Report.REFUSED, officer.account(), now);
        return Decision.DONE;
    }

    private static Statement stated(Report report, RegionCode to, Instant at) {
        Map<ElementPath, Value> values = new TreeMap<>();
        values.put(REGION, new Value.Region(to));
        if (!report.toAddress().isEmpty()) {
            values.put(ADDRESS, new Value.Text(report.toAddress()));
        }
        return Decided.atTheDoor(report.person(), report.application(), report.origin(), at, values);
    }
}
