package org.hutong.manifest;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.hutong.access.Actor;
import org.hutong.access.Scoped;
import org.hutong.catalogue.CodeList;
import org.hutong.kernel.BusinessDay;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.Uuid7;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The one public door to applications: what officers draft, check, publish and close, and what runs where. */
@Component
public class Applications {
    private static final int MOST_CHARACTERS = 500_000;
    private static final int MOST_LISTED = 500;

    private final ApplicationStore store;
    private final Published published;
    private final ManifestCheck check;
    private final Scoped scoped;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final BusinessDay day;

    Applications(ApplicationStore store, Published published, ManifestCheck check, Scoped scoped, ApplicationEventPublisher events, Clock clock, BusinessDay day) {
        this.store = store;
        this.published = published;
        this.check = check;
        this.scoped = scoped;
        this.events = events;
        this.clock = clock;
        this.day = day;
    }

    // --- what runs -------------------------------------------------------------------------------------------------------------

    /** The version in force of an application that runs, whether or not its first day has come. */
    public Optional<PublishedManifest> running(UUID application) {
        return Optional.ofNullable(published.running().get(application));
    }

    /** Everything that runs, in no order. */
    public Collection<PublishedManifest> running() {
        return published.running().values();
    }

    /** What runs today in an area that holds one of the places. */
    public List<PublishedManifest> runningAt(Collection<RegionCode> places, LocalDate today) {
        return running().stream()
                .filter(one -> one.manifest().isOpenOn(today))
                .filter(one -> places.stream().anyMatch(place -> one.manifest().region().contains(place)))
                .sorted((a, b) -> a.application().compareTo(b.application()))
                .toList();
    }

    /** A version that was published at any time. */
    public Optional<PublishedManifest> version(UUID application, int version) {
        return published.version(application, version);
    }

    /** What a {@link ShortLink} leads to, whether it still runs or not. */
    public Optional<Application> linked(String code) {
        return ShortLink.tail(code).flatMap(store::publishedByTail);
    }

    /** Which running applications ask for which of these elements. */
    public Map<ElementPath, List<PublishedManifest>> asking(Set<ElementPath> elements) {
        Map<ElementPath, List<PublishedManifest>> asking = new LinkedHashMap<>();
        if (!elements.isEmpty()) {
            Map<String, ElementPath> byName = elements.stream().collect(Collectors.toMap(ElementPath::toString, path -> path));
            store.askers(List.copyOf(byName.keySet())).forEach((element, applications) ->
                    asking.put(byName.get(element), applications.stream().map(this::running).flatMap(Optional::stream).toList()));
        }
        return asking;
    }

    // --- what an officer sees --------------------------------------------------------------------------------------------------

    /** Newest first. */
    public List<Application> visibleTo(Actor.Officer officer, Set<Application.State> states) {
        return store.visibleTo(officer, states.isEmpty() ? EnumSet.allOf(Application.State.class) : states, MOST_LISTED);
    }

    /** What the officer's post may go on with, last saved first: drafts, and unpublished changes to what runs. */
    public List<Application> drafts(Actor.Officer officer) {
        return store.drafts(officer.region(), officer.department(), MOST_LISTED).stream().filter(one -> one.isEditableBy(officer)).toList();
    }

    /** Empty when there is none or the officer may not know of it. */
    public Optional<Application> find(Actor.Officer officer, UUID id) {
        return store.find(id).filter(application -> application.isVisibleTo(officer));
    }

    /** Unpublished work, for those who may change it. */
    public Optional<DraftManifest> draft(Actor.Officer officer, Application application) {
        if (!application.isOwnedBy(officer)) {
            return Optional.empty();
        }
        return store.draft(application.id()).map(json ->
                new DraftManifest(application.id(), application.revision(), json, application.savedAt(), application.savedBy()));
    }

    /** The version in force, or the last one of a closed application. */
    public Optional<PublishedManifest> published(Application application) {
        return application.version() == 0 ? Optional.empty() : version(application.id(), application.version());
    }

    /** Checks what is being worked on, or what is published when nothing is; for those who may change it. */
    public Optional<CheckedManifest> check(Actor.Officer officer, Application application) {
        if (!application.isOwnedBy(officer)) {
            return Optional.empty();
        }
        return store.draft(application.id()).or(() -> published(application).map(one -> one.manifest().json()))
                .map(json -> check(json, application));
    }

    /** Where an element is asked for or compared, at whatever end of a link, in what runs or is drafted within the officer's sight. */
    public CatalogueUse.All using(Actor.Officer officer, ElementCode element) {
        return using(officer, List.of('"' + element.code() + '"', '/' + element.code() + '"'),
                text -> text.equals(element.code()) || text.endsWith("/" + element.code()));
    }

