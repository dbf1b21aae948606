package org.hutong.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

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
import org.hutong.manifest.Applications;
import org.hutong.region.Regions;
import org.hutong.resource.Assertions;
import org.hutong.resource.Decided;
import org.hutong.resource.Doors;
import org.hutong.resource.LinkedPeople;
import org.hutong.resource.Recording;
import org.hutong.resource.SaidGone;
import org.hutong.resource.Statement;
import org.hutong.resource.Tellings;
import org.hutong.resource.Tellings.Telling;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** People who are said to have moved or died: heard at a door or told in a form, decided by an officer. */
@Component
public class Reports {
    public static final int MOST = 200;
    private static final Duration UNDOABLE = Duration.ofDays(1);
    private static final Localised TO_CHECK = Localised.of("核实居住情况", "To check where you live");
    private static final Localised TO_ASK = Localised.of("核实您填报的家人变化", "To check what you said of your family");
    private static final Localised GONE = Localised.of("已结束的应用", "An application that is over");
    private static final ElementPath REGION = ElementPath.of("person.region");
    private static final ElementPath ADDRESS = ElementPath.of("person.address");
    private static final ElementPath DEATH = ElementPath.of("person.deathDate");
    private static final List<ElementCode> STATED = List.of(REGION.element(), ADDRESS.element(), DEATH.element());
    /** Who moves leaves the scope of one side, so that nobody's own scope reaches over a move; who decides is looked at before. */
    private static final Actor DECIDER = new Actor.Background("report-decider");

    private final Scoped scoped;
    private final Assertions assertions;
    private final Decided decided;
    private final Tellings tellings;
    private final Doors doors;
    private final Applications applications;
    private final Regions regions;
    private final AccessJournal journal;
    private final BusinessDay day;
    private final Clock clock;

    Reports(Scoped scoped, Assertions assertions, Decided decided, Tellings tellings, Doors doors, Applications applications, Regions regions, AccessJournal journal,
            BusinessDay day, Clock clock) {
        this.scoped = scoped;
        this.assertions = assertions;
        this.decided = decided;
        this.tellings = tellings;
        this.doors = doors;
        this.applications = applications;
        this.regions = regions;
        this.journal = journal;
        this.day = day;
        this.clock = clock;
    }

