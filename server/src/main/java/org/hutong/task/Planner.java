package org.hutong.task;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.hutong.access.Actor;
import org.hutong.access.PostsInCharge;
import org.hutong.access.Scoped;
import org.hutong.audience.Audience;
import org.hutong.audience.Audiences;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.RegionRelation;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.hutong.manifest.Applications;
import org.hutong.manifest.Manifest;
import org.hutong.manifest.PublishedManifest;
import org.hutong.resource.GuardiansPhone;
import org.hutong.resource.PersonQuery;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Makes tasks and ends those that are over. Everything it does compares what is with what should be and may be done again at any time:
 * a run that dies half way, or that meets a submission not yet committed, is made good by the next one.
 */
@Component
class Planner {
    private static final Actor PLANNER = new Actor.Background("task-planner");
    private static final String JOB = "plan";
    private static final int AT_ONCE = 1_000;
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final Field<Long> LIVES_IN = PersonQuery.regionOf(RegionRelation.RESIDES_IN);
    private static final Field<Long> REGISTERED_IN = PersonQuery.regionOf(RegionRelation.REGISTERED_IN);

    private final Applications applications;
    private final Audiences audiences;
    private final PersonQuery people;
    private final PostsInCharge posts;
    private final PlanStore plans;
    private final Reports reports;
    private final Scoped scoped;
    private final BusinessDay day;
    private final Clock clock;

    Planner(Applications applications, Audiences audiences, PersonQuery people, PostsInCharge posts, PlanStore plans, Reports reports, Scoped scoped,
            BusinessDay day, Clock clock) {
        this.applications = applications;
        this.audiences = audiences;
        this.people = people;
        this.posts = posts;
        this.plans = plans;
        this.reports = reports;
        this.scoped = scoped;
        this.day = day;
        this.clock = clock;
    }

    /** The run of this minute, unless another node has it. @return whether it was done here */
    boolean runOnce() {
        Instant slot = now().truncatedTo(ChronoUnit.MINUTES);
        if (!plans.claim(JOB, slot)) {
            return false;
        }
        plans.forgetBefore(JOB, slot.minus(REMEMBERED));
        reports.reconsider();
        applications.running().forEach(this::plan);
        endWhatIsOver();
        return true;
    }

    /** One application, at once; ends its tasks when it does not run any more. */
    void plan(UUID application) {
        applications.running(application).ifPresentOrElse(this::plan,
                () -> scoped.write(PLANNER, dsl -> TaskStore.end(dsl, application, null, Task.CLOSED, now())));
    }

    /** One person has answered a form. */
    void answered(UUID application, String form, SubjectId person) {
        scoped.write(PLANNER, dsl -> TaskStore.endAnswered(dsl, application, form, person, now()));
    }

    private void endWhatIsOver() {
        List<UUID> open = scoped.read(PLANNER, TaskStore::applications);
        open.stream().filter(application -> applications.running(application).map(VisitPlan::of).filter(visits -> !visits.isEmpty()).isEmpty())
                .forEach(application -> scoped.write(PLANNER, dsl -> TaskStore.end(dsl, application, null, Task.CLOSED, now())));
    }

    private void plan(PublishedManifest published) {
        for (VisitPlan visit : VisitPlan.of(published)) {
            visit.formComponent().flatMap(form -> audiences.find(published.manifest(), form.text("audience"))).ifPresent(audience -> plan(visit, audience));
        }
    }

    private void plan(VisitPlan visit, Audience audience) {
        UUID application = visit.published().application();
        scoped.write(PLANNER, dsl -> TaskStore.endAnswered(dsl, application, visit.form(), null, now()));
        Manifest manifest = visit.manifest();
        LocalDate today = day.today();
        if (manifest.closes() != null && today.isAfter(manifest.closes())) {
            scoped.write(PLANNER, dsl -> TaskStore.end(dsl, application, visit.form(), Task.CLOSED, now()));
            return;
        }
        if (!manifest.isOpenOn(today)) {
            return;
        }
        Condition addressed = people.condition(audience.criterion(), audience.relation(), audience.region(), today);
        Set<RegionCode> held = posts.regions(manifest.department(), now());
        keepInPlace(visit, addressed, held);
        if (visit.reasons().contains(Reason.NO_PHONE)) {
            make(visit, Reason.NO_PHONE, addressed.and(DSL.not(PersonQuery.withPhone())), held);
        }
        boolean waited = plans.since(application, visit.component().id()).filter(since -> !today.isBefore(since.plusDays(visit.after()))).isPresent();
        if (waited && visit.reasons().contains(Reason.NO_ANSWER)) {
            make(visit, Reason.NO_ANSWER, addressed, held);
        }
    }

