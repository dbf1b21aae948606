package org.hutong.resource.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hutong.access.AccessJournal;
import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.access.Purpose;
import org.hutong.access.Role;
import org.hutong.catalogue.DataElement;
import org.hutong.catalogue.Protection;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Localised;
import org.hutong.kernel.RegionCode;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.problem.Problem;
import org.hutong.region.Regions;
import org.hutong.resource.Displays;
import org.hutong.resource.Disputes;
import org.hutong.resource.People;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Persons for officers, within the own region; every search and every look at a record is journalled and shown to the person. */
@RestController
class PersonController {
    private static final int PAGE = 20;
    private static final int MOST = 100;
    private static final List<String> SHOWN_IN_LISTS = List.of("person.name", "person.age", "person.region");
    private static final ElementCode NAME = ElementCode.of("person.name");

    private final People people;
    private final Disputes disputes;
    private final Displays displays;
    private final Regions regions;
    private final AccessJournal journal;

    PersonController(People people, Disputes disputes, Displays displays, Regions regions, AccessJournal journal) {
        this.people = people;
        this.disputes = disputes;
        this.displays = displays;
        this.regions = regions;
        this.journal = journal;
    }

    /** One person in a list. {@code age} and {@code region} are absent when not known. */
    record PersonItem(String id, String name, @Nullable Integer age, @Nullable String region, @Nullable Localised regionName) {
    }

    /** One page; {@code more} when there is another. */
    record PersonPage(List<PersonItem> items, int page, int size, boolean more) {
    }

    /** One value. {@code display} is masked for encrypted elements, and absent for restricted ones unless a purpose was given. */
    record PersonValue(String code, Localised name, @Schema(allowableValues = {"open", "restricted", "encrypted"}) String protection,
            @Nullable String display, @Schema(allowableValues = {"held", "heldOld", "contested", "derived"}) String standing, String source, String means,
            Instant statedAt) {
    }

    /** What is held of a person. */
    record PersonRecord(String id, String name, List<PersonValue> elements) {
    }

