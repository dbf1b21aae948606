package org.hutong.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hutong.access.AccessJournal;
import org.hutong.access.Actor;
import org.hutong.access.PostsInCharge;
import org.hutong.access.Role;
import org.hutong.access.Scoped;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.Localised;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.hutong.resource.Doors;
import org.hutong.resource.Doors.Door;
import org.hutong.resource.Doors.Guardian;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one public door to tasks, for the officers who do them and those above. */
@Component
public class Tasks {
    /** So many open tasks are shown to a post at once; the oldest first. */
    public static final int MOST_TODAY = 500;
    static final int MOST_APPLICATIONS = 100;
    /** How long ago an attempt may have been made when it arrives. */
    static final Duration LONGEST_AGO = Duration.ofDays(30);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);
    private static final Duration UNDOABLE = Duration.ofDays(1);
    private static final Duration LATEST_CALL = Duration.ofDays(60);
    private static final Localised TO_REACH = Localised.of("打电话或上门联系您", "To call or visit you");
    private static final Localised TO_REACH_GUARDIAN = Localised.of("孩子没有电话，打电话联系您这位监护人", "To call you as the guardian of a child without a phone");
    private static final Localised TO_CALL = Localised.of("查看电话号码，给您打电话", "Looked up your number to call you");

    private static final List<String> GUARDIAN_SHOWS = List.of("person.name", "person.mobile");

    private final Scoped scoped;
    private final Doors doors;
    private final Reports reports;
    private final PostsInCharge posts;
    private final AccessJournal journal;
    private final TaskSettings settings;
    private final BusinessDay day;
    private final Clock clock;

    Tasks(Scoped scoped, Doors doors, Reports reports, PostsInCharge posts, AccessJournal journal, TaskSettings settings, BusinessDay day, Clock clock) {
        this.scoped = scoped;
        this.doors = doors;
        this.reports = reports;
        this.posts = posts;
        this.journal = journal;
        this.settings = settings;
        this.day = day;
        this.clock = clock;
    }

    // --- lists -----------------------------------------------------------------------------------------------------------------

    /** What the officer's post has to do: who asked for help first, then who was not called yet. Looking at it is journalled for each person. */
    public Today today(Actor.Officer officer) {
        return scoped.write(officer, dsl -> {
            List<Task> open = TaskStore.open(dsl, officer.region(), officer.department(), MOST_TODAY + 1);
            List<Line> lines = lines(officer, open.subList(0, Math.min(MOST_TODAY, open.size())));
            Instant now = now();
            List<Line> phone = lines.stream().filter(line -> line.task().list() == Outcome.Reach.PHONE).toList();
            Comparator<Line> helpFirst = Comparator.comparing((Line line) -> line.task().askedAt() == null).thenComparing(line -> line.task().calls())
                    .thenComparing(line -> line.task().madeAt());
            List<Line> calls = phone.stream().filter(line -> isDue(line.task(), now)).sorted(helpFirst).toList();
            List<Line> later = phone.stream().filter(line -> !isDue(line.task(), now)).sorted(Comparator.comparing(line -> line.task().notBefore())).toList();
            return new Today(calls, later, stops(lines.stream().filter(line -> line.task().list() == Outcome.Reach.DOOR).toList()), open.size() > MOST_TODAY);
        });
    }

    public Counts counts(Actor.Officer officer) {
        return scoped.read(officer, dsl -> TaskStore.counts(dsl, officer.region(), officer.department(), now()));
    }

    /** Tasks of the officer's region. @param filter its region lies within the officer's */
    public List<Line> page(Actor.Officer officer, TaskFilter filter, int from, int most) {
        return scoped.write(officer, dsl -> lines(officer, TaskStore.page(dsl, seen(officer, filter), from, most)));
    }

    /** How many there are, by outcome; open ones under the empty text. */
    public Map<String, Integer> outcomes(Actor.Officer officer, TaskFilter filter) {
        return scoped.read(officer, dsl -> TaskStore.outcomes(dsl, seen(officer, filter)));
    }

    /** How many open ones there are, by the list they are on. */
    public Map<String, Integer> lists(Actor.Officer officer, TaskFilter filter) {
        return scoped.read(officer, dsl -> TaskStore.lists(dsl, seen(officer, filter)));
    }

    /** The applications that tasks of the officer's region are of; a list to choose from is no longer than {@value #MOST_APPLICATIONS}. */
    public List<TasksOf> applications(Actor.Officer officer, TaskFilter filter) {
        return scoped.read(officer, dsl -> TaskStore.applications(dsl, seen(officer, filter), MOST_APPLICATIONS));
    }

    /** One task with its attempts; looking is journalled. */
    public Optional<Line> find(Actor.Officer officer, TaskId id) {
        return scoped.write(officer, dsl -> TaskStore.find(dsl, id).filter(task -> mayDo(officer, task)).map(task -> lines(officer, List.of(task)).getFirst()));
    }

    public List<Visit> visits(Actor.Officer officer, Task task) {
        return scoped.read(officer, dsl -> TaskStore.visits(dsl, task.id()));
    }

    private static TaskFilter seen(Actor.Officer officer, TaskFilter filter) {
        return officer.is(Role.WORKER) ? filter
                : new TaskFilter(filter.region(), officer.department(), filter.application(), filter.list(), filter.open(), filter.outcome(), filter.person());
    }

    /** The department's officers, and workers of the place, who go to the doors for all departments. */
    private static boolean mayDo(Actor.Officer officer, Task task) {
        return officer.region().contains(task.region()) && (officer.department().equals(task.department()) || officer.is(Role.WORKER));
    }

    private List<Line> lines(Actor.Officer officer, List<Task> tasks) {
        Map<SubjectId, Door> found = doors.of(officer, tasks.stream().map(Task::person).distinct().toList(), day.today());
        Map<UUID, List<SubjectId>> byApplication = new LinkedHashMap<>();
        tasks.stream().filter(task -> found.containsKey(task.person()))
                .forEach(task -> byApplication.computeIfAbsent(task.application(), one -> new ArrayList<>()).add(task.person()));
        byApplication.forEach((application, persons) -> journal.looked(officer, persons, Doors.SHOWS, TO_REACH, application.toString()));
        Map<SubjectId, Guardian> guardians = guardians(officer, tasks, found);
        return tasks.stream().map(task -> new Line(task, found.get(task.person()), isByPhone(task) ? guardians.get(task.person()) : null)).toList();
    }

    /** Whom to call for children without a phone; looking is journalled for each. */
    private Map<SubjectId, Guardian> guardians(Actor.Officer officer, List<Task> tasks, Map<SubjectId, Door> found) {
        List<Task> calls = tasks.stream().filter(Tasks::isByPhone).filter(task -> found.containsKey(task.person()) && found.get(task.person()).phoneMasked() == null).toList();
        Map<SubjectId, Guardian> guardians = doors.guardians(officer, calls.stream().map(Task::person).distinct().toList(), day.today());
        Map<UUID, Set<SubjectId>> byApplication = new LinkedHashMap<>();
        calls.stream().filter(task -> guardians.containsKey(task.person()))
                .forEach(task -> byApplication.computeIfAbsent(task.application(), one -> new LinkedHashSet<>()).add(guardians.get(task.person()).person()));
        byApplication.forEach((application, persons) -> journal.looked(officer, persons, GUARDIAN_SHOWS, TO_REACH_GUARDIAN, application.toString()));
        return guardians;
    }

    private static boolean isByPhone(Task task) {
        return task.isOpen() && task.list() == Outcome.Reach.PHONE;
    }

    /** One stop for all tasks behind a door, in the order of places and then of addresses as people count houses. */
    private static List<Stop> stops(List<Line> lines) {
        Map<UUID, List<Line>> byPlace = new LinkedHashMap<>();
        lines.forEach(line -> byPlace.computeIfAbsent(line.door() == null ? line.task().person().id() : line.door().place(), place -> new ArrayList<>()).add(line));
        return byPlace.entrySet().stream().map(place -> new Stop(place.getKey(), address(place.getValue()), place.getValue().getFirst().task().livesIn(), place.getValue()))
                .sorted(Comparator.comparing(Stop::region).thenComparing(Stop::address, WalkingOrder.OF_ADDRESSES).thenComparing(Stop::place)).toList();
    }

    private static String address(List<Line> lines) {
        return lines.stream().map(Line::door).filter(door -> door != null && !door.address().isEmpty()).map(Door::address).findFirst().orElse("");
    }

    private static boolean isDue(Task task, Instant now) {
        return task.notBefore() == null || !task.notBefore().isAfter(now);
    }

    /** The number to dial, the guardian's for a child without one, journalled for whose it is; empty when there is no such task for the officer, or no number. */
    public Optional<String> phone(Actor.Officer officer, TaskId id) {
        return scoped.write(officer, dsl -> TaskStore.find(dsl, id).filter(task -> mayDo(officer, task)).flatMap(task -> {
            List<SubjectId> child = isByPhone(task) ? List.of(task.person()) : List.of();
            SubjectId whose = Optional.ofNullable(doors.guardians(officer, child, day.today()).get(task.person())).map(Guardian::person).orElse(task.person());
            Optional<String> number = doors.phone(officer, whose);
            number.ifPresent(shown -> journal.looked(officer, whose, List.of("person.mobile"), whose.equals(task.person()) ? TO_CALL : TO_REACH_GUARDIAN,
                    task.application().toString()));
            return number;
        }));
    }

    // --- attempts --------------------------------------------------------------------------------------------------------------

    /**
     * Keeps an attempt and moves the task on. Work belongs to who did it: the account, and the post it held on the day the device names,
     * also when the post has gone to somebody else since.
     */
    public Recorded record(Actor.Officer officer, Attempt attempt) {
        Instant now = now();
        if (attempt.doneAt().isAfter(now.plus(CLOCKS_DIFFER)) || attempt.doneAt().isBefore(now.minus(LONGEST_AGO))) {
            return new Recorded.Implausible(LONGEST_AGO);
        }
        if (!attempt.outcome().isBy(attempt.reach())) {
            return new Recorded.Unfit("outcome");
        }
        boolean again = attempt.callAgainAt() != null;
        if (again != (attempt.outcome() == Outcome.CALL_AGAIN) || again && attempt.callAgainAt().isAfter(now.plus(LATEST_CALL))) {
            return new Recorded.Unfit("callAgainAt");
        }
        if (attempt.movedTo() != null && attempt.outcome() != Outcome.MOVED) {
            return new Recorded.Unfit("movedTo");
        }
        Optional<Actor.Officer> author = attempt.post() == null || attempt.post().equals(officer.post()) ? Optional.of(officer)
                : posts.actor(officer.account(), attempt.post(), attempt.doneAt());
        return author.map(who -> scoped.write(who, dsl -> record(dsl, who, attempt, now))).orElseGet(Recorded.NotHeld::new);
    }

    private Recorded record(DSLContext dsl, Actor.Officer author, Attempt attempt, Instant now) {
        Optional<Task> found = TaskStore.lock(dsl, attempt.task()).filter(task -> mayDo(author, task));
        if (found.isEmpty()) {
            return new Recorded.NotFound();
        }
        Task task = found.get();
        Visit visit = new Visit(Uuid7.next(), task.id(), attempt.key(), task.region(), author.account(), author.post(), attempt.doneAt().truncatedTo(ChronoUnit.MICROS),
                now, attempt.reach().code(), attempt.outcome().code(), attempt.note(), attempt.callAgainAt(), task.isOpen() ? task.standing() : null, null);
        if (!TaskStore.insert(dsl, visit)) {
            boolean same = TaskStore.byKey(dsl, task.id().home(), attempt.key()).filter(before -> before.says(attempt) && before.account().equals(author.account())).isPresent();
            return same ? new Recorded.Kept(task, true) : new Recorded.KeyReused();
        }
        if (!task.isOpen()) {
            return new Recorded.Kept(task, false);
        }
        Task next = task.after(attempt, settings, now);
        TaskStore.update(dsl, next);
        return new Recorded.Kept(reports.heard(dsl, author, attempt, next, now), false);
    }

    /** Opens a task again that was ended by an attempt within the last day. Undoing twice is undoing once. */
    public Undone undo(Actor.Officer officer, TaskId id) {
        return scoped.write(officer, dsl -> {
            Optional<Task> found = TaskStore.lock(dsl, id).filter(task -> mayDo(officer, task));
            if (found.isEmpty()) {
                return new Undone.NotFound();
            }
            Task task = found.get();
            reports.takeBack(dsl, officer, task.id(), now());
            if (task.isOpen()) {
                return new Undone.Open(task);
            }
            if (!task.endedByAttempt() || task.endedAt().isBefore(now().minus(UNDOABLE))) {
                return new Undone.TooLate();
            }
            Optional<Visit> last = TaskStore.lastMoving(dsl, id);
            return takenBack(dsl, officer, task, last, last.map(Visit::before).orElseGet(task::standingBeforeItsEnd));
        });
    }

    /**
     * Takes one attempt of the last day back: the task is as it was before. Only the last that moved the task on, and not after the person has
     * answered or asked for help since. Undoing twice is undoing once.
     */
    public Undone undo(Actor.Officer officer, TaskId id, UUID attempt) {
        return scoped.write(officer, dsl -> {
            Optional<Task> found = TaskStore.lock(dsl, id).filter(task -> mayDo(officer, task));
            Optional<Visit> asked = found.flatMap(task -> TaskStore.byKey(dsl, id.home(), attempt)).filter(visit -> visit.task().equals(id));
            if (asked.isEmpty()) {
                return new Undone.NotFound();
            }
            Task task = found.get();
            Visit visit = asked.get();
            if (TaskStore.isUndone(dsl, visit)) {
                return new Undone.Open(task);
            }
            boolean last = TaskStore.lastMoving(dsl, id).filter(visit::equals).isPresent();
            boolean since = task.askedAt() != null && task.askedAt().isAfter(visit.receivedAt());
            if (!last || since || visit.receivedAt().isBefore(now().minus(UNDOABLE)) || !task.isOpen() && !task.endedByAttempt()) {
                return new Undone.TooLate();
            }
            reports.takeBack(dsl, officer, task.id(), now());
            return takenBack(dsl, officer, task, asked, visit.before());
        });
    }

    private Undone takenBack(DSLContext dsl, Actor.Officer officer, Task task, Optional<Visit> visit, Visit.Standing before) {
        Task back = task.back(before);
        TaskStore.update(dsl, back);
        atDesk(dsl, officer, task, Visit.UNDONE, visit.map(Visit::id).orElse(null));
        return new Undone.Open(back);
    }

    // --- who does it -----------------------------------------------------------------------------------------------------------

    /** The posts that the officer may hand tasks to. */
    public List<PostsInCharge.Held> takers(Actor.Officer officer) {
        return posts.within(officer.region(), officer.department(), now());
    }

    /** Hands a task to the posts in charge of another region within the officer's. */
    public HandedOver handOver(Actor.Officer officer, TaskId id, UUID post) {
        Optional<PostsInCharge.Held> to = takers(officer).stream().filter(one -> one.id().equals(post)).findFirst();
        return scoped.write(officer, dsl -> {
            Optional<Task> found = TaskStore.lock(dsl, id).filter(task -> task.isOpen() && task.department().equals(officer.department()) && mayDo(officer, task));
            if (found.isEmpty()) {
                return new HandedOver.NotFound();
            }
            if (to.isEmpty()) {
                return new HandedOver.NoSuchPost();
            }
            TaskStore.hand(dsl, id, to.get().region());
            atDesk(dsl, officer, found.get(), Visit.HANDED_OVER, null);
            return new HandedOver.To(TaskStore.find(dsl, id).orElseThrow());
        });
    }

    private void atDesk(DSLContext dsl, Actor.Officer officer, Task task, String what, @Nullable UUID undoes) {
        Instant now = now();
        TaskStore.insert(dsl, new Visit(Uuid7.next(), task.id(), UUID.randomUUID(), task.region(), officer.account(), officer.post(), now, now, Visit.AT_DESK, what, "",
                null, null, undoes));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