    /** People move house and leave the audience, posts become vacant: their tasks follow. */
    private void keepInPlace(VisitPlan visit, Condition addressed, Set<RegionCode> held) {
        UUID application = visit.published().application();
        Condition same = TaskStore.sameAs(PersonQuery.HOME, PersonQuery.ID);
        scoped.write(PLANNER, dsl -> {
            TaskStore.endUnless(dsl, application, visit.form(), addressed, PersonQuery.PERSON, same, now());
            TaskStore.follow(dsl, application, visit.form(), PersonQuery.PERSON, same, LIVES_IN);
            for (TaskStore.Lying lying : TaskStore.lying(dsl, application, visit.form())) {
                RegionCode charge = charge(held, lying.livesIn(), visit.manifest());
                boolean stays = lying.handed() ? held.contains(lying.region()) : charge.equals(lying.region());
                if (!stays) {
                    TaskStore.charge(dsl, application, visit.form(), lying, charge);
                }
            }
            return true;
        });
    }

    private void make(VisitPlan visit, Reason reason, Condition who, Set<RegionCode> held) {
        UUID application = visit.published().application();
        var submission = org.hutong.schema.published.Tables.FORM_SUBMISSION;
        Condition missing = who
                .and(DSL.not(TaskStore.has(PersonQuery.HOME, PersonQuery.ID, application, visit.form())))
                .and(DSL.not(TaskStore.isReportedDead(PersonQuery.HOME, PersonQuery.ID)))
                .and(DSL.notExists(DSL.selectOne().from(submission).where(submission.HOME.eq(PersonQuery.HOME), submission.SUBJECT.eq(PersonQuery.ID),
                        submission.APPLICATION.eq(application), submission.FORM.eq(visit.form()))));
        Field<Long[]> guardians = GuardiansPhone.places(day.today());
        int made;
        do {
            made = scoped.write(PLANNER, dsl -> {
                List<Task> tasks = new ArrayList<>();
                dsl.select(PersonQuery.HOME, PersonQuery.ID, LIVES_IN, REGISTERED_IN, DSL.field(PersonQuery.withPhone()), guardians).from(PersonQuery.PERSON)
                        .where(missing).limit(AT_ONCE).forEach(row -> {
                            RegionCode place = Optional.ofNullable(row.value3()).or(() -> Optional.ofNullable(row.value4())).map(RegionCode::new).orElse(visit.manifest().region());
                            RegionCode charge = charge(held, place, visit.manifest());
                            tasks.add(task(visit, reason, new SubjectId(row.value1(), row.value2()), place, charge, row.value5() || within(charge, row.value6()), now()));
                        });
                return TaskStore.insert(dsl, tasks);
            });
        } while (made == AT_ONCE);
    }

    /** Whether who is in charge of a region sees one of the guardians; a number out of reach is no number. */
    static boolean within(RegionCode charge, Long[] guardians) {
        return Stream.of(guardians).filter(Objects::nonNull).map(RegionCode::new).anyMatch(charge::contains);
    }

    /** A task as it begins. @param phone whether the person, or a guardian, has one */
    static Task task(VisitPlan visit, Reason reason, SubjectId person, RegionCode livesIn, RegionCode region, boolean phone, Instant now) {
        return new Task(new TaskId(person.home(), Uuid7.next()), person, visit.published().application(), visit.form(), visit.manifest().department(), reason,
                livesIn, region, phone ? Outcome.Reach.PHONE : Outcome.Reach.DOOR, 0, 0, null, reason == Reason.ASKED_FOR_HELP ? now : null, now, null, null);
    }

    /** In charge is the smallest region around the place that has a post of the department; where there is none, who runs the application. */
    static RegionCode charge(Set<RegionCode> held, RegionCode livesIn, Manifest manifest) {
        return PostsInCharge.nearest(held, livesIn).or(() -> PostsInCharge.nearest(held, manifest.region())).orElse(manifest.region());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
