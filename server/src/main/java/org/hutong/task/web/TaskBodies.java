package org.hutong.task.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.manifest.Applications;
import org.hutong.manifest.Manifest;
import org.hutong.region.Regions;
import org.hutong.resource.Doors;
import org.hutong.resource.Doors.Door;
import org.hutong.task.Line;
import org.hutong.task.NearAddress;
import org.hutong.task.Stop;
import org.hutong.task.Task;
import org.hutong.task.TasksOf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tasks as they are sent to officers. */
@Component
class TaskBodies {
    private static final Localised GONE = Localised.of("已结束的应用", "An application that is over");
    private static final Duration UNDOABLE = Duration.ofDays(1);

    private final Applications applications;
    private final Regions regions;
    private final Clock clock;

    TaskBodies(Applications applications, Regions regions, Clock clock) {
        this.applications = applications;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * One task. {@code name} is empty and {@code address} too when the person has moved out of the officer's region since.
     *
     * @param formTitle of the form, which tells it from another of the same application
     * @param list      phone or door
     * @param published when the application was published, which tells it from another with the same title
     * @param guardian  whom to call about a child without a phone, absent for everybody else and at doors
     * @param outcome   how it ended, absent while open
     */
    record TaskBody(String id, SubjectId person, String name, @Nullable Integer age, @Nullable String phoneMasked, @Nullable GuardianBody guardian, String address, UUID application, String form,
            Localised title, Localised formTitle, Instant published, String department, String reason, String list, int calls, int nobodyThere, boolean askedForHelp, @Nullable Instant notBefore,
            RegionCode region, Localised regionName, Instant madeAt, @Nullable Instant endedAt, @Nullable String outcome, boolean undoable) {
    }

    /** An application with tasks, so that they can be filtered by it. @param published absent when it is over @param open how many of its tasks wait */
    record TasksOfApplication(UUID id, Localised title, @Nullable Instant published, String department, int open) {
    }

    /** A guardian with a phone. */
    record GuardianBody(SubjectId person, String name, String phoneMasked) {
        static @Nullable GuardianBody of(Doors.@Nullable Guardian guardian) {
            return guardian == null ? null : new GuardianBody(guardian.person(), guardian.name(), guardian.phoneMasked());
        }
    }

    /** One door with everything to do behind it. */
    record StopBody(UUID place, String address, RegionCode region, Localised regionName, List<TaskBody> tasks) {
    }

    /** What an application is called, and its forms. @param published null when it is over */
    private record Heading(Localised title, Map<String, Localised> forms, @Nullable Instant published) {
    }

    /** Knows the titles of one answer, each read once. */
    final class Answer {
        private final Actor.Officer officer;
        private final Map<UUID, Heading> headings = new HashMap<>();

        private Answer(Actor.Officer officer) {
            this.officer = officer;
        }

        TaskBody task(Line line) {
            Task task = line.task();
            Door door = line.door();
            Heading heading = headings.computeIfAbsent(task.application(), this::heading);
            boolean undoable = task.endedAt() != null && task.endedByAttempt() && task.endedAt().isAfter(clock.instant().minus(UNDOABLE));
            return new TaskBody(task.id().toString(), task.person(), door == null ? "" : door.name(), door == null ? null : door.age(),
                    door == null ? null : door.phoneMasked(), GuardianBody.of(line.guardian()), door == null ? "" : near(door.address(), task.livesIn()), task.application(), task.form(),
                    heading.title, heading.forms.getOrDefault(task.form(), heading.title), heading.published == null ? task.madeAt() : heading.published,
                    task.department(),
                    task.reason().code(), task.list().code(), task.calls(), task.nobodyThere(), task.askedAt() != null, task.notBefore(), task.region(),
                    regions.name(task.region()), task.madeAt(), task.endedAt(), task.outcome(), undoable);
        }

        TasksOfApplication application(TasksOf of) {
            Heading heading = headings.computeIfAbsent(of.application(), this::heading);
            return new TasksOfApplication(of.application(), heading.title, heading.published, of.department(), of.open());
        }

        private Heading heading(UUID id) {
            return applications.find(officer, id).map(application -> applications.published(application)
                            .map(version -> new Heading(application.title(), titles(version.manifest()), version.publishedAt()))
                            .orElseGet(() -> new Heading(application.title(), Map.of(), null)))
                    .orElseGet(() -> new Heading(GONE, Map.of(), null));
        }

        List<TaskBody> tasks(List<Line> lines) {
            return lines.stream().map(this::task).toList();
        }

        StopBody stop(Stop stop) {
            return new StopBody(stop.place(), near(stop.address(), stop.region()), stop.region(), regions.name(stop.region()), tasks(stop.people()));
        }
    }

    private static Map<String, Localised> titles(Manifest manifest) {
        Map<String, Localised> titles = new HashMap<>();
        manifest.components().stream().filter(one -> one.config().has("title")).forEach(one -> titles.put(one.id(), Manifest.localised(one.config().path("title"))));
        return titles;
    }

    private String near(String address, RegionCode place) {
        return NearAddress.of(address, regions.path(place).stream().map(region -> region.name().zh()).toList());
    }

    Answer to(Actor.Officer officer) {
        return new Answer(officer);
    }
}
