package org.hutong.kernel.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

import org.hutong.kernel.Criteria;
import org.hutong.kernel.Criterion;
import org.hutong.kernel.CriterionFaults;
import org.hutong.kernel.CriterionJson;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.Literal;
import org.hutong.kernel.Localised;
import org.hutong.kernel.TextPattern;
import org.hutong.kernel.Value;
import org.hutong.kernel.ValueKind;
import org.hutong.kernel.form.Question.Constraint;
import org.hutong.kernel.form.Question.Option;
import org.hutong.kernel.form.Question.Reuse;

import tools.jackson.databind.JsonNode;

/** One reading of a form component: collects the faults and goes on, so that an officer sees all of them at once. */
final class FormReader {
    private static final Pattern ID = Pattern.compile("[a-z][A-Za-z0-9_]{0,39}");
    private static final Set<ValueKind> LIMITED =
            Set.of(ValueKind.INTEGER, ValueKind.DECIMAL, ValueKind.DATE, ValueKind.PARTIAL_DATE, ValueKind.DATE_TIME);

    private final List<FormFault> faults = new ArrayList<>();
    private final List<Reference> asked = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final List<Question> read = new ArrayList<>();

    /** A question named somewhere: one of the form, or of the columns beside. */
    private record Reference(FormFault fault, Set<String> columns) {
    }

    List<FormFault> faults() {
        return faults;
    }

    List<FormDefinition.Page> pages(JsonNode component) {
        List<FormDefinition.Page> pages = new ArrayList<>();
        if (!component.isObject() || !component.path("pages").isArray()) {
            fault("/pages", "form-shape");
            return pages;
        }
        Set<String> pageIds = new HashSet<>();
        for (JsonNode page : component.path("pages")) {
            String path = "/pages/" + pages.size();
            String id = id(page, path, pageIds, "form-page-twice");
            List<Question> questions = new ArrayList<>();
            if (!page.path("questions").isArray()) {
                fault(path + "/questions", "form-shape");
            }
            for (int i = 0; i < page.path("questions").size(); i++) {
                question(page.path("questions").get(i), path + "/questions/" + i, null).ifPresent(questions::add);
            }
            read.addAll(questions);
            pages.add(new FormDefinition.Page(id, localised(page.path("title")), questions));
        }
        asked.stream().filter(reference -> !ids.contains(name(reference)) && !reference.columns.contains(name(reference)))
                .forEach(reference -> faults.add(reference.fault));
        if (faults.isEmpty()) {
            faults.addAll(TableCheck.of(read));
        }
        return pages;
    }

    private static String name(Reference reference) {
        return reference.fault.args().getFirst();
    }

    /** @param columns null for a question of the form; for one of a row the ids of the columns read so far */
    private Optional<Question> question(JsonNode json, String path, Set<String> columns) {
        String id = id(json, path, columns == null ? ids : columns, "form-question-twice");
        Optional<ValueKind> kind = ValueKind.find(json.path("kind").asString(""));
        if (kind.isEmpty()) {
            fault(path + "/kind", "form-kind");
            return Optional.empty();
        }
        Optional<TextPattern> pattern = Optional.empty();
        if (json.has("pattern")) {
            pattern = TextPattern.of(json.path("pattern").asString(""));
            if (pattern.isEmpty() || !kind.get().isText()) {
                fault(path + "/pattern", "form-pattern");
            }
        }
        OptionalInt maxLength = OptionalInt.empty();
        if (json.has("maxLength")) {
            maxLength = OptionalInt.of(json.path("maxLength").asInt(0));
            if (maxLength.getAsInt() < 1 || !kind.get().isText()) {
                fault(path + "/maxLength", "form-limit", kind.get().json());
            }
        }
        Reuse reuse = switch (json.path("reuse").asString("held")) {
            case "held" -> Reuse.HELD;
            case "never" -> Reuse.NEVER;
            default -> {
                fault(path + "/reuse", "form-reuse");
                yield Reuse.HELD;
            }
        };
        Set<String> beside = columns == null ? Set.of() : columns;
        return Optional.of(new Question(id, path, localised(json.path("label")), kind.get(),
                element(json, path).map(element -> text(json, "householdKind").map(element::inHousehold).orElse(element)),
                text(json, "codeList"), options(json, path, kind.get()), unit(json.path("unit")),
                json.path("required").asBoolean(false), criterion(json, "visible", path, beside), constraints(json, path, beside),
                limit(json, "min", kind.get(), path), limit(json, "max", kind.get(), path), maxLength, pattern, reuse,
                accept(json, kind.get(), path), calculation(json, path, beside), table(json, path, kind.get(), columns != null)));
    }