    /** The same for a code list. */
    public CatalogueUse.All using(Actor.Officer officer, CodeList list) {
        return using(officer, List.of('"' + list.code() + '"'), text -> text.equals(list.code()));
    }

    private CatalogueUse.All using(Actor.Officer officer, List<String> texts, Predicate<String> names) {
        List<CatalogueUse> seen = store.naming(officer, texts, MOST_LISTED).stream().map(one -> new CatalogueUse(one,
                one.version() == 0 ? List.of() : version(one.id(), one.version()).map(found -> naming(found.manifest().json(), names)).orElse(List.of()),
                one.state() != Application.State.DRAFT && !one.isOwnedBy(officer) ? List.of()
                        : store.draft(one.id()).map(json -> naming(json, names)).orElse(List.of())))
                .filter(use -> !use.inForce().isEmpty() || !use.inDraft().isEmpty()).toList();
        return new CatalogueUse.All(seen, store.namingElsewhere(officer, texts));
    }

    /** Kinds of the components that hold such a text. */
    private static List<String> naming(JsonNode manifest, Predicate<String> names) {
        return manifest.path("components").valueStream().filter(component -> holds(component, names))
                .map(component -> component.path("kind").asString("")).distinct().toList();
    }

    private static boolean holds(JsonNode json, Predicate<String> names) {
        return json.isString() ? names.test(json.asString()) : json.valueStream().anyMatch(inner -> holds(inner, names));
    }

    private CheckedManifest check(JsonNode json, Application application) {
        Findings findings = new Findings();
        Optional<Manifest> manifest = check.check(json, application.ownerRegion(), application.department(), day.today(), findings);
        return new CheckedManifest(manifest, findings.all());
    }

    /** What the components of a manifest ask of each person, by component id. */
    public Map<String, List<Asked>> asked(Manifest manifest) {
        Map<String, List<Asked>> asked = new LinkedHashMap<>();
        for (var component : manifest.components()) {
            List<Asked> questions = check.kind(component.kind()).map(kind -> kind.asks(component)).orElse(List.of());
            if (!questions.isEmpty()) {
                asked.put(component.id(), questions);
            }
        }
        return asked;
    }

    // --- what an officer does --------------------------------------------------------------------------------------------------

    /**
     * Begins a draft from a template, which becomes the department's own.
     *
     * @param region within the officer's
     */
    public Change createFrom(Actor.Officer officer, Template template, RegionCode region) {
        ObjectNode manifest = template.manifest().json().deepCopy().asObject();
        manifest.put("department", officer.department());
        manifest.put("region", region.toString());
        return create(officer, manifest);
    }

    /** Begins a draft from a manifest; region and department may be left out and are then the officer's. */
    public Change create(Actor.Officer officer, JsonNode json) {
        Findings findings = new Findings();
        if (!isKeepable(json, findings)) {
            return new ApplicationRefusal.NotKept(findings.all());
        }
        ObjectNode manifest = json.deepCopy().asObject();
        if (!manifest.has("region")) {
            manifest.put("region", officer.region().toString());
        }
        if (!manifest.has("department")) {
            manifest.put("department", officer.department());
        }
        if (!manifest.path("department").asString("").equals(officer.department())) {
            findings.error("department-not-own", "/department", "应用属于您的部门，不能写成别的部门",
                    "The application belongs to your department and cannot name another one");
            return new ApplicationRefusal.NotKept(findings.all());
        }
        if (Application.regionOf(manifest, officer.region()).isEmpty()) {
            return new ApplicationRefusal.NotFound();
        }
        Instant now = now();
        Application application = new Application(Uuid7.next(), Application.State.DRAFT, "", officer.region(), officer.region(),
                officer.department(), Localised.of("", ""), 0, 1, now, now, officer.signature(), null).headedBy(manifest);
        return scoped.write(officer, dsl -> {
            store.insert(application, manifest);
            return new Changed(application);
        });
    }

    /**
     * Saves the draft as it is, right or not yet.
     *
     * @param revision the one that was changed; a newer one in the database refuses
     */
    public Change saveDraft(Actor.Officer officer, UUID id, int revision, JsonNode json) {
        return scoped.write(officer, dsl -> {
            Optional<Application> found = store.lock(id).filter(one -> one.isVisibleTo(officer));
            Optional<ApplicationRefusal> refusal = refuse(officer, found);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            Application before = found.orElseThrow();
            if (before.revision() != revision) {
                return new ApplicationRefusal.RevisionChanged(before.revision(), before.savedBy(), before.savedAt());
            }
            Findings findings = new Findings();
            if (!isKeepable(json, findings)) {
                return new ApplicationRefusal.NotKept(findings.all());
            }
            Application saved = before.savedBy(officer.signature(), now());
            Application after = before.state() == Application.State.DRAFT ? saved.headedBy(json) : saved;
            store.saveDraft(id, json);
            store.update(after);
            return new Changed(after);
        });
    }

