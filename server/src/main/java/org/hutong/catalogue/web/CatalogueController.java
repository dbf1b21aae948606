package org.hutong.catalogue.web;

import java.time.DateTimeException;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.swagger.v3.oas.annotations.media.Schema;
import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.access.Role;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.CatalogueRefusal;
import org.hutong.catalogue.CodeList;
import org.hutong.catalogue.DataElement;
import org.hutong.catalogue.FirstRank;
import org.hutong.catalogue.NewElement;
import org.hutong.catalogue.Protection;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Localised;
import org.hutong.kernel.ValueKind;
import org.hutong.problem.Problem;
import org.hutong.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue for officers to read and for stewards to add to. */
@RestController
class CatalogueController {
    /** As in {@code spec/manifest.schema.json}, where questions take their units from elements. */
    private static final int MOST_OF_UNIT = 20;
    private static final int MOST_OF_UNIT_IN_ENGLISH = 40;

    private final Catalogue catalogue;

    CatalogueController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** A data element. {@code validFor} is an ISO 8601 period, absent for ever. */
    record ElementView(String code, Localised name, @Schema(ref = "#/components/schemas/ValueKind") String kind, @Nullable String codeList, @Nullable Localised unit,
            @Schema(allowableValues = {"open", "restricted", "encrypted"}) String protection,
            @Schema(allowableValues = {"register", "resident", "officer"}) String firstRank, @Nullable String validFor, List<String> derivedFrom, String standard, List<String> seenAs) {
        static ElementView of(DataElement element) {
            return new ElementView(element.code().code(), element.name(), element.kind().json(), element.codeList(), element.unit(),
                    lower(element.protection()), lower(element.firstRank()), element.validFor() == null ? null : element.validFor().toString(),
                    element.derivedFrom().stream().map(ElementCode::code).toList(), element.standard(), element.seenAs());
        }
    }

    /** One code. */
    record CodeItem(String code, Localised name) {
    }

    /** A code list with all its codes in order. */
    record CodeListView(String code, Localised name, String standard, List<CodeItem> items) {
    }

    /** A code list by name. @param size how many codes it has */
    record CodeListName(String code, Localised name, int size) {
    }

    /** A new element. {@code protection} is open, restricted or encrypted; {@code firstRank} is register, resident or officer. */
    record AddElement(String code, Localised name, @Schema(ref = "#/components/schemas/ValueKind") String kind, @Nullable String codeList, @Nullable Localised unit,
            @Schema(allowableValues = {"open", "restricted", "encrypted"}) String protection,
            @Schema(allowableValues = {"register", "resident", "officer"}) String firstRank, @Nullable String validFor) {
    }

    /** A new resource type and the link by which a person reaches it. */
    record AddResourceType(String code, Localised name, String linkKind) {
    }

    /** What was added. */
    record Added(String code) {
    }

    @GetMapping("/api/catalogue/elements")
    @AllowOfficer
    List<ElementView> listElements(Actor.Officer officer, @RequestParam(required = false) @Nullable String q) {
        String wanted = q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
        return catalogue.elements().stream().filter(element -> !element.retired() && matches(element, wanted)).map(ElementView::of).toList();
    }

    @GetMapping("/api/catalogue/code-lists")
    @AllowOfficer
    List<CodeListName> listCodeLists(Actor.Officer officer) {
        return catalogue.codeLists().stream().map(list -> new CodeListName(list.code(), list.name(), list.items().size())).toList();
    }

    @GetMapping("/api/catalogue/code-lists/{code}")
    @AllowOfficer
    CodeListView readCodeList(Actor.Officer officer, @PathVariable String code) {
        CodeList list = catalogue.codeList(code).orElseThrow(Problem.NOT_FOUND::refused);
        return new CodeListView(list.code(), list.name(), list.standard(),
                list.items().stream().map(item -> new CodeItem(item.code(), item.name())).toList());
    }

    @PostMapping("/api/catalogue/elements")
    @AllowOfficer(roles = Role.STEWARD)
    @ResponseStatus(HttpStatus.CREATED)
    Added addElement(Actor.Officer officer, @RequestBody AddElement body) {
        Refused faults = Problem.INVALID_REQUEST.refused();
        if (!ElementCode.isValid(body.code())) {
            faults.at("code", "element-code");
        }
        Optional<ValueKind> kind = body.kind() == null ? Optional.empty() : ValueKind.find(body.kind());
        if (kind.isEmpty()) {
            faults.at("kind", "element-kind");
        }
        Protection protection = constant(Protection.class, body.protection(), "protection", faults);
        FirstRank rank = constant(FirstRank.class, body.firstRank(), "firstRank", faults);
        Period validFor = null;
        try {
            validFor = body.validFor() == null ? null : Period.parse(body.validFor());
        } catch (DateTimeException notAPeriod) {
            faults.at("validFor", "period");
        }
        if (body.name() == null || body.name().zh() == null || body.name().zh().isBlank()) {
            faults.at("name", "name-needed");
        }
        if (body.unit() != null && (body.unit().zh() == null || body.unit().zh().isBlank() || body.unit().zh().length() > MOST_OF_UNIT
                || body.unit().en() != null && body.unit().en().length() > MOST_OF_UNIT_IN_ENGLISH)) {
            faults.at("unit", "unit-form", MOST_OF_UNIT, MOST_OF_UNIT_IN_ENGLISH);
        }
        if (faults.hasFaults()) {
            throw faults;
        }
        answer(catalogue.add(new NewElement(ElementCode.of(body.code()), body.name(), kind.orElseThrow(), body.codeList(), body.unit(),
                protection, rank, validFor)));
        return new Added(body.code());
    }

    @PostMapping("/api/catalogue/resource-types")
    @AllowOfficer(roles = Role.STEWARD)
    @ResponseStatus(HttpStatus.CREATED)
    Added addResourceType(Actor.Officer officer, @RequestBody AddResourceType body) {
        if (body.code() == null || body.linkKind() == null || body.name() == null || body.name().zh() == null) {
            throw Problem.INVALID_REQUEST.refused().at(body.code() == null ? "code" : body.linkKind() == null ? "linkKind" : "name", "name-needed");
        }
        answer(catalogue.addType(body.code(), body.name(), body.linkKind()));
        return new Added(body.code());
    }

    private static void answer(Optional<CatalogueRefusal> refusal) {
        refusal.ifPresent(why -> {
            throw switch (why) {
                case CatalogueRefusal.CodeTaken taken -> Problem.ELEMENT_EXISTS.refused().about(taken.code());
                case CatalogueRefusal.NoSuchType type -> Problem.INVALID_REQUEST.refused().at("code", "no-such-type", type.type());
                case CatalogueRefusal.NoSuchCodeList list -> Problem.INVALID_REQUEST.refused().at("codeList", "no-such-code-list", list.list());
                case CatalogueRefusal.Malformed malformed -> Problem.INVALID_REQUEST.refused().at(malformed.field(), "malformed");
            };
        });
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name, String field, Refused faults) {
        for (E constant : type.getEnumConstants()) {
            if (lower(constant).equals(name)) {
                return constant;
            }
        }
        faults.at(field, "not-a-choice");
        return null;
    }

    private static boolean matches(DataElement element, String wanted) {
        return wanted.isEmpty() || element.code().code().toLowerCase(Locale.ROOT).contains(wanted) || element.name().zh().contains(wanted)
                || element.name().en().toLowerCase(Locale.ROOT).contains(wanted)
                || element.seenAs().stream().anyMatch(wording -> wording.contains(wanted));
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
