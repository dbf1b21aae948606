package org.hutong.resource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.LinkKind;
import org.hutong.catalogue.ResourceType;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Uuid7;
import org.hutong.resource.SubjectStore.LinkRow;
import org.jooq.DSLContext;

/**
 * Finds, for one person, the subjects that element paths lead to: the person, the household and dwelling lived in, the guardian, other
 * members, the owner of the dwelling, or the link itself. Makes them where something is stated about a subject that is not on file.
 *
 * <p>One instance serves one person in one transaction.
 */
final class Reach {
    /** Which household a path means when a person belongs to several: the one lived in, then the registered one. */
    private static final List<String> HOUSEHOLDS = List.of("living", "registered", "common", "collective");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final DSLContext dsl;
    private final Catalogue catalogue;
    private final SubjectId person;
    private final LocalDate day;
    private List<LinkRow> links;
    private final Map<SubjectId, List<LinkRow>> further = new HashMap<>();
    private final Map<String, Target> made = new HashMap<>();
    private final Set<SubjectId> allowed = new HashSet<>();

    /** @param day on which links have to be in force */
    Reach(DSLContext dsl, Catalogue catalogue, SubjectId person, LocalDate day) {
        this.dsl = dsl;
        this.catalogue = catalogue;
        this.person = person;
        this.day = day;
    }

    /**
     * Where a path leads.
     *
     * @param own true when it is about the person, the own household and dwelling, or the own side of a link
     */
    record Target(String type, String table, SubjectId id, boolean own) {
    }

    /** Makes subjects that are not there yet. */
    interface Maker {
        byte[] newKey(SubjectId id);

        /** Region for a new household or dwelling, or null. */
        RegionCode region();

        Instant now();
    }

    /** The targets of the paths; a path that leads nowhere is absent. */
    Map<ElementPath, Target> find(Collection<ElementPath> paths) {
        Map<ElementPath, Target> targets = new HashMap<>();
        for (ElementPath path : paths) {
            Target target = target(path, null);
            if (target != null) {
                targets.put(path, target);
            }
        }
        allow(targets.values());
        return targets;
    }

    /** Like {@link #find}, but makes what is missing. */
    Map<ElementPath, Target> findOrMake(Collection<ElementPath> paths, Maker maker) {
        Map<ElementPath, Target> targets = new HashMap<>();
        // Paths that name a person come first, so that agent.relation finds the agent that agent/person.name made.
        paths.stream().sorted(Comparator.comparing((ElementPath path) -> path.link().isEmpty()).thenComparing(Comparator.naturalOrder()))
                .forEach(path -> targets.put(path, target(path, maker)));
        allow(targets.values());
        return targets;
    }

    /** Somebody whom an open link joins to the person. */
    record Joined(LinkRow link, SubjectId person) {
    }

    /** The other persons whom open links of a kind join to the person: other members of the household lived in, or the ends of own links. */
    List<Joined> persons(LinkKind kind) {
        List<Joined> joined = new ArrayList<>();
        if (kind.from().equals("person") && kind.to().equals("person")) {
            links().stream().filter(link -> link.kind().equals(kind.code()) && link.from().equals(person)).forEach(link -> joined.add(new Joined(link, link.to())));
        } else {
            between(kind, null).ifPresent(middle -> linksOf(middle).stream()
                    .filter(link -> link.kind().equals(kind.code()) && link.to().equals(middle) && !link.from().equals(person))
                    .forEach(link -> joined.add(new Joined(link, link.from()))));
        }
        allow(joined.stream().flatMap(one -> Stream.of(new Target("", "", one.person, false), new Target("", "", one.link.id(), false))).toList());
        return joined;
    }