    /**
     * Publishes the draft as the next version, when every check passes. Publishing what is published already changes nothing, so that a
     * second click does no harm.
     *
     * @param revision the one the officer has seen, or empty to publish whatever is there
     */
    public Change publish(Actor.Officer officer, UUID id, Optional<Integer> revision) {
        return scoped.write(officer, dsl -> {
            Optional<Application> found = store.lock(id).filter(one -> one.isVisibleTo(officer));
            Optional<ApplicationRefusal> refusal = refuse(officer, found);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            Application before = found.orElseThrow();
            if (revision.isPresent() && revision.get() != before.revision()) {
                return new ApplicationRefusal.RevisionChanged(before.revision(), before.savedBy(), before.savedAt());
            }
            Optional<JsonNode> draft = store.draft(id);
            if (draft.isEmpty()) {
                return new Changed(before);
            }
            CheckedManifest checked = check(draft.get(), before);
            if (checked.hasErrors() || checked.manifest().isEmpty()) {
                return new ApplicationRefusal.NotPublishable(checked.findings());
            }
            return new Changed(freeze(officer, before, checked.manifest().get()));
        });
    }

    private Application freeze(Actor.Officer officer, Application before, Manifest manifest) {
        PublishedManifest frozen = new PublishedManifest(before.id(), before.version() + 1, manifest, now(), officer.signature());
        store.insertVersion(frozen, officer.post(), asked(manifest));
        store.deleteDraft(before.id());
        Application after = before.headedBy(manifest.json()).publishedAs(frozen.version());
        store.update(after);
        manifest.components().forEach(component -> check.kind(component.kind()).ifPresent(kind -> kind.published(frozen, component)));
        events.publishEvent(ComponentEvent.of(frozen, "published", frozen.publishedAt()));
        return after;
    }

    /** Ends an application: nobody is asked any more, everything said stays. Closing twice changes nothing. */
    public Change close(Actor.Officer officer, UUID id) {
        return scoped.write(officer, dsl -> {
            Optional<Application> found = store.lock(id).filter(one -> one.isVisibleTo(officer));
            if (found.isPresent() && found.get().state() == Application.State.CLOSED && found.get().isOwnedBy(officer)) {
                return new Changed(found.get());
            }
            Optional<ApplicationRefusal> refusal = refuse(officer, found);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            Application before = found.orElseThrow();
            Optional<PublishedManifest> inForce = published(before);
            if (inForce.isEmpty()) {
                return new ApplicationRefusal.NeverPublished(before);
            }
            Application after = before.closed(now());
            store.update(after);
            PublishedManifest last = inForce.get();
            last.manifest().components().forEach(component -> check.kind(component.kind()).ifPresent(kind -> kind.closed(last, component)));
            events.publishEvent(ComponentEvent.of(last, "closed", now()));
            return new Changed(after);
        });
    }

    private static Optional<ApplicationRefusal> refuse(Actor.Officer officer, Optional<Application> found) {
        if (found.isEmpty()) {
            return Optional.of(new ApplicationRefusal.NotFound());
        }
        if (!found.get().isOwnedBy(officer)) {
            return Optional.of(new ApplicationRefusal.NotOwned(found.get()));
        }
        if (found.get().state() == Application.State.CLOSED) {
            return Optional.of(new ApplicationRefusal.AlreadyClosed(found.get()));
        }
        return Optional.empty();
    }

    /** Whether PostgreSQL and the next reader can hold it at all; whether it is right is for the check to say. */
    private static boolean isKeepable(JsonNode json, Findings findings) {
        if (json == null || !json.isObject()) {
            findings.error("wrong-type", "", "这不是一个应用", "This is not an application");
            return false;
        }
        if (json.toString().length() > MOST_CHARACTERS) {
            findings.error("too-long", "", "应用太大了，请分成几个", "The application is too large; please make several of it");
        }
        texts(json, "", findings);
        return !findings.hasErrors();
    }

    /** Neither NUL nor half of a surrogate pair can be kept in a database of UTF-8. */
    private static void texts(JsonNode json, String path, Findings findings) {
        if (json.isString() && !StandardCharsets.UTF_8.newEncoder().canEncode(json.asString()) || json.asString("").indexOf('\0') >= 0) {
            findings.error("wrong-form", path, "文字中有不能保存的字符", "This text holds a character that cannot be kept");
        }
        if (json.isArray()) {
            for (int i = 0; i < json.size(); i++) {
                texts(json.get(i), path + "/" + i, findings);
            }
        }
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            texts(JsonNodeFactory.instance.stringNode(member.getKey()), path, findings);
            texts(member.getValue(), path + "/" + member.getKey(), findings);
        }
    }

    /** PostgreSQL keeps microseconds; the answer shall be what a later reading gives. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
