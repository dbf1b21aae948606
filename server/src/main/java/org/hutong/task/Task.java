package org.hutong.task;

import java.time.Instant;
import java.util.UUID;

import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * 任务: one person to be reached for one form. Belongs to the posts of {@code department} in charge of {@code region}.
 *
 * @param list        the list it is on: phone first, then door
 * @param calls       attempts by phone that reached nobody
 * @param nobodyThere times at the door that met nobody
 * @param notBefore   when the person wants to be called again, or null
 * @param askedAt     when the person asked for help, or null
 * @param endedAt     null while open
 * @param outcome     code of how it ended, null while open: an {@link Outcome}, or answered, not-reached, withdrawn, not-addressed, closed
 */
public record Task(TaskId id, SubjectId person, UUID application, String form, String department, Reason reason, RegionCode livesIn, RegionCode region,
        Outcome.Reach list, int calls, int nobodyThere, @Nullable Instant notBefore, @Nullable Instant askedAt, Instant madeAt, @Nullable Instant endedAt,
        @Nullable String outcome) {

    /** The person has answered the form, whoever filled it in. */
    static final String ANSWERED = "answered";
    /** Nobody was met at the door as often as it is tried. */
    static final String NOT_REACHED = "not-reached";
    /** The person took back the wish for help. */
    static final String WITHDRAWN = "withdrawn";
    /** The application does not address the person any more. */
    static final String NOT_ADDRESSED = "not-addressed";
    /** The application is over. */
    static final String CLOSED = "closed";

    public boolean isOpen() {
        return endedAt == null;
    }

    /** Whether an attempt ended it, so that it can be taken back. */
    public boolean endedByAttempt() {
        return outcome != null && (outcome.equals(NOT_REACHED) || Outcome.find(outcome).isPresent());
    }

    /** As it stands after an attempt. */
    Task after(Attempt attempt, TaskSettings settings, Instant now) {
        return switch (attempt.outcome()) {
            case NO_ANSWER, BUSY -> tried(calls + 1, nobodyThere, calls + 1 >= settings.calls() ? Outcome.Reach.DOOR : list, null);
            case WRONG_NUMBER -> tried(calls + 1, nobodyThere, Outcome.Reach.DOOR, null);
            case CALL_AGAIN -> tried(calls, nobodyThere, Outcome.Reach.PHONE, attempt.callAgainAt());
            case NOBODY_THERE -> {
                Task tried = tried(calls, nobodyThere + 1, Outcome.Reach.DOOR, null);
                yield tried.nobodyThere >= settings.doors() ? tried.ended(NOT_REACHED, now) : tried;
            }
            default -> ended(attempt.outcome().code(), now);
        };
    }

    private Task tried(int called, int nobody, Outcome.Reach next, @Nullable Instant again) {
        return new Task(id, person, application, form, department, reason, livesIn, region, next, called, nobody, again, askedAt, madeAt, endedAt, outcome);
    }

    Task ended(String how, Instant now) {
        return new Task(id, person, application, form, department, reason, livesIn, region, list, calls, nobodyThere, notBefore, askedAt, madeAt, now, how);
    }

    /** The person wants help; a task that had ended begins again. */
    Task askedForHelp(boolean phone, Instant now) {
        return isOpen()
                ? new Task(id, person, application, form, department, reason, livesIn, region, list, calls, nobodyThere, null, now, madeAt, null, null)
                : new Task(id, person, application, form, department, Reason.ASKED_FOR_HELP, livesIn, region, phone ? Outcome.Reach.PHONE : Outcome.Reach.DOOR, 0, 0,
                        null, now, madeAt, null, null);
    }

    /** The person wants no help any more; what was made for that alone ends. */
    Task withoutHelp(Instant now) {
        Task without = new Task(id, person, application, form, department, reason, livesIn, region, list, calls, nobodyThere, notBefore, null, madeAt, endedAt, outcome);
        return reason == Reason.ASKED_FOR_HELP && isOpen() ? without.ended(WITHDRAWN, now) : without;
    }

    Visit.Standing standing() {
        return new Visit.Standing(list, calls, nobodyThere, notBefore);
    }

    /** Open, as it stood before an attempt. */
    Task back(Visit.Standing before) {
        return new Task(id, person, application, form, department, reason, livesIn, region, before.list(), before.calls(), before.nobodyThere(), before.notBefore(),
                askedAt, madeAt, null, null);
    }

    /** How it stood before the attempt that ended it, where that attempt does not tell: the last vain one at the door does not count. */
    Visit.Standing standingBeforeItsEnd() {
        return new Visit.Standing(list, calls, NOT_REACHED.equals(outcome) ? nobodyThere - 1 : nobodyThere, notBefore);
    }
}
