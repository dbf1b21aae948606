package org.hutong.catalogue.web;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.hutong.access.Actor;
import org.hutong.access.AllowOfficer;
import org.hutong.access.Role;
import org.hutong.catalogue.Amended;
import org.hutong.catalogue.Amendment;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.CatalogueRefusal;
import org.hutong.catalogue.CodeList;
import org.hutong.catalogue.DataElement;
import org.hutong.catalogue.ElementEdit;
import org.hutong.catalogue.FirstRank;
import org.hutong.catalogue.Protection;
import org.hutong.catalogue.Stewards;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Localised;
import org.hutong.problem.Problem;
import org.hutong.problem.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What stewards change of elements and code lists, and what has been changed for everybody to read. */
@RestController
class StewardController {
    private static final int NAME = 60;
    private static final int WORDS = 500;
    private static final int MOST_WORDINGS = 100;
    private static final int MOST_CODES = 1000;

    private final Catalogue catalogue;
    private final Stewards stewards;

    StewardController(Catalogue catalogue, Stewards stewards) {
        this.catalogue = catalogue;
        this.stewards = stewards;
    }

    /**
     * One property before and after.
     *
     * @param property {@code name.zh}, {@code validFor}, {@code seenAs}, {@code item.zh} and so on
     * @param code     of the item of a code list
     * @param from     absent where there was none
     * @param to       absent where there is none any more
     */
    record DifferenceView(String property, @Nullable String code, @Nullable String from, @Nullable String to) {
    }

    /** One change. @param by empty where a newer Hutong brought it */
    record AmendmentView(int version, Instant at, String by, @Nullable String department, String reason, List<DifferenceView> differences) {
        static AmendmentView of(Amendment one) {
            return new AmendmentView(one.version(), one.at(), one.by(), one.department(), one.reason(), one.differences().stream()
                    .map(difference -> new DifferenceView(difference.property(), difference.code(), difference.from(), difference.to())).toList());
        }
    }

    /**
     * An element as it shall be from now on: all of it that may change.
     *
     * @param version the one that was looked at
     * @param lowered whether it is meant that the protection is lowered
     * @param reason  for whoever reads the history
     */
    record ChangeElement(@NotNull Integer version, @NotNull Localised name, @Nullable Localised question, @Nullable Localised about,
            @Nullable Localised unit, @Schema(allowableValues = {"open", "restricted", "encrypted"}) @NotNull String protection,
            @Nullable Boolean lowered, @Schema(allowableValues = {"register", "resident", "officer"}) @NotNull String firstRank,
            @Nullable @Size(max = 20) String validFor, @Nullable @Size(max = 100) String standard,
            @NotNull @Size(max = MOST_WORDINGS) List<@NotBlank @Size(max = NAME) String> seenAs, @NotBlank @Size(max = 200) String reason) {
    }

    /** Retires or revives. @param version the one that was looked at */
    record ChangeState(@NotNull Integer version, @NotBlank @Size(max = 200) String reason) {
    }

    /** One code as it shall be. */
    record WantedCode(@NotNull @Size(max = 20) String code, @NotNull Localised name, @Nullable Boolean retired) {
    }

    /** A new code list. */
    record MakeCodeList(@NotNull @Size(max = 40) String code, @NotNull Localised name, @Nullable @Size(max = 100) String standard,
            @NotNull @Size(max = MOST_CODES) List<@Valid WantedCode> items, @NotBlank @Size(max = 200) String reason) {
    }

    /** A code list as it shall be from now on, with every code that there is; new codes come last. @param version the one that was looked at */
    record ChangeCodeList(@NotNull Integer version, @NotNull Localised name, @Nullable @Size(max = 100) String standard,
            @NotNull @Size(max = MOST_CODES) List<@Valid WantedCode> items, @NotBlank @Size(max = 200) String reason) {
    }

    /** What came of it. @param version the one in force */
    record InVersion(String code, int version) {
    }

    @GetMapping("/api/catalogue/elements/{code}")
    @AllowOfficer
    CatalogueController.ElementView readElement(Actor.Officer officer, @PathVariable String code) {
        return CatalogueController.ElementView.of(element(code));
    }

    /** Newest first. */
    @GetMapping("/api/catalogue/elements/{code}/history")
    @AllowOfficer
    List<AmendmentView> readElementHistory(Actor.Officer officer, @PathVariable String code) {
        return catalogue.amendments(Amendment.Kind.ELEMENT, element(code).code().code()).stream().map(AmendmentView::of).toList();
    }

    /** Newest first. */
    @GetMapping("/api/catalogue/code-lists/{code}/history")
    @AllowOfficer
    List<AmendmentView> readCodeListHistory(Actor.Officer officer, @PathVariable String code) {
        return catalogue.amendments(Amendment.Kind.CODE_LIST, catalogue.codeList(code).orElseThrow(Problem.NOT_FOUND::refused).code()).stream()
                .map(AmendmentView::of).toList();
    }