    /** Makes a person, not verified yet, whom a link of a kind joins to this one. */
    SubjectId join(LinkKind kind, Maker maker) {
        ResourceType persons = catalogue.resourceType("person").orElseThrow();
        if (kind.from().equals("person") && kind.to().equals("person")) {
            SubjectId id = make(persons, maker);
            link(kind, null, person, id, maker);
            return id;
        }
        SubjectId middle = between(kind, maker).orElseThrow();
        SubjectId id = make(persons, maker, kind.to().equals("household"));
        link(kind, kind.to().equals("household") ? HOUSEHOLDS.getFirst() : null, id, middle, maker);
        return id;
    }

    /** What two persons are both joined to by links of a kind, as the household lived in. */
    Optional<SubjectId> between(LinkKind kind, Maker maker) {
        return Optional.ofNullable(target(new ElementPath("", ElementCode.of(kind.to() + ".x")), maker)).map(Target::id);
    }

    private Target target(ElementPath path, Maker maker) {
        String type = path.element().resourceType();
        if (path.link().isEmpty() && type.equals("person")) {
            return new Target("person", "person", person, true);
        }
        String key = path.link() + "/" + type + "/" + path.household();
        if (made.containsKey(key)) {
            return made.get(key);
        }
        ResourceType resource = catalogue.resourceType(type).orElseThrow(() -> new IllegalArgumentException("no resource type " + type));
        Target target;
        if (path.link().isEmpty()) {
            target = resource.table().equals("link") ? ownLink(catalogue.linkKind(type).orElseThrow(), path.household(), maker)
                    : ofType(resource, path.household(), maker);
        } else {
            LinkKind kind = catalogue.linkKind(path.link()).orElseThrow(() -> new IllegalArgumentException("no link kind " + path.link()));
            target = over(kind, resource, path.household(), maker);
        }
        if (target != null) {
            made.put(key, target);
        }
        return target;
    }

    /** The household, dwelling or other thing that a person reaches by its type's own link. */
    private Target ofType(ResourceType resource, String household, Maker maker) {
        LinkKind kind = catalogue.linkKind(resource.linkKind()).orElseThrow();
        LinkRow link = ownLinks(kind.code(), household);
        if (link != null) {
            return new Target(resource.code(), resource.table(), link.to(), true);
        }
        if (maker == null) {
            return null;
        }
        SubjectId id = make(resource, maker);
        link(kind, resource.code().equals("household") ? householdKind(household) : null, person, id, maker);
        return new Target(resource.code(), resource.table(), id, true);
    }

    /** The link of a kind that starts at the person, seen as what data is about. */
    private Target ownLink(LinkKind kind, String household, Maker maker) {
        LinkRow link = ownLinks(kind.code(), household);
        if (link == null && maker != null) {
            ResourceType end = catalogue.resourceType(kind.to()).orElseThrow();
            if (end.code().equals("person")) {
                over(kind, end, household, maker);
            } else {
                ofType(end, household, maker);
            }
            link = ownLinks(kind.code(), household);
        }
        return link == null ? null : new Target(kind.code(), "link", link.id(), true);
    }

    /** A subject over a named link: guardian of the person, owner of the dwelling lived in, other member of the household. */
    private Target over(LinkKind kind, ResourceType wanted, String household, Maker maker) {
        boolean own = !wanted.code().equals("person");
        boolean forward = kind.to().equals(wanted.code());
        if (forward && kind.from().equals("person")) {
            LinkRow link = ownLinks(kind.code(), household);
            if (link != null) {
                return new Target(wanted.code(), wanted.table(), link.to(), own);
            }
            return maker == null ? null : linked(kind, person, wanted, true, household, maker, own);
        }
        String middleType = forward ? kind.from() : kind.to();
        SubjectId middle = person;
        if (!middleType.equals("person")) {
            Target found = target(new ElementPath("", ElementCode.of(middleType + ".x"), household), maker);
            if (found == null) {
                return null;
            }
            middle = found.id();
        }
        SubjectId start = middle;
        for (LinkRow link : linksOf(middle)) {
            SubjectId end = forward ? link.to() : link.from();
            SubjectId base = forward ? link.from() : link.to();
            boolean self = end.equals(person) && kind.code().equals("member");
            if (link.kind().equals(kind.code()) && base.equals(start) && !self) {
                return new Target(wanted.code(), wanted.table(), end, own || end.equals(person));
            }
        }
        return maker == null ? null : linked(kind, middle, wanted, forward, household, maker, own);
    }