    @GetMapping("/api/people")
    @AllowOfficer
    PersonPage findPeople(Actor.Officer officer, @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + PAGE) int size) {
        int most = Math.clamp(size, 1, MOST);
        int at = Math.clamp(page, 0, 10_000);
        List<People.Found> found = people.named(officer, q.strip(), at * most, most + 1);
        List<People.Found> shown = found.stream().limit(most).toList();
        journal.looked(officer, shown.stream().map(People.Found::person).toList(), SHOWN_IN_LISTS, searched(shown.size()), null);
        List<PersonItem> items = shown.stream().map(this::item).toList();
        return new PersonPage(items, at, most, found.size() > most);
    }

    /** @param purpose why restricted values are needed, in words that the person will read; without it they are not shown */
    @GetMapping("/api/people/{id}")
    @AllowOfficer
    PersonRecord readPerson(Actor.Officer officer, @PathVariable String id, @RequestParam(required = false) @Nullable @Size(max = Purpose.LONGEST) String purpose, Locale reader) {
        SubjectId person = subject(id);
        Optional<Purpose> said = Purpose.said(purpose);
        List<People.Entry> entries = people.record(officer, person).orElseThrow(Problem.NOT_FOUND::refused);
        List<PersonValue> values = entries.stream().map(entry -> value(entry, said.isPresent(), reader)).toList();
        Localised why = said.map(Purpose::localised).orElseGet(() -> Localised.of("查看居民档案", "Looked at the resident's record"));
        journal.looked(officer, person, values.stream().filter(value -> value.display() != null).map(PersonValue::code).toList(), why, null);
        String name = entries.stream().filter(entry -> entry.element().code().equals(NAME))
                .map(entry -> ((Value.Text) entry.held().value()).text()).findFirst().orElse("");
        return new PersonRecord(person.toString(), name, values);
    }

    /** Says how many were listed, never what was looked for: that names somebody. */
    private static Localised searched(int shown) {
        return Localised.of("按姓名查找居民，列出 " + shown + " 人", "Searched for residents by name; " + shown + (shown == 1 ? " was listed" : " were listed"));
    }

    private PersonItem item(People.Found found) {
        RegionCode region = found.region();
        return new PersonItem(found.person().toString(), found.name(), found.age(), region == null ? null : region.toString(),
                region == null ? null : regions.name(region));
    }

    private @Nullable String display(DataElement element, Value value, boolean reveal, Locale reader) {
        return switch (element.protection()) {
            case OPEN -> displays.full(element, value, reader);
            case RESTRICTED -> reveal ? displays.full(element, value, reader) : null;
            case ENCRYPTED -> displays.masked(element, value, reader);
        };
    }

    private PersonValue value(People.Entry entry, boolean reveal, Locale reader) {
        DataElement element = entry.element();
        return new PersonValue(element.code().code(), element.name(), lower(element.protection()), display(element, entry.held().value(), reveal, reader), camel(entry.held().standing()),
                camel(entry.held().source()), camel(entry.held().means()), entry.held().statedAt());
    }

    /** What one side says. @param display absent when it is restricted and no purpose was said */
    record ClaimBody(UUID act, @Nullable String display, String source, String means, Instant statedAt, boolean current) {
    }

    record DisputeBody(String element, Localised name, List<ClaimBody> claims, boolean mayDecide) {
    }

    /** @param act whose value is right */
    record DecideDispute(@NotNull UUID act, @NotBlank @Size(max = Purpose.LONGEST) String reason) {
    }

    /** @param regionName where the person lives */
    record WaitingDispute(SubjectId person, String name, Localised regionName, String element, Localised elementName, Instant since) {
    }

    /** Values of people in the officer's region that somebody objects to, longest first; at most 200. */
    @GetMapping("/api/officer/disputes")
    @AllowOfficer(roles = Role.OFFICER)
    List<WaitingDispute> listDisputes(Actor.Officer officer) {
        return disputes.waiting(officer).stream().map(open -> new WaitingDispute(open.person(), open.name(), regions.name(open.region()), open.element().code().code(),
                open.element().name(), open.since())).toList();
    }

    /** Both sides of a value that somebody objects to. @param purpose as for the record */
    @GetMapping("/api/people/{id}/disputes/{element}")
    @AllowOfficer
    DisputeBody readDispute(Actor.Officer officer, @PathVariable String id, @PathVariable String element,
            @RequestParam(required = false) @Nullable @Size(max = Purpose.LONGEST) String purpose, Locale reader) {
        SubjectId person = subject(id);
        Optional<Purpose> said = Purpose.said(purpose);
        Disputes.Dispute dispute = disputes.of(officer, person, code(element)).orElseThrow(Problem.NOT_FOUND::refused);
        boolean shown = said.isPresent() || dispute.element().protection() != Protection.RESTRICTED;
        Localised act = Localised.of("查看有异议的数据", "Looked at a value that is objected to");
        journal.looked(officer, person, shown ? List.of(dispute.element().code().code()) : List.of(), said.map(one -> one.of(act)).orElse(act), null);
        return new DisputeBody(dispute.element().code().code(), dispute.element().name(), dispute.claims().stream().map(claim -> new ClaimBody(claim.act(),
                display(dispute.element(), claim.value(), said.isPresent(), reader), camel(claim.source()), camel(claim.means()), claim.statedAt(), claim.current()))
                .toList(), officer.is(Role.OFFICER));
    }

    /** Decides between them; what speaks against the chosen one is taken back, and the history says by whom and why. */
    @PutMapping("/api/people/{id}/disputes/{element}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @AllowOfficer(roles = Role.OFFICER)
    void decideDispute(Actor.Officer officer, @PathVariable String id, @PathVariable String element, @Valid @RequestBody DecideDispute decision) {
        SubjectId person = subject(id);
        if (disputes.decide(officer, person, code(element), decision.act, decision.reason.strip()) == Disputes.Decision.NOT_FOUND) {
            throw Problem.NOT_FOUND.refused();
        }
        journal.looked(officer, person, List.of(element), new Purpose(decision.reason.strip()).of(Localised.of("对有异议的数据作出决定", "Decided about a value that was objected to")), null);
    }

    private static ElementCode code(String element) {
        try {
            return ElementCode.of(element);
        } catch (IllegalArgumentException none) {
            throw Problem.NOT_FOUND.refused();
        }
    }

    private static SubjectId subject(String id) {
        try {
            return SubjectId.parse(id);
        } catch (IllegalArgumentException notAnId) {
            throw Problem.NOT_FOUND.refused();
        }
    }

    private static String lower(Protection protection) {
        return protection.name().toLowerCase(Locale.ROOT);
    }

    /** The names of the API: {@code HELD_OLD} is {@code heldOld}. */
    private static String camel(Enum<?> constant) {
        String[] words = constant.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder camel = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            camel.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return camel.toString();
    }
}
