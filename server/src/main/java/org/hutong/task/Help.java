package org.hutong.task;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.PostsInCharge;
import org.hutong.access.Scoped;
import org.hutong.audience.Audience;
import org.hutong.audience.Audiences;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.Facts;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.manifest.Applications;
import org.hutong.manifest.PublishedManifest;
import org.hutong.resource.GuardiansPhone;
import org.hutong.resource.Held;
import org.hutong.resource.PersonQuery;
import org.hutong.resource.Subjects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** 请人帮填: residents ask to be called or visited about a form that they cannot fill in alone, and take it back. */
@Component
public class Help {
    private static final Actor HELPER = new Actor.Background("task-help");
    private static final ElementPath MOBILE = ElementPath.of("person.mobile");

    private final Scoped scoped;
    private final Subjects subjects;
    private final Audiences audiences;
    private final Applications applications;
    private final PostsInCharge posts;
    private final BusinessDay day;
    private final Clock clock;

    Help(Scoped scoped, Subjects subjects, Audiences audiences, Applications applications, PostsInCharge posts, BusinessDay day, Clock clock) {
        this.scoped = scoped;
        this.subjects = subjects;
        this.audiences = audiences;
        this.applications = applications;
        this.posts = posts;
        this.day = day;
        this.clock = clock;
    }

    /** A form with which help can be had, and whether it was asked for. */
    public record Offer(UUID application, String form, boolean asked) {
    }

    private record Addressed(VisitPlan visit, Held held) {
    }

    /** The forms of a person with which help can be had. */
    public List<Offer> offers(Actor.Resident actor, SubjectId person) {
        return scoped.read(actor, dsl -> {
            List<Task> tasks = TaskStore.of(dsl, person);
            return addressed(actor, person).stream().map(one -> new Offer(one.visit.published().application(), one.visit.form(),
                    tasks.stream().anyMatch(task -> task.application().equals(one.visit.published().application()) && task.form().equals(one.visit.form())
                            && task.isOpen() && task.askedAt() != null))).toList();
        });
    }

    /** Asks for help with a form; asking twice is asking once. @return empty when help cannot be had with it */
    public Optional<Offer> ask(Actor.Resident actor, SubjectId person, UUID application, String form) {
        return find(actor, person, application, form).map(one -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            scoped.write(HELPER, dsl -> ask(dsl, person, one, now));
            return new Offer(application, form, true);
        });
    }

    private boolean ask(DSLContext dsl, SubjectId person, Addressed one, Instant now) {
        VisitPlan visit = one.visit;
        RegionCode livesIn = Optional.ofNullable(one.held.residesIn()).or(() -> Optional.ofNullable(one.held.registeredIn())).orElse(visit.manifest().region());
        RegionCode region = Planner.charge(posts.regions(visit.manifest().department(), now), livesIn, visit.manifest());
        boolean phone = one.held.values().containsKey(MOBILE) || dsl.select(GuardiansPhone.places(day.today())).from(PersonQuery.PERSON)
                .where(PersonQuery.HOME.eq(person.home()), PersonQuery.ID.eq(person.id())).fetchOptional(0, Long[].class).filter(places -> Planner.within(region, places)).isPresent();
        if (TaskStore.insert(dsl, List.of(Planner.task(visit, Reason.ASKED_FOR_HELP, person, livesIn, region, phone, now))) == 0) {
            TaskStore.lock(dsl, person, visit.published().application(), visit.form()).filter(task -> !Task.ANSWERED.equals(task.outcome()))
                    .ifPresent(task -> TaskStore.update(dsl, task.askedForHelp(phone, now)));
        }
        // Somebody may have submitted in another window meanwhile.
        TaskStore.endAnswered(dsl, visit.published().application(), visit.form(), person, now);
        return true;
    }

    /** Takes the wish back; a task that was made for it ends. @return empty when help cannot be had with the form */
    public Optional<Offer> takeBack(Actor.Resident actor, SubjectId person, UUID application, String form) {
        return find(actor, person, application, form).map(one -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            scoped.write(HELPER, dsl -> {
                TaskStore.lock(dsl, person, application, form).filter(Task::isOpen).ifPresent(task -> TaskStore.update(dsl, task.withoutHelp(now)));
                return true;
            });
            return new Offer(application, form, false);
        });
    }

    private Optional<Addressed> find(Actor.Resident actor, SubjectId person, UUID application, String form) {
        return scoped.read(actor, dsl -> addressed(actor, person)).stream()
                .filter(one -> one.visit.published().application().equals(application) && one.visit.form().equals(form)).findFirst();
    }

    private List<Addressed> addressed(Actor.Resident actor, SubjectId person) {
        LocalDate today = day.today();
        Optional<Held> place = subjects.held(actor, person, Set.of());
        List<VisitPlan> candidates = new ArrayList<>();
        Set<ElementPath> paths = new HashSet<>(Set.of(MOBILE));
        place.map(held -> applications.runningAt(subjects.places(actor, held), today)).orElse(List.of())
                .forEach(published -> VisitPlan.of(published).stream().filter(visit -> visit.reasons().contains(Reason.ASKED_FOR_HELP)).forEach(visit -> {
                    candidates.add(visit);
                    audience(published, visit).ifPresent(audience -> paths.addAll(audience.needs()));
                }));
        if (candidates.isEmpty()) {
            return List.of();
        }
        Held held = subjects.held(actor, person, paths).orElseThrow();
        Facts facts = subjects.facts(actor, held);
        return candidates.stream().filter(visit -> audience(visit.published(), visit).filter(audience -> audiences.includes(audience, facts, today)).isPresent())
                .map(visit -> new Addressed(visit, held)).toList();
    }

    private Optional<Audience> audience(PublishedManifest published, VisitPlan visit) {
        return visit.formComponent().flatMap(form -> audiences.find(published.manifest(), form.text("audience")));
    }
}