    /** Exactly the questions of kind file say which file they take. */
    private Optional<Accept> accept(JsonNode json, ValueKind kind, String path) {
        Optional<Accept> accept = text(json, "accept").flatMap(Accept::find);
        if (kind == ValueKind.FILE ? accept.isEmpty() : json.has("accept")) {
            fault(path + "/accept", "form-accept");
        }
        return accept;
    }

    private Optional<Question.Table> table(JsonNode json, String path, ValueKind kind, boolean inTable) {
        if (kind != ValueKind.TABLE || inTable) {
            if (kind == ValueKind.TABLE || json.has("columns")) {
                fault(path + "/" + (json.has("columns") ? "columns" : "kind"), "form-columns");
            }
            for (String name : List.of("minRows", "maxRows", "countFrom", "rowsOf")) {
                if (json.has(name)) {
                    fault(path + "/" + name, "form-rows", Question.Table.MOST_ROWS);
                }
            }
            return Optional.empty();
        }
        Optional<String> rowsOf = text(json, "rowsOf");
        if (json.has("rowsOf") && (rowsOf.isEmpty() || json.has("countFrom"))) {
            fault(path + "/rowsOf", "form-rows-of");
        }
        Set<String> ids = new HashSet<>(rowsOf.isPresent() ? Set.of(Question.Table.STILL) : Set.of());
        List<Question> columns = new ArrayList<>();
        if (json.has("columns") && !json.path("columns").isArray()) {
            fault(path + "/columns", "form-columns");
        }
        for (int i = 0; i < json.path("columns").size(); i++) {
            question(json.path("columns").get(i), path + "/columns/" + i, ids).ifPresent(columns::add);
        }
        rowsOf.ifPresent(of -> columns.add(still(path + "/rowsOf")));
        int most = rows(json, "maxRows", path, Question.Table.MOST_ROWS);
        int least = rows(json, "minRows", path, 0);
        if (least > most) {
            fault(path + "/minRows", "form-rows", most);
        }
        Optional<String> countFrom = text(json, "countFrom");
        countFrom.ifPresent(question -> asked.add(new Reference(new FormFault(path + "/countFrom", "question-unknown", List.of(question)), Set.of())));
        List<Question> order = new ArrayList<>();
        faults.addAll(EvaluationOrder.of(columns, order));
        return Optional.of(new Question.Table(columns, order, least, most, countFrom, rowsOf));
    }

