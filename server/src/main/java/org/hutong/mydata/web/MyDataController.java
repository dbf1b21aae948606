package org.hutong.mydata.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hutong.access.Actor;
import org.hutong.access.AllowResident;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Localised;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.ValueJson;
import org.hutong.mydata.DataSheet;
import org.hutong.mydata.HeldElement;
import org.hutong.mydata.MyData;
import org.hutong.mydata.OwnWord;
import org.hutong.mydata.Use;
import org.hutong.problem.Problem;
import org.hutong.resource.Displays;
import org.hutong.resource.Disputes;
import org.hutong.resource.Standing;
import org.hutong.resource.Subjects;
import org.hutong.sheet.web.SheetResponses;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What is held of the resident, or of somebody the resident answers for. */
@RestController
class MyDataController {
    private final MyData myData;
    private final DataSheet sheets;
    private final Subjects subjects;
    private final Displays displays;
    private final OwnWord ownWord;
    private final Disputes disputes;

    MyDataController(MyData myData, DataSheet sheets, Subjects subjects, Displays displays, OwnWord ownWord, Disputes disputes) {
        this.myData = myData;
        this.sheets = sheets;
        this.ownWord = ownWord;
        this.disputes = disputes;
        this.subjects = subjects;
        this.displays = displays;
    }

    /** A minor whose guardian the resident is. */
    record WardBody(SubjectId subject, String name) {
    }

    /** @param guardian the person's guardian took a copy; then there is no department */
    record UseBody(String department, boolean guardian, @Nullable Localised application, Instant at, Localised purpose) {
        static UseBody of(Use use) {
            return new UseBody(use.department(), use.guardian(), use.application(), use.at(), use.purpose());
        }
    }

    /**
     * Encrypted values are masked: other people look at the same screen.
     *
     * @param correctable the resident may say here that it is wrong
     * @param yours       what the resident's side said, while another value counts until that is decided
     */
    record ElementBody(ElementCode code, Localised name, String display, @Schema(allowableValues = {"held", "heldOld", "contested", "derived"}) String standing, String source, String means, Instant statedAt,
            @Nullable Localised application, List<UseBody> usedBy, boolean correctable, @Nullable String yours) {
    }

    record Topic(Localised name, List<ElementBody> elements) {
    }

    record MyDataBody(List<Topic> topics) {
    }

    @AllowResident
    @GetMapping("/api/resident/data")
    MyDataBody readMyData(Actor.Resident resident, @RequestParam(name = "for", required = false) @Nullable SubjectId ward, Locale reader) {
        SubjectId person = resident.answersFor(ward).orElseThrow(Problem.NOT_FOUND::refused);
        return new MyDataBody(myData.of(resident, person).stream()
                .map(group -> new Topic(group.name(), group.elements().stream().map(held -> body(resident, person, held, reader)).toList())).toList());
    }

    /** The same as a table to keep. */
    @AllowResident
    @GetMapping("/api/resident/data/sheet")
    ResponseEntity<byte[]> exportMyData(Actor.Resident resident, @RequestParam(name = "for", required = false) @Nullable SubjectId ward,
            @RequestParam(defaultValue = "xlsx") String format, Locale reader) {
        SubjectId person = resident.answersFor(ward).orElseThrow(Problem.NOT_FOUND::refused);
        return SheetResponses.of(sheets.of(resident, person, SheetResponses.format(format), reader));
    }

    /** Whose data the resident sees like the own, until their eighteenth birthday. Principals of mandates are none of them. */
    @AllowResident
    @GetMapping("/api/resident/wards")
    List<WardBody> listMyWards(Actor.Resident resident) {
        Map<SubjectId, String> names = subjects.names(resident, resident.wards());
        return resident.wards().stream().map(ward -> new WardBody(ward, names.getOrDefault(ward, ""))).toList();
    }

    /** One that a list of codes offers. */
    record CorrectionOption(String code, Localised label) {
    }