    private Target linked(LinkKind kind, SubjectId base, ResourceType wanted, boolean forward, String household, Maker maker, boolean own) {
        SubjectId id = make(wanted, maker);
        link(kind, forward && wanted.code().equals("household") ? householdKind(household) : null, forward ? base : id, forward ? id : base, maker);
        return new Target(wanted.code(), wanted.table(), id, own);
    }

    private SubjectId make(ResourceType type, Maker maker) {
        return make(type, maker, false);
    }

    /** @param here a person lives where this one does */
    private SubjectId make(ResourceType type, Maker maker, boolean here) {
        SubjectId id = new SubjectId(person.home(), Uuid7.next());
        allow(Set.of(new Target(type.code(), type.table(), id, false)));
        Map<String, Object> columns = new HashMap<>();
        if (type.code().equals("person")) {
            columns.put("provisional", true);
            if (here && maker.region() != null) {
                columns.put("resides_in", maker.region().number());
            }
        } else if (maker.region() != null) {
            columns.put("region", maker.region().number());
        }
        SubjectStore.insert(dsl, type.table(), id, maker.newKey(id), columns);
        return id;
    }

    private void link(LinkKind kind, String qualifier, SubjectId from, SubjectId to, Maker maker) {
        LinkRow link = new LinkRow(new SubjectId(from.home(), Uuid7.next()), kind.code(), qualifier, from, to);
        SubjectStore.insertLink(dsl, link, maker.newKey(link.id()), LocalDate.ofInstant(maker.now(), ZONE));
        if (from.equals(person) || to.equals(person)) {
            List<LinkRow> more = new ArrayList<>(links());
            more.add(link);
            links = more;
        } else {
            further.remove(from);
            further.remove(to);
        }
    }

    /** @param household the kind of membership wanted, or empty for the first there is */
    private LinkRow ownLinks(String kind, String household) {
        return links().stream().filter(link -> link.kind().equals(kind) && link.from().equals(person))
                .filter(link -> household.isEmpty() || household.equals(link.qualifier()))
                .min(Comparator.comparingInt(link -> order(link.qualifier()))).orElse(null);
    }

    private static String householdKind(String wanted) {
        return wanted.isEmpty() ? HOUSEHOLDS.getFirst() : wanted;
    }

    private static int order(String qualifier) {
        int at = qualifier == null ? -1 : HOUSEHOLDS.indexOf(qualifier);
        return at < 0 ? HOUSEHOLDS.size() : at;
    }

    private List<LinkRow> links() {
        if (links == null) {
            links = SubjectStore.links(dsl, Set.of(person), day);
        }
        return links;
    }

    private List<LinkRow> linksOf(SubjectId subject) {
        if (subject.equals(person)) {
            return links();
        }
        return further.computeIfAbsent(subject, id -> {
            allow(Set.of(new Target("", "", id, false)));
            return SubjectStore.links(dsl, Set.of(id), day);
        });
    }

    /** Tells row-level security which linked subjects this transaction may touch on the person's behalf. */
    private void allow(Collection<Target> targets) {
        boolean more = false;
        for (Target target : targets) {
            if (!target.id().equals(person)) {
                more |= allowed.add(target.id());
            }
        }
        if (more) {
            // What was allowed before in this transaction stays so: somebody new is written down by steps of their own.
            dsl.fetchValue("select set_config('hutong.linked', (array(select unnest(coalesce(nullif(current_setting('hutong.linked', true), ''), '{}')::uuid[])"
                    + " union select unnest(?::uuid[])))::text, true)",
                    allowed.stream().map(id -> id.id().toString()).collect(Collectors.joining(",", "{", "}")));
        }
    }
}