    private static Question still(String path) {
        List<Option> options = List.of(new Option(Question.Table.HERE, Localised.of("还在这里", "Still here")), new Option("moved", Localised.of("搬走了", "Moved away")),
                new Option("left", Localised.of("不在这里了", "Not here any more")), new Option("died", Localised.of("去世了（等待核实）", "Has died (to be verified)")));
        return new Question(Question.Table.STILL, path, Localised.of("现在的情况", "How it is now"), ValueKind.CODE, Optional.empty(), Optional.empty(), options, Optional.empty(),
                false, Criterion.everybody(), List.of(), Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.empty(), Reuse.NEVER, Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    private int rows(JsonNode json, String name, String path, int otherwise) {
        if (!json.has(name)) {
            return otherwise;
        }
        int rows = json.path(name).isIntegralNumber() ? json.path(name).asInt(-1) : -1;
        if (rows < 0 || rows > Question.Table.MOST_ROWS) {
            fault(path + "/" + name, "form-rows", Question.Table.MOST_ROWS);
            return otherwise;
        }
        return rows;
    }

    private Optional<Calculation> calculation(JsonNode json, String path, Set<String> beside) {
        if (!json.has("calculate")) {
            return Optional.empty();
        }
        String at = path + "/calculate";
        Optional<Calculation> calculation = CalculationJson.read(json.get("calculate"));
        if (calculation.isEmpty()) {
            fault(at, "form-calculation");
        } else if (json.has("element")) {
            fault(path + "/element", "form-calculation-element");
        }
        calculation.ifPresent(read -> read.asks().forEach(question -> asked.add(
                new Reference(new FormFault(at, "question-unknown", List.of(question)), beside))));
        return calculation;
    }

    private String id(JsonNode json, String path, Set<String> taken, String twice) {
        String id = json.path("id").asString("");
        if (!ID.matcher(id).matches()) {
            fault(path + "/id", "form-id");
        } else if (!taken.add(id)) {
            fault(path + "/id", twice, id);
        }
        return id;
    }

    private Optional<ElementPath> element(JsonNode json, String path) {
        if (!json.has("element")) {
            return Optional.empty();
        }
        try {
            return Optional.of(ElementPath.of(json.path("element").asString("")));
        } catch (IllegalArgumentException noPath) {
            fault(path + "/element", "form-element");
            return Optional.empty();
        }
    }

    private List<Option> options(JsonNode json, String path, ValueKind kind) {
        if (!json.has("options")) {
            return List.of();
        }
        if (json.has("codeList") || (kind != ValueKind.CODE && kind != ValueKind.CODES) || !json.path("options").isArray()) {
            fault(path + "/options", "form-options");
            return List.of();
        }
        List<Option> options = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (JsonNode option : json.path("options")) {
            String code = option.path("code").asString("");
            if (code.isBlank() || !codes.add(code)) {
                fault(path + "/options/" + options.size() + "/code", "form-option-twice", code);
            }
            options.add(new Option(code, localised(option.path("label"))));
        }
        return options;
    }

    private List<Constraint> constraints(JsonNode json, String path, Set<String> beside) {
        List<Constraint> constraints = new ArrayList<>();
        JsonNode array = json.path("constraints");
        for (int i = 0; i < array.size(); i++) {
            String at = path + "/constraints/" + i;
            constraints.add(new Constraint(criterion(array.get(i), "criterion", at, beside), localised(array.get(i).path("message"))));
        }
        return constraints;
    }

    private Criterion criterion(JsonNode json, String name, String path, Set<String> beside) {
        if (!json.has(name)) {
            return Criterion.everybody();
        }
        return switch (CriterionJson.read(json.get(name))) {
            case Criterion criterion -> {
                Criteria.questions(criterion).forEach(question -> asked.add(
                        new Reference(new FormFault(path + "/" + name, "question-unknown", List.of(question)), beside)));
                yield criterion;
            }
            case CriterionFaults bad -> {
                bad.faults().forEach(fault -> faults.add(new FormFault(path + "/" + name + fault.path(), fault.code(), fault.args())));
                yield Criterion.everybody();
            }
        };
    }

    private Optional<Value> limit(JsonNode json, String name, ValueKind kind, String path) {
        JsonNode limit = json.get(name);
        if (limit == null) {
            return Optional.empty();
        }
        Optional<Value> value = limit.isObject() || !LIMITED.contains(kind) ? Optional.empty()
                : Literal.of(limit).flatMap(literal -> literal.as(kind, LocalDate.EPOCH));
        if (value.isEmpty()) {
            fault(path + "/" + name, "form-limit", kind.json());
        }
        return value;
    }

    private static Optional<String> text(JsonNode json, String name) {
        return json.path(name).isString() ? Optional.of(json.path(name).stringValue()) : Optional.empty();
    }

    /** In both languages, or one text for both. */
    private static Optional<Localised> unit(JsonNode json) {
        Localised unit = json.isObject() ? localised(json) : Localised.of(json.asString(""), "");
        return unit.zh().isBlank() ? Optional.empty() : Optional.of(unit);
    }

    private static Localised localised(JsonNode json) {
        return Localised.of(json.path("zh").asString(""), json.path("en").asString(""));
    }

    private void fault(String path, String code, Object... args) {
        faults.add(new FormFault(path, code, Arrays.stream(args).map(String::valueOf).toList()));
    }
}
