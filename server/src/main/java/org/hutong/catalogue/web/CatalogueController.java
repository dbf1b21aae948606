package org.hutong.catalogue.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
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

    /**
     * A data element.
     *
     * @param validFor ISO 8601 period, absent for ever
     * @param question how a form asks for it, absent where the name says it
     * @param about    what is meant and what is not
     * @param version  to be named when it is changed
     */
    record ElementView(String code, Localised name, @Schema(ref = "#/components/schemas/ValueKind") String kind, @Nullable String codeList, @Nullable Localised unit,
            @Schema(allowableValues = {"open", "restricted", "encrypted"}) String protection,
            @Schema(allowableValues = {"register", "resident", "officer"}) String firstRank, @Nullable String validFor, List<String> derivedFrom, String standard, List<String> seenAs,
            boolean builtIn, boolean retired, @Nullable Localised question, @Nullable Localised about, int version) {
        static ElementView of(DataElement element) {
            return new ElementView(element.code().code(), element.name(), element.kind().json(), element.codeList(), element.unit(),
                    lower(element.protection()), lower(element.firstRank()), element.validFor() == null ? null : element.validFor().toString(),
                    element.derivedFrom().stream().map(ElementCode::code).toList(), element.standard(), element.seenAs(), element.builtIn(), element.retired(),
                    element.question(), element.about(), element.version());
        }
    }

    /** One code. @param retired no longer offered */
    record CodeItem(String code, Localised name, boolean retired) {
    }

    /** A code list with all its codes in order. @param elements codes of the data elements whose values it holds */
    record CodeListView(String code, Localised name, String standard, List<CodeItem> items, int version, boolean builtIn, List<String> elements) {
    }

    /** A code list by name. @param size how many codes it offers */
    record CodeListName(String code, Localised name, int size, String standard, int elements) {
    }

    /** A new element. {@code protection} is open, restricted or encrypted; {@code firstRank} is register, resident or officer. */
    record AddElement(@Size(max = 100) String code, Localised name, @Schema(ref = "#/components/schemas/ValueKind") String kind, @Nullable String codeList,
            @Nullable Localised unit, @Schema(allowableValues = {"open", "restricted", "encrypted"}) String protection,
            @Schema(allowableValues = {"register", "resident", "officer"}) String firstRank, @Nullable @Size(max = 20) String validFor) {
    }

    /** A new resource type and the link by which a person reaches it. */
    record AddResourceType(@Size(max = 40) String code, Localised name, @Size(max = 40) String linkKind) {
    }

    /** What data can be about. @param linkKind the link by which a person reaches it, absent for persons and for links themselves */
    record ResourceTypeView(String code, Localised name, @Nullable String linkKind, boolean builtIn) {
    }

    /** What was added. */
    record Added(String code) {
    }

    @GetMapping("/api/catalogue/elements")
    @AllowOfficer
    List<ElementView> listElements(Actor.Officer officer, @RequestParam(required = false) @Nullable @Size(max = 100) String q,
            @RequestParam(defaultValue = "false") boolean retired) {
        String wanted = q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
        return catalogue.elements().stream().filter(element -> (retired || !element.retired()) && matches(element, wanted)).map(ElementView::of).toList();
    }

    @GetMapping("/api/catalogue/code-lists")
    @AllowOfficer
    List<CodeListName> listCodeLists(Actor.Officer officer) {
        Map<String, Long> users = catalogue.elements().stream().filter(element -> element.codeList() != null)
                .collect(Collectors.groupingBy(DataElement::codeList, Collectors.counting()));
        return catalogue.codeLists().stream().map(list -> new CodeListName(list.code(), list.name(), list.offered().size(), list.standard(),
                users.getOrDefault(list.code(), 0L).intValue())).toList();
    }

    @GetMapping("/api/catalogue/code-lists/{code}")
    @AllowOfficer
    CodeListView readCodeList(Actor.Officer officer, @PathVariable String code) {
        CodeList list = catalogue.codeList(code).orElseThrow(Problem.NOT_FOUND::refused);
        return new CodeListView(list.code(), list.name(), list.standard(),
                list.items().stream().map(item -> new CodeItem(item.code(), item.name(), item.retired())).toList(), list.version(), list.builtIn(),
                catalogue.elements().stream().filter(element -> code.equals(element.codeList())).map(element -> element.code().code()).toList());
    }

    /** Those with a table of their own, in order of code. */
    @GetMapping("/api/catalogue/resource-types")
    @AllowOfficer
    List<ResourceTypeView> listResourceTypes(Actor.Officer officer) {
        return catalogue.resourceTypes().stream().map(type -> new ResourceTypeView(type.code(), type.name(), type.linkKind(), type.builtIn())).toList();
    }

    @PostMapping("/api/catalogue/elements")
    @AllowOfficer(roles = Role.STEWARD)
    @ResponseStatus(HttpStatus.CREATED)
    Added addElement(Actor.Officer officer, @Valid @RequestBody AddElement body) {
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
        Period validFor = period(body.validFor(), faults);
        if (body.name() == null || body.name().zh() == null || body.name().zh().isBlank()) {
            faults.at("name", "name-needed");
        }
        checkUnit(body.unit(), faults);
        if (faults.hasFaults()) {
            throw faults;
        }
        answer(catalogue.add(officer, new NewElement(ElementCode.of(body.code()), body.name(), kind.orElseThrow(), body.codeList(), body.unit(),
                protection, rank, validFor)));
        return new Added(body.code());
    }

    @PostMapping("/api/catalogue/resource-types")
    @AllowOfficer(roles = Role.STEWARD)
    @ResponseStatus(HttpStatus.CREATED)
    Added addResourceType(Actor.Officer officer, @Valid @RequestBody AddResourceType body) {
        if (body.code() == null || body.linkKind() == null || body.name() == null || body.name().zh() == null) {
            throw Problem.INVALID_REQUEST.refused().at(body.code() == null ? "code" : body.linkKind() == null ? "linkKind" : "name", "name-needed");
        }
        answer(catalogue.addType(body.code(), body.name(), body.linkKind()));
        return new Added(body.code());
    }

    static void answer(Optional<CatalogueRefusal> refusal) {
        refusal.ifPresent(why -> {
            throw switch (why) {
                case CatalogueRefusal.CodeTaken taken -> Problem.ELEMENT_EXISTS.refused().about(taken.code());
                case CatalogueRefusal.NoSuchType type -> Problem.INVALID_REQUEST.refused().at("code", "no-such-type", type.type());
                case CatalogueRefusal.NoSuchCodeList list -> Problem.INVALID_REQUEST.refused().at("codeList", "no-such-code-list", list.list());
                case CatalogueRefusal.Malformed malformed -> Problem.INVALID_REQUEST.refused().at(malformed.field(), "malformed");
                case CatalogueRefusal.NotFound() -> Problem.NOT_FOUND.refused();
                case CatalogueRefusal.VersionChanged(int version, String by, Instant at) ->
                    Problem.REVISION_CHANGED.refused().with("revision", version).with("savedBy", by).with("savedAt", at);
                case CatalogueRefusal.Fixed fixed when fixed.field().equals("retired") -> Problem.ELEMENT_NEEDED.refused().about("Hutong");
                case CatalogueRefusal.Fixed fixed -> Problem.INVALID_REQUEST.refused().about(1).at(fixed.field(), "fixed");
                case CatalogueRefusal.LoweredUnsaid() -> Problem.INVALID_REQUEST.refused().about(1).at("protection", "protection-lowered");
                case CatalogueRefusal.StillNeeded(List<String> by) -> Problem.ELEMENT_NEEDED.refused().about(String.join(", ", by));
                case CatalogueRefusal.CodeDropped(String code) -> Problem.INVALID_REQUEST.refused().about(1).at("items", "code-dropped", code);
            };
        });
    }

    /** An ISO 8601 period of more than nothing, or null where none is said. */
    static @Nullable Period period(@Nullable String said, Refused faults) {
        try {
            Period period = said == null ? null : Period.parse(said);
            if (period != null && (period.isZero() || period.isNegative())) {
                faults.at("validFor", "period");
            }
            return period;
        } catch (DateTimeException notAPeriod) {
            faults.at("validFor", "period");
            return null;
        }
    }

    static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name, String field, Refused faults) {
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

    static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A unit as questions take it: needed in Chinese where there is one at all, in English one and many with a bar between where they differ. */
    static void checkUnit(@Nullable Localised unit, Refused faults) {
        if (unit != null && (unit.zh() == null || unit.zh().isBlank() || unit.zh().length() > MOST_OF_UNIT
                || unit.en() != null && unit.en().length() > MOST_OF_UNIT_IN_ENGLISH)) {
            faults.at("unit", "unit-form", MOST_OF_UNIT, MOST_OF_UNIT_IN_ENGLISH);
        }
    }
}
