package org.hutong.task.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.access.PostsInCharge;
import org.hutong.access.Role;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.problem.Problem;
import org.hutong.problem.ProblemBody;
import org.hutong.problem.Problems;
import org.hutong.problem.Refused;
import org.hutong.region.Regions;
import org.hutong.task.Attempt;
import org.hutong.task.Counts;
import org.hutong.task.HandedOver;
import org.hutong.task.Line;
import org.hutong.task.MovedTo;
import org.hutong.task.Outcome;
import org.hutong.task.Recorded;
import org.hutong.task.Task;
import org.hutong.task.TaskFilter;
import org.hutong.task.TaskId;
import org.hutong.task.Tasks;
import org.hutong.task.Today;
import org.hutong.task.Undone;
import org.hutong.task.Visit;
import org.hutong.task.web.TaskBodies.StopBody;
import org.hutong.task.web.TaskBodies.TaskBody;
import org.hutong.task.web.TaskBodies.TasksOfApplication;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whom a post has to call or visit, and what came of it. */
@RestController
class TaskController {
    private static final int PAGE = 50;
    private static final int LAST_PAGE = 200;
    private static final int MOST_AT_ONCE = 100;

    private final Tasks tasks;
    private final TaskBodies bodies;
    private final Regions regions;

    TaskController(Tasks tasks, TaskBodies bodies, Regions regions) {
        this.tasks = tasks;
        this.bodies = bodies;
        this.regions = regions;
    }

    /** Calls first, then doors in walking order; {@code later} are calls that people asked for at another time. */
    record TodayBody(List<TaskBody> calls, List<TaskBody> later, List<StopBody> stops, boolean more) {
    }

    /** {@code outcomes} counts all that pass the filter, open ones under the empty text; {@code lists} the open ones among them by phone and door. */
    record TaskPage(List<TaskBody> items, int page, int size, boolean more, Map<String, Integer> outcomes, Map<String, Integer> lists) {
    }

    /** {@code means} is phone, door or desk. */
    record VisitBody(Instant doneAt, Instant receivedAt, String means, String outcome, String note, @Nullable Instant callAgainAt) {
    }

    record TaskDetail(TaskBody task, List<VisitBody> visits) {
    }

    /** Where somebody has moved to: a region, words, or neither when it is not known. */
    record WhereTo(@Nullable RegionCode region, @Nullable @Size(max = MovedTo.LONGEST) String address) {
    }

    /** {@code doneAt} is by the clock of the device; {@code post} is the one it was done in, when it is not the one worked in now. */
    record RecordVisit(@Nullable UUID post, @NotNull Instant doneAt, @NotNull String means, @NotNull String outcome,
            @Nullable @Size(max = Attempt.LONGEST_NOTE) String note, @Nullable Instant callAgainAt, @Nullable @Valid WhereTo movedTo) {
    }

    /** An attempt out of a batch. */
    record BatchedVisit(@NotNull UUID key, @NotNull String task, @Nullable UUID post, @NotNull Instant doneAt, @NotNull String means, @NotNull String outcome,
            @Nullable @Size(max = Attempt.LONGEST_NOTE) String note, @Nullable Instant callAgainAt, @Nullable @Valid WhereTo movedTo) {
        RecordVisit visit() {
            return new RecordVisit(post, doneAt, means, outcome, note, callAgainAt, movedTo);
        }
    }

    record RecordVisits(@NotNull @Size(max = MOST_AT_ONCE) List<@Valid BatchedVisit> visits) {
    }

    /** How a task stands after an attempt. */
    record TaskStanding(String id, String list, boolean open, @Nullable String outcome, int calls, int nobodyThere, @Nullable Instant notBefore) {
        static TaskStanding of(Task task) {
            return new TaskStanding(task.id().toString(), task.list().code(), task.isOpen(), task.outcome(), task.calls(), task.nobodyThere(), task.notBefore());
        }
    }

    /** What became of one attempt of a batch: how its task stands, or the code of the problem and what to do. */
    record BatchResult(UUID key, @Nullable TaskStanding task, @Nullable String problem, @Nullable String detail) {
    }

    record BatchResults(List<BatchResult> results) {
    }

    record PhoneBody(String number) {
    }

    record HandTask(@NotNull UUID post) {
    }

    record TakerBody(UUID id, Localised title, RegionCode region, Localised regionName) {
    }

