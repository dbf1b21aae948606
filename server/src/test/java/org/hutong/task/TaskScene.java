package org.hutong.task;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

import org.hutong.access.Actor;
import org.hutong.access.Role;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.Invented;
import org.hutong.app.testing.TestDatabase;
import org.hutong.form.FormScene;
import org.hutong.form.FormScene.Published;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.manifest.Application;
import org.hutong.manifest.Applications;
import org.hutong.manifest.Changed;
import org.hutong.region.Region;
import org.hutong.region.Regions;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What tests of tasks begin with: a grid of its own with its worker, people who work for one employer, and a form that goes to them. */
@Component
public class TaskScene {
    private static final String WISH = FormScene.question("wish", "'kind':'yesNo','required':true");
    private static final String DEPARTMENT = "disabled-federation";
    private static final AtomicLong GRIDS = new AtomicLong(100);

    private final FormScene forms;
    private final SignIns signIns;
    private final Applications applications;
    private final Regions regions;
    private final Planner planner;
    private final TestDatabase database;
    private final Clock clock;

    TaskScene(FormScene forms, SignIns signIns, Applications applications, Regions regions, Planner planner, TestDatabase database, Clock clock) {
        this.forms = forms;
        this.signIns = signIns;
        this.applications = applications;
        this.regions = regions;
        this.planner = planner;
        this.database = database;
        this.clock = clock;
    }

    /** A grid that no other test uses, with the name of the people whom the application addresses there. */
    public record Place(RegionCode grid, String employer) {
    }

    public Place place() {
        RegionCode grid = RegionCode.of(FormScene.COMMUNITY.toString().substring(0, 12) + GRIDS.getAndIncrement());
        forms.publish(WISH);
        regions.add(List.of(new Region(grid, 6, Localised.of("测试网格", "Test grid"), FormScene.COMMUNITY)));
        return new Place(grid, "公司" + UUID.randomUUID());
    }

    public Actor.Officer worker(Place place) {
        return signIns.actor(place.grid.toString(), DEPARTMENT, Role.WORKER);
    }

    public SubjectId person(Place place, boolean withPhone) {
        return person(place.grid, place.employer, withPhone);
    }

    public SubjectId person(RegionCode livesIn, String employer, boolean withPhone) {
        Value works = new Value.Text(employer);
        return forms.person(livesIn, withPhone ? Map.of("person.employer", works, "person.mobile", new Value.Text(Invented.phone())) : Map.of("person.employer", works));
    }

    /** Publishes a form to those people, with a visit component, and plans. */
    public Published publish(Place place, int after, String... reasons) {
        Actor.Officer owner = signIns.actor(FormScene.STREET, DEPARTMENT);
        ObjectNode manifest = FormScene.manifest("'relation':'resides-in','criterion':{'element':'person.employer','op':'=','value':'" + place.employer + "'}", false, WISH)
                .asObject();
        manifest.put("department", DEPARTMENT);
        ObjectNode visit = ((ArrayNode) manifest.path("components")).addObject();
        visit.put("id", "call").put("kind", "visit").put("form", "ask").put("after", after);
        ArrayNode why = visit.putArray("reasons");
        List.of(reasons).forEach(why::add);
        Application draft = done(applications.create(owner, manifest));
        done(applications.publish(owner, draft.id(), Optional.empty()));
        planner.plan(draft.id());
        return new Published(draft.id(), owner);
    }

    private static Application done(Object change) {
        if (change instanceof Changed(Application application)) {
            return application;
        }
        throw new AssertionError(change.toString());
    }

    public void plan(Published published) {
        planner.plan(published.application());
    }

    /** The person's task as it lies in the database: list, outcome and region, or empty. */
    public Optional<String> task(SubjectId person, Published published) {
        return database.everything().fetchOptional("select reason || ' ' || list || ' ' || coalesce(outcome, 'open') || ' ' || region from task.task where home = ? and subject = ?"
                + " and application = ?", person.home(), person.id(), published.application()).map(row -> row.get(0, String.class));
    }

    /** Its name in addresses. */
    public String id(SubjectId person, Published published) {
        return person.home() + "-" + database.everything().fetchValue("select id from task.task where home = ? and subject = ? and application = ?", person.home(), person.id(),
                published.application());
    }

    public Reply attempt(Browser browser, String task, String means, String outcome) {
        return attempt(browser, task, UUID.randomUUID(), visit(means, outcome));
    }

    public Reply attempt(Browser browser, String task, UUID key, Map<String, Object> visit) {
        return browser.send("POST", "/api/officer/tasks/" + task + "/visits", visit, Map.of("Idempotency-Key", key.toString()));
    }

    public Map<String, Object> visit(String means, String outcome) {
        return Map.of("doneAt", clock.instant().toString(), "means", means, "outcome", outcome);
    }

    /** A task in what the worker sees today, or a missing node. */
    public static JsonNode inToday(Browser browser, String list, String task) {
        JsonNode today = browser.get("/api/officer/tasks/today").json();
        for (JsonNode one : today.path(list)) {
            if (one.path("id").asString("").equals(task)) {
                return one;
            }
            for (JsonNode inside : one.path("tasks")) {
                if (inside.path("id").asString("").equals(task)) {
                    return inside;
                }
            }
        }
        return today.path("nothing");
    }
}