    /**
     * A report with the name of whom it is about; empty for who looks from the new place, where the person is not on file yet.
     *
     * @param teller the name of who told it in a form; empty where that one is out of the officer's scope, or it was heard at a door
     * @param title  of the application that it came by
     */
    public record Named(Report report, String name, String teller, Localised title) {
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
        Report report = new Report(new TaskId(task.person().home(), Uuid7.next()), task.person(), task.id().id(), null, task.application(),
                attempt.outcome() == Outcome.DEAD ? Report.Kind.DEAD : Report.Kind.MOVED, task.livesIn(), to.region(), to.address(), author.account(), now, null, null, null);
        if (!ReportStore.insert(dsl, report)) {
            if (report.kind() == Report.Kind.MOVED) {
                ReportStore.learn(dsl, task.person(), to);
            }
            return task;
        }
        if (report.toRegion() == null || !author.region().contains(report.toRegion())) {
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
                toldMeanwhile(dsl, officer, report);
            }
        }
    }

    /** What the family said in a form while the same waited from a door waits by itself now. */
    private void toldMeanwhile(DSLContext dsl, Actor.Officer officer, Report door) {
        Set<Integer> homes = Set.of(door.person().home());
        undecided(dsl, officer, door, homes).stream().findFirst().ifPresent(told -> {
            SubjectId teller = ReportStore.tellers(dsl, homes, List.of(told.submission())).get(told.submission());
            ReportStore.insert(dsl, new Report(new TaskId(door.person().home(), Uuid7.next()), door.person(), null, new Report.Told(told.submission(), teller, told.means()),
                    told.application(), door.kind(), door.livesIn(), null, "", null, told.at(), null, null, null));
        });
    }

    // --- in a form -------------------------------------------------------------------------------------------------------------

    /** In the transaction of the submission. Where the same waits already nothing is added. */
    @EventListener
    void told(SaidGone said) {
        LinkedPeople.Speaking by = said.by();
        UUID account = said.actor() instanceof Actor.Officer officer ? officer.account() : null;
        Report report = new Report(new TaskId(said.person().home(), Uuid7.next()), said.person(), null, new Report.Told(by.submission(), by.person(), by.means()),
                by.application(), said.died() ? Report.Kind.DEAD : Report.Kind.MOVED, place(said), null, "", account, said.at(), null, null, null);
        scoped.write(said.actor(), dsl -> ReportStore.insert(dsl, report));
    }

    /** Where the person is on file, as far as who fills the form in may know it; else where the form is at home. */
    private RegionCode place(SaidGone said) {
        Predicate<RegionCode> known = said.actor() instanceof Actor.Officer officer ? officer.region()::contains : region -> true;
        return said.places().stream().filter(known).findFirst().orElseGet(() -> said.actor() instanceof Actor.Officer officer ? officer.region()
                : applications.running(said.by().application()).orElseThrow().manifest().region());
    }

    /**
     * Withdraws what was told in forms where all who told it have said otherwise since, or the person has. Looked at each minute: it compares what
     * is with what should be and may be done again at any time.
     */
    void reconsider() {
        scoped.write(DECIDER, dsl -> {
            Instant now = now();
            for (Report seen : ReportStore.ofForms(dsl)) {
                Set<Integer> homes = new HashSet<>(Set.of(seen.person().home()));
                Optional.ofNullable(seen.told().by()).ifPresent(teller -> homes.add(teller.home()));
                if (undecided(dsl, DECIDER, seen, homes).isEmpty()) {
                    ReportStore.lock(dsl, seen.id()).filter(Report::isOpen).ifPresent(report -> {
                        undone(dsl, report);
                        ReportStore.close(dsl, report, Report.WITHDRAWN, null, now);
                    });
                }
            }
            return true;
        });
    }

    /** What each who says the same in a form since then said first, leaving out who has said otherwise since; a submission whose author cannot be seen stands for itself. */
    private List<Telling> undecided(DSLContext dsl, Actor actor, Report report, Set<Integer> homes) {
        List<Telling> said = tellings.since(actor, report.person(), report.reportedAt());
        Map<UUID, SubjectId> tellers = ReportStore.tellers(dsl, homes, said.stream().map(Telling::submission).filter(Objects::nonNull).toList());
        Map<UUID, Telling> standing = new LinkedHashMap<>();
        for (Telling told : said) {
            if (told.submission() == null) {
                if (told.settles()) {
                    standing.clear();
                }
                continue;
            }
            UUID teller = Optional.ofNullable(tellers.get(told.submission())).map(SubjectId::id).orElse(told.submission());
            if (report.kind() == Report.Kind.DEAD ? told.saysDied() : told.saysMoved()) {
                standing.putIfAbsent(teller, told);
            } else {
                standing.remove(teller);
            }
        }
        return List.copyOf(standing.values());
    }

    /** It was not so: links and tasks are as before. */
    private void undone(DSLContext dsl, Report report) {
        if (report.kind() == Report.Kind.DEAD) {
            tellings.settleDeath(DECIDER, report.person(), report.reportedAt(), null);
            TaskStore.reopenUninvited(dsl, report.person(), report.reportedAt());
        } else {
            tellings.settleMove(DECIDER, report.person(), report.reportedAt(), false);
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
            Map<SubjectId, Doors.Door> tellers = doors.of(officer,
                    reports.stream().map(Report::told).filter(Objects::nonNull).map(Report.Told::by).filter(Objects::nonNull).distinct().toList(), day.today());
            journal.looked(officer, List.copyOf(tellers.keySet()), List.of("person.name"), TO_ASK, null);
            return reports.stream().map(report -> new Named(report, name(found, report.person()), report.told() == null ? "" : name(tellers, report.told().by()),
                    title(report.application()))).toList();
        });
    }

    private static String name(Map<SubjectId, Doors.Door> doors, @Nullable SubjectId person) {
        return Optional.ofNullable(person).map(doors::get).map(Doors.Door::name).orElse("");
    }

    private Localised title(UUID application) {
        return applications.running(application).or(() -> applications.version(application, 1)).map(one -> one.manifest().title()).orElse(GONE);
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
        Instant now = now();
        if (!accept) {
            decided.refuse(DECIDER, report.person(), report.origin(), STATED);
            TaskStore.reopen(dsl, report.person(), report.kind().code());
            undone(dsl, report);
        } else if (report.kind() == Report.Kind.MOVED) {
            RegionCode to = region == null ? report.toRegion() : region;
            if (to == null || regions.find(to).isEmpty()) {
                return Decision.NEEDS_REGION;
            }
            decided.accept(DECIDER, stated(report, to, now));
            TaskStore.movedTo(dsl, report.person(), to);
            tellings.settleMove(DECIDER, report.person(), report.reportedAt(), true);
        } else {
            if (died == null || died.isAfter(day.today())) {
                return Decision.NEEDS_DAY;
            }
            decided.accept(DECIDER, Decided.atTheDoor(report.person(), report.application(), report.origin(), now, Map.of(DEATH, new Value.Day(died))));
            tellings.settleDeath(DECIDER, report.person(), report.reportedAt(), died);
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

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