    @PutMapping("/api/catalogue/elements/{code}")
    @AllowOfficer(roles = Role.STEWARD)
    InVersion changeElement(Actor.Officer officer, @PathVariable String code, @Valid @RequestBody ChangeElement body) {
        ElementCode element = element(code).code();
        Refused faults = Problem.INVALID_REQUEST.refused();
        Protection protection = CatalogueController.constant(Protection.class, body.protection, "protection", faults);
        FirstRank rank = CatalogueController.constant(FirstRank.class, body.firstRank, "firstRank", faults);
        Period validFor = CatalogueController.period(body.validFor, faults);
        Localised name = needed(body.name, "name", faults);
        Localised question = optional(body.question, "question", NAME * 2, faults);
        Localised about = optional(body.about, "about", WORDS, faults);
        CatalogueController.checkUnit(body.unit, faults);
        if (faults.hasFaults()) {
            throw faults;
        }
        List<String> wordings = body.seenAs.stream().map(String::strip).distinct().toList();
        ElementEdit edit = new ElementEdit(name, question, about, body.unit, protection, Boolean.TRUE.equals(body.lowered), rank, validFor,
                body.standard == null ? "" : body.standard.strip(), wordings);
        return inVersion(code, stewards.change(officer, element, body.version, edit, body.reason.strip()));
    }

    @PostMapping("/api/catalogue/elements/{code}/retire")
    @AllowOfficer(roles = Role.STEWARD)
    InVersion retireElement(Actor.Officer officer, @PathVariable String code, @Valid @RequestBody ChangeState body) {
        return inVersion(code, stewards.retire(officer, element(code).code(), body.version, body.reason.strip()));
    }

    @PostMapping("/api/catalogue/elements/{code}/revive")
    @AllowOfficer(roles = Role.STEWARD)
    InVersion reviveElement(Actor.Officer officer, @PathVariable String code, @Valid @RequestBody ChangeState body) {
        return inVersion(code, stewards.revive(officer, element(code).code(), body.version, body.reason.strip()));
    }

    @PostMapping("/api/catalogue/code-lists")
    @AllowOfficer(roles = Role.STEWARD)
    @ResponseStatus(HttpStatus.CREATED)
    InVersion makeCodeList(Actor.Officer officer, @Valid @RequestBody MakeCodeList body) {
        Refused faults = Problem.INVALID_REQUEST.refused();
        if (!body.code.matches("[a-z][a-z0-9_]{0,39}")) {
            faults.at("code", "list-code");
        }
        Localised name = needed(body.name, "name", faults);
        List<CodeList.Item> items = items(body.items, faults);
        if (faults.hasFaults()) {
            throw faults;
        }
        CodeList list = new CodeList(body.code, name, body.standard == null ? "" : body.standard.strip(), items);
        return inVersion(body.code, stewards.make(officer, list, body.reason.strip()));
    }

    @PutMapping("/api/catalogue/code-lists/{code}")
    @AllowOfficer(roles = Role.STEWARD)
    InVersion changeCodeList(Actor.Officer officer, @PathVariable String code, @Valid @RequestBody ChangeCodeList body) {
        CodeList before = catalogue.codeList(code).orElseThrow(Problem.NOT_FOUND::refused);
        Refused faults = Problem.INVALID_REQUEST.refused();
        Localised name = needed(body.name, "name", faults);
        List<CodeList.Item> items = items(body.items, faults);
        if (faults.hasFaults()) {
            throw faults;
        }
        CodeList wanted = new CodeList(before.code(), name, body.standard == null ? "" : body.standard.strip(), items);
        return inVersion(code, stewards.change(officer, wanted, body.version, body.reason.strip()));
    }

    private DataElement element(String code) {
        return Optional.of(code).filter(ElementCode::isValid).map(ElementCode::of).flatMap(catalogue::element).orElseThrow(Problem.NOT_FOUND::refused);
    }

    private static InVersion inVersion(String code, Amended outcome) {
        return switch (outcome) {
            case Amended.Done(int version) -> new InVersion(code, version);
            case CatalogueRefusal refusal -> {
                CatalogueController.answer(Optional.of(refusal));
                throw new IllegalStateException("a refusal was not answered: " + refusal);
            }
        };
    }

    private static List<CodeList.Item> items(List<WantedCode> wanted, Refused faults) {
        List<CodeList.Item> items = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            WantedCode one = wanted.get(i);
            String path = "items[" + i + "].";
            if (!one.code.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,19}")) {
                faults.at(path + "code", "item-code");
            } else if (!seen.add(one.code)) {
                faults.at(path + "code", "code-twice", one.code);
            }
            items.add(new CodeList.Item(one.code, needed(one.name, path + "name", faults), Boolean.TRUE.equals(one.retired)));
        }
        if (wanted.isEmpty()) {
            faults.at("items", "items-needed");
        }
        return items;
    }

    /** A name: Chinese at least. */
    private static Localised needed(Localised said, String field, Refused faults) {
        Localised name = optional(said, field, NAME, faults);
        if (name == null) {
            faults.at(field, "name-needed");
        }
        return name == null ? said : name;
    }

    /** Words in both languages; null without Chinese ones. */
    private static @Nullable Localised optional(@Nullable Localised said, String field, int longest, Refused faults) {
        if (said == null || said.zh() == null || said.zh().isBlank()) {
            return null;
        }
        Localised words = Localised.of(said.zh().strip(), said.en() == null ? "" : said.en().strip());
        if (words.zh().length() > longest || words.en().length() > 2 * longest) {
            faults.at(field, "too-long", longest);
        }
        return words;
    }

}
