package org.hutong.form;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.access.SignIns;
import org.hutong.app.testing.Browser;
import org.hutong.app.testing.Browser.Reply;
import org.hutong.app.testing.Invented;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.hutong.kernel.Value;
import org.hutong.manifest.Application;
import org.hutong.manifest.Applications;
import org.hutong.manifest.Changed;
import org.hutong.region.Region;
import org.hutong.region.Regions;
import org.hutong.resource.Assertions;
import org.hutong.resource.Means;
import org.hutong.resource.SourceKind;
import org.hutong.resource.Statement;
import org.hutong.resource.Subjects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What tests of forms begin with: an application that asks, and people of whom some things are known. */
@Component
public class FormScene {
    public static final String STREET = "320613002000";
    public static final RegionCode COMMUNITY = RegionCode.of("320613002001");
    private static final Actor REGISTER = new Actor.Background("test");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final SignIns signIns;
    private final Applications applications;
    private final Subjects subjects;
    private final Assertions assertions;
    private final Scoped scoped;
    private final Regions regions;
    private final Clock clock;

    FormScene(SignIns signIns, Applications applications, Subjects subjects, Assertions assertions, Scoped scoped, Regions regions,
            Clock clock) {
        this.signIns = signIns;
        this.applications = applications;
        this.subjects = subjects;
        this.assertions = assertions;
        this.scoped = scoped;
        this.regions = regions;
        this.clock = clock;
    }

    /** The province, city, district, street and two communities; harmless when they are there. */
    private void places() {
        List<Region> way = new ArrayList<>();
        for (String code : List.of("320000000000", "320600000000", "320613000000", STREET, "320613002001", "320613002002")) {
            RegionCode region = RegionCode.of(code);
            way.add(new Region(region, region.level(), Localised.of("区划" + code, "Region " + code), region.level() == 1 ? null : region.at(region.level() - 1)));
        }
        regions.add(way);
    }

    /** A published application. */
    public record Published(UUID application, Actor.Officer owner) {

        public String form() {
            return "/api/resident/forms/" + application + "/ask";
        }
    }

    /** One question, as JSON with single quotes. */
    public static String question(String id, String rest) {
        return "{'id':'" + id + "','label':{'zh':'" + id + "？','en':'" + id + "?'}," + rest + "}";
    }

    /** Publishes a form with these questions to everybody who lives in the street. */
    public Published publish(String... questions) {
        return publish("'relation':'resides-in','criterion':{'always':true}", questions);
    }

    public Published publish(String audience, String[] questions) {
        places();
        Actor.Officer owner = signIns.actor(STREET, "health");
        Application draft = done(applications.create(owner, manifest(audience, false, questions)));
        done(applications.publish(owner, draft.id(), Optional.empty()));
        return new Published(draft.id(), owner);
    }

    /** Publishes a form with these questions to everybody who lives in a region. */
    public Published publishIn(String region, String... questions) {
        places();
        Actor.Officer owner = signIns.actor(region, "health");
        ObjectNode manifest = manifest("'relation':'resides-in','criterion':{'always':true}", false, questions).asObject();
        Application draft = done(applications.create(owner, manifest.put("region", region)));
        done(applications.publish(owner, draft.id(), Optional.empty()));
        return new Published(draft.id(), owner);
    }

    /** Publishes the next version. */
    public void publishAgain(Published before, String... questions) {
        Application now = applications.find(before.owner, before.application).orElseThrow();
        done(applications.saveDraft(before.owner, before.application, now.revision(),
                manifest("'relation':'resides-in','criterion':{'always':true}", false, questions)));
        done(applications.publish(before.owner, before.application, Optional.empty()));
    }

    public void close(Published published) {
        done(applications.close(published.owner, published.application));
    }

    private static Application done(Object change) {
        if (change instanceof Changed(Application application)) {
            return application;
        }
        throw new AssertionError(change.toString());
    }

    public static JsonNode json(String withSingleQuotes) {
        return JSON.readTree(withSingleQuotes.replace('\'', '"'));
    }

