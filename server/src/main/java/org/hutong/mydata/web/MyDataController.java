package org.hutong.mydata.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.hutong.access.Actor;
import org.hutong.access.AllowResident;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Localised;
import org.hutong.kernel.SubjectId;
import org.hutong.mydata.DataSheet;
import org.hutong.mydata.HeldElement;
import org.hutong.mydata.MyData;
import org.hutong.mydata.Use;
import org.hutong.problem.Problem;
import org.hutong.resource.Displays;
import org.hutong.resource.Subjects;
import org.hutong.sheet.web.SheetResponses;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is held of the resident, or of somebody the resident answers for. */
@RestController
class MyDataController {
    private final MyData myData;
    private final DataSheet sheets;
    private final Subjects subjects;
    private final Displays displays;

    MyDataController(MyData myData, DataSheet sheets, Subjects subjects, Displays displays) {
        this.myData = myData;
        this.sheets = sheets;
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

    /** Encrypted values are masked: other people look at the same screen. */
    record ElementBody(ElementCode code, Localised name, String display, @Schema(allowableValues = {"held", "heldOld", "contested", "derived"}) String standing, String source, String means, Instant statedAt,
            @Nullable Localised application, List<UseBody> usedBy) {
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
                .map(group -> new Topic(group.name(), group.elements().stream().map(held -> body(held, reader)).toList())).toList());
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

    private ElementBody body(HeldElement held, Locale reader) {
        return new ElementBody(held.element().code(), held.element().name(), displays.of(held.element(), held.value(), reader),
                standing(held), held.value().source().name().toLowerCase(Locale.ROOT), held.value().means().name().toLowerCase(Locale.ROOT),
                held.value().statedAt(), held.application(), held.usedBy().stream().map(UseBody::of).toList());
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