    // --- lists -----------------------------------------------------------------------------------------------------------------

    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @GetMapping("/api/officer/tasks/today")
    TodayBody tasksOfToday(Actor.Officer officer) {
        Today today = tasks.today(officer);
        TaskBodies.Answer answer = bodies.to(officer);
        return new TodayBody(answer.tasks(today.calls()), answer.tasks(today.later()), today.stops().stream().map(answer::stop).toList(), today.more());
    }

    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @GetMapping("/api/officer/tasks/counts")
    Counts countTasks(Actor.Officer officer) {
        return tasks.counts(officer);
    }

    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @GetMapping("/api/officer/tasks")
    TaskPage listTasks(Actor.Officer officer, @RequestParam(required = false) @Nullable RegionCode region, @RequestParam(required = false) @Nullable UUID application,
            @RequestParam(required = false) @Nullable String list, @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable @Size(max = 40) String outcome, @RequestParam(required = false) @Nullable @Size(max = 80) String person,
            @RequestParam(defaultValue = "0") int page) {
        if (page < 0 || page > LAST_PAGE) {
            throw Problem.INVALID_REQUEST.refused().about(1).at("page", page < 0 ? "too-small" : "too-large", page < 0 ? 0 : LAST_PAGE);
        }
        TaskFilter filter = new TaskFilter(within(officer, region), null, application, list == null ? null : Outcome.Reach.find(list).orElseThrow(() -> notInList("list", "phone, door")),
                open, outcome, person == null || person.isBlank() ? null : person.strip());
        List<Line> found = tasks.page(officer, filter, page * PAGE, PAGE + 1);
        return new TaskPage(bodies.to(officer).tasks(found.subList(0, Math.min(PAGE, found.size()))), page, PAGE, found.size() > PAGE, tasks.outcomes(officer, filter),
                tasks.lists(officer, filter));
    }

    private RegionCode within(Actor.Officer officer, @Nullable RegionCode region) {
        RegionCode at = region == null ? officer.region() : region;
        if (!officer.region().contains(at) || regions.find(at).isEmpty()) {
            throw Problem.NOT_FOUND.refused();
        }
        return at;
    }

    /** Which applications the tasks of a region are of, those with most open ones first. */
    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @GetMapping("/api/officer/tasks/applications")
    List<TasksOfApplication> listTaskApplications(Actor.Officer officer, @RequestParam(required = false) @Nullable RegionCode region) {
        TaskBodies.Answer answer = bodies.to(officer);
        return tasks.applications(officer, new TaskFilter(within(officer, region), null, null, null, null, null, null)).stream().map(answer::application).toList();
    }

    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @GetMapping("/api/officer/tasks/{id}")
    TaskDetail readTask(Actor.Officer officer, @PathVariable String id) {
        Line line = tasks.find(officer, id(id)).orElseThrow(Problem.NOT_FOUND::refused);
        return new TaskDetail(bodies.to(officer).task(line), tasks.visits(officer, line.task()).stream().map(TaskController::visit).toList());
    }

    private static VisitBody visit(Visit visit) {
        return new VisitBody(visit.doneAt(), visit.receivedAt(), visit.means(), visit.outcome(), visit.note(), visit.callAgainAt());
    }

    /** The number to dial. Asking for it is journalled and shown to the person. */
    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @PostMapping("/api/officer/tasks/{id}/phone")
    PhoneBody revealPhone(Actor.Officer officer, @PathVariable String id) {
        return new PhoneBody(tasks.phone(officer, id(id)).orElseThrow(Problem.NOT_FOUND::refused));
    }

    // --- attempts --------------------------------------------------------------------------------------------------------------

    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @PostMapping("/api/officer/tasks/{id}/visits")
    ResponseEntity<TaskStanding> recordVisit(Actor.Officer officer, @PathVariable String id, @RequestHeader(name = "Idempotency-Key", required = false) @Nullable UUID key,
            @Valid @RequestBody RecordVisit visit) {
        if (key == null) {
            throw Problem.KEY_REQUIRED.refused();
        }
        Recorded recorded = tasks.record(officer, attempt(key, id(id), visit));
        if (recorded instanceof Recorded.Kept(Task task, boolean again)) {
            return ResponseEntity.status(again ? HttpStatus.OK : HttpStatus.CREATED).body(TaskStanding.of(task));
        }
        throw refusal(recorded);
    }