    /** The manifest of such an application. */
    public static JsonNode manifest(String audience, boolean askKnown, String... questions) {
        return json("""
                {'manifest':1,'title':{'zh':'测试应用','en':'A test'},'department':'health','region':'%s',
                 'purpose':{'zh':'测试','en':'To test','basis':'测试法'},
                 'components':[
                  {'id':'who','kind':'audience',%s},
                  {'id':'ask','kind':'form','audience':'who','askKnown':%s,'title':{'zh':'测试表单','en':'Test form'},
                   'pages':[{'id':'p1','title':{'zh':'一','en':'One'},'questions':[%s]}]},
                  {'id':'tell','kind':'notice','audience':'who','title':{'zh':'请填写','en':'Please answer'},'text':{'zh':'谢谢','en':'Thank you'}}]}
                """.formatted(STREET, audience, askKnown, String.join(",", questions)));
    }

    /** Somebody who lives in the community, with a name on file. */
    public SubjectId person() {
        return person(Map.of());
    }

    /** Somebody who lives in the community and of whom the registers know these values, besides a name. */
    public SubjectId person(Map<String, Value> values) {
        return person(COMMUNITY, values);
    }

    public SubjectId person(RegionCode livesIn, Map<String, Value> values) {
        SubjectId person = subjects.createPerson(REGISTER, livesIn.county(), livesIn);
        Map<String, Value> all = new LinkedHashMap<>(values);
        all.putIfAbsent("person.name", new Value.Text(Invented.name()));
        state(person, SourceKind.REGISTER, Means.IMPORT, clock.instant().minus(Duration.ofHours(1)), all);
        return person;
    }

    /** States values, perhaps long ago. @return the act cannot be told from here; open the form to see it */
    public void state(SubjectId person, SourceKind source, Means means, Instant at, Map<String, Value> values) {
        Map<ElementPath, Value> byPath = new TreeMap<>();
        values.forEach((path, value) -> byPath.put(ElementPath.of(path), value));
        assertions.record(REGISTER, new Statement(person, source, means, null, null, "test", at, byPath, null));
    }

    /** Makes somebody the guardian of another. */
    public void guardian(SubjectId ward, SubjectId guardian) {
        scoped.write(REGISTER, dsl -> dsl.execute("insert into resource.link (home, id, kind, from_id, to_home, to_id) values (?, ?, 'guardian', ?, ?, ?)",
                ward.home(), Uuid7.next(), ward.id(), guardian.home(), guardian.id()));
    }

    /** Lets some persons live in one household. @return its id */
    public UUID household(SubjectId... members) {
        UUID household = Uuid7.next();
        int home = members[0].home();
        scoped.write(REGISTER, dsl -> {
            dsl.execute("insert into resource.household (home, id, region) values (?, ?, ?)", home, household, COMMUNITY.number());
            for (SubjectId member : members) {
                dsl.execute("insert into resource.link (home, id, kind, qualifier, from_id, to_home, to_id) values (?, ?, 'member', 'living', ?, ?, ?)",
                        member.home(), Uuid7.next(), member.id(), home, household);
            }
            return null;
        });
        return household;
    }

    /** Makes somebody the owner of a dwelling in a region. */
    public void owns(SubjectId owner, RegionCode region) {
        UUID dwelling = Uuid7.next();
        scoped.write(REGISTER, dsl -> dsl.execute("insert into resource.dwelling (home, id, region) values (?, ?, ?)",
                owner.home(), dwelling, region.number())
                + dsl.execute("insert into resource.link (home, id, kind, from_id, to_home, to_id) values (?, ?, 'owner', ?, ?, ?)",
                        owner.home(), Uuid7.next(), dwelling, owner.home(), owner.id()));
    }

    public Browser signIn(SubjectId person) {
        return signIns.resident(person);
    }

    /** Submits as a browser does: with what it saw when it opened the form. */
    public Reply submit(Browser browser, Published published, Map<String, Object> answers, String... confirmed) {
        JsonNode opened = browser.get(published.form()).json();
        return submit(browser, published, UUID.randomUUID(), body(opened, answers, confirmed));
    }

    public Reply submit(Browser browser, Published published, UUID key, Map<String, Object> body) {
        return browser.send("POST", published.form() + "/submissions", body, Map.of("Idempotency-Key", key.toString()));
    }

    /** The body of a submission as a browser makes it from the form it has opened. */
    public static Map<String, Object> body(JsonNode opened, Map<String, Object> answers, String... confirmed) {
        Map<String, Object> seen = new LinkedHashMap<>();
        opened.path("states").properties().forEach(state -> {
            if (state.getValue().has("seen")) {
                seen.put(state.getKey(), state.getValue().path("seen").asString());
            }
        });
        return new LinkedHashMap<>(Map.of("version", opened.path("version").asInt(), "answers", answers, "confirmed", confirmed, "seen", seen));
    }
}