    /**
     * What is needed to say it right.
     *
     * @param value   as it is held; absent for encrypted ones, which are written anew
     * @param options what the list offers; empty for values without one
     * @param seen    the value that is to be corrected, to be sent back
     */
    record CorrectableBody(ElementCode code, Localised name, @Schema(ref = "#/components/schemas/ValueKind") String kind, @Nullable Localised unit, @Nullable JsonNode value,
            List<CorrectionOption> options, UUID seen) {
    }

    record CorrectData(@NotNull JsonNode value, @NotNull UUID seen) {
        @Override
        public String toString() {
            return "CorrectData[hidden]";
        }
    }

    /** @param contested the value that stood keeps counting until an officer has decided */
    record Corrected(boolean contested) {
    }

    /** One value of {@code /api/resident/data} that says {@code correctable}. */
    @AllowResident
    @GetMapping("/api/resident/data/{element}")
    CorrectableBody readCorrectableData(Actor.Resident resident, @PathVariable @Size(max = 80) String element, @RequestParam(name = "for", required = false) @Nullable SubjectId ward) {
        SubjectId person = resident.answersFor(ward).orElseThrow(Problem.NOT_FOUND::refused);
        OwnWord.Correctable of = ownWord.of(resident, person, code(element)).orElseThrow(Problem.NOT_FOUND::refused);
        return new CorrectableBody(of.element().code(), of.element().name(), of.element().kind().json(), of.element().unit(),
                of.element().encrypted() ? null : ValueJson.write(of.held().value()),
                of.options().stream().map(item -> new CorrectionOption(item.code(), item.name())).toList(), of.held().act());
    }

    /** The resident says what is right. It counts at once, or an officer decides, by the ranks of the element's sources. */
    @AllowResident
    @PostMapping("/api/resident/data/{element}")
    Corrected correctMyData(Actor.Resident resident, @PathVariable @Size(max = 80) String element, @RequestParam(name = "for", required = false) @Nullable SubjectId ward,
            @Valid @RequestBody CorrectData said) {
        SubjectId person = resident.answersFor(ward).orElseThrow(Problem.NOT_FOUND::refused);
        return switch (ownWord.say(resident, person, code(element), said.value(), said.seen())) {
            case OwnWord.Outcome.Said(boolean contested) -> new Corrected(contested);
            case OwnWord.Outcome.NoValue(var fault) -> throw Problem.INVALID_REQUEST.refused().about(1).at("value", fault.code(), fault.args().toArray());
            case OwnWord.Outcome.Changed changed -> throw Problem.VALUE_CHANGED.refused().about(1);
            case OwnWord.Outcome.NotThere nothing -> throw Problem.NOT_FOUND.refused();
        };
    }

    private static ElementCode code(String typed) {
        try {
            return ElementCode.of(typed);
        } catch (IllegalArgumentException e) {
            throw Problem.NOT_FOUND.refused();
        }
    }

    private ElementBody body(Actor.Resident resident, SubjectId person, HeldElement held, Locale reader) {
        String yours = held.value().standing() != Standing.CONTESTED || resident.isAgentOf(person) ? null
                : disputes.objection(resident, person, held.element().code()).map(claim -> displays.of(held.element(), claim.held(), reader)).orElse(null);
        return new ElementBody(held.element().code(), held.element().name(), displays.of(held.element(), held.value(), reader),
                standing(held), held.value().source().name().toLowerCase(Locale.ROOT), held.value().means().name().toLowerCase(Locale.ROOT),
                held.value().statedAt(), held.application(), held.usedBy().stream().map(UseBody::of).toList(),
                OwnWord.correctable(resident, person, held.element(), held.value()), yours);
    }

    private static String standing(HeldElement held) {
        return switch (held.value().standing()) {
            case HELD -> "held";
            case HELD_OLD -> "heldOld";
            case CONTESTED -> "contested";
            case DERIVED -> "derived";
        };
    }
}