    /** Attempts made without a line, each kept or refused on its own; sending them again is harmless. */
    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @PostMapping("/api/officer/tasks/visits")
    BatchResults recordVisits(Actor.Officer officer, @Valid @RequestBody RecordVisits batch, Locale reader) {
        List<BatchResult> results = new ArrayList<>();
        for (BatchedVisit one : batch.visits()) {
            try {
                Recorded recorded = tasks.record(officer, attempt(one.key(), id(one.task()), one.visit()));
                if (!(recorded instanceof Recorded.Kept(Task task, boolean ignored))) {
                    throw refusal(recorded);
                }
                results.add(new BatchResult(one.key(), TaskStanding.of(task), null, null));
            } catch (Refused refused) {
                ProblemBody body = Problems.body(refused, reader);
                results.add(new BatchResult(one.key(), null, refused.problem().code(), body.detail()));
            }
        }
        return new BatchResults(results);
    }

    private Attempt attempt(UUID key, TaskId task, RecordVisit visit) {
        Outcome.Reach reach = Outcome.Reach.find(visit.means()).orElseThrow(() -> notInList("means", "phone, door"));
        Outcome outcome = Outcome.find(visit.outcome()).orElseThrow(() -> notInList("outcome",
                String.join(", ", java.util.Arrays.stream(Outcome.values()).map(Outcome::code).toList())));
        return new Attempt(key, task, visit.post(), visit.doneAt(), reach, outcome, visit.note() == null ? "" : visit.note().strip(), visit.callAgainAt(),
                movedTo(visit.movedTo()));
    }

    private @Nullable MovedTo movedTo(@Nullable WhereTo to) {
        if (to != null && to.region() != null && regions.find(to.region()).isEmpty()) {
            throw Problem.INVALID_REQUEST.refused().about(1).at("movedTo.region", "not-a-choice");
        }
        return to == null ? null : new MovedTo(to.region(), to.address() == null ? "" : to.address().strip());
    }

    private static Refused refusal(Recorded recorded) {
        return switch (recorded) {
            case Recorded.Kept ignored -> throw new IllegalStateException("kept is no refusal");
            case Recorded.NotFound() -> Problem.NOT_FOUND.refused();
            case Recorded.NotHeld() -> Problem.POST_NOT_HELD_THEN.refused();
            case Recorded.KeyReused() -> Problem.KEY_REUSED.refused();
            case Recorded.Implausible(var longest) -> Problem.VISIT_TIME.refused().about(longest.toDays());
            case Recorded.Unfit(String field) -> Problem.INVALID_REQUEST.refused().about(1).at(field, "not-allowed");
        };
    }

    /** @param attempt the key of the attempt to take back; without it the task is opened again */
    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @PostMapping("/api/officer/tasks/{id}/undo")
    TaskStanding undoTask(Actor.Officer officer, @PathVariable String id, @RequestParam(required = false) @Nullable UUID attempt) {
        return switch (attempt == null ? tasks.undo(officer, id(id)) : tasks.undo(officer, id(id), attempt)) {
            case Undone.Open(Task task) -> TaskStanding.of(task);
            case Undone.NotFound() -> throw Problem.NOT_FOUND.refused();
            case Undone.TooLate() -> throw Problem.TOO_LATE_TO_UNDO.refused();
        };
    }

    // --- who does it -----------------------------------------------------------------------------------------------------------

    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @GetMapping("/api/officer/tasks/posts")
    List<TakerBody> listTakers(Actor.Officer officer) {
        return tasks.takers(officer).stream().map(this::taker).toList();
    }

    private TakerBody taker(PostsInCharge.Held post) {
        return new TakerBody(post.id(), post.title(), post.region(), regions.name(post.region()));
    }

    @AllowOfficer(roles = {Role.OFFICER, Role.WORKER})
    @PutMapping("/api/officer/tasks/{id}/post")
    TaskStanding handOverTask(Actor.Officer officer, @PathVariable String id, @Valid @RequestBody HandTask to) {
        return switch (tasks.handOver(officer, id(id), to.post())) {
            case HandedOver.To(Task task) -> TaskStanding.of(task);
            case HandedOver.NotFound() -> throw Problem.NOT_FOUND.refused();
            case HandedOver.NoSuchPost() -> throw Problem.INVALID_REQUEST.refused().about(1).at("post", "not-a-choice");
        };
    }

    private static TaskId id(String text) {
        try {
            return TaskId.parse(text);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.NOT_FOUND.refused();
        }
    }

    private static Refused notInList(String field, String list) {
        return Problem.INVALID_REQUEST.refused().about(1).at(field, "not-in-list", list);
    }
}
