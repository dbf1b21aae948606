package org.hutong.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.hutong.kernel.Criterion.Op;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Criteria as JSON, strictly as {@code spec/criteria.md} says, with every fault at its place. */
public final class CriterionJson {
    /** Deepest nesting of {@code all}, {@code any}, {@code not} and {@code link}. */
    public static final int MAX_DEPTH = 24;
    /** Most criteria in one, counting every part. */
    public static final int MAX_PARTS = 500;
    /** Most values of one {@code in}. */
    public static final int MAX_VALUES = 1_000;
    /** Most links inside each other. */
    public static final int MAX_LINKS = 3;

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Pattern LINK = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern QUESTION = Pattern.compile("[a-z][A-Za-z0-9_]{0,39}");
    private static final Pattern REGION = Pattern.compile("[1-9]\\d{11}(?:\\d{3})?");

    private CriterionJson() {
    }

    /** Reads a criterion; says nothing about the catalogue, which {@link CriterionCheck} asks. */
    public static CriterionOrFaults read(JsonNode json) {
        Reader reader = new Reader();
        Criterion criterion = reader.read(json, "", 1, 0);
        return reader.faults.isEmpty() ? criterion : new CriterionFaults(reader.faults);
    }

    /** Reads what was checked and written before. @throws IllegalArgumentException when it is not a criterion */
    public static Criterion stored(JsonNode json) {
        return switch (read(json)) {
            case Criterion criterion -> criterion;
            case CriterionFaults(List<CriterionFault> faults) -> throw new IllegalArgumentException("stored criterion: " + faults);
        };
    }

    /** Writes what {@link #read} reads back; only {@link Criterion.Settled} is for browsers alone. */
    public static JsonNode write(Criterion criterion) {
        return switch (criterion) {
            case Criterion.Always() -> NODES.objectNode().put("always", true);
            case Criterion.All(List<Criterion> of) -> NODES.objectNode().set("all", array(of));
            case Criterion.Any(List<Criterion> of) -> NODES.objectNode().set("any", array(of));
            case Criterion.Not(Criterion of) -> NODES.objectNode().set("not", write(of));
            case Criterion.OfElement(ElementCode element, Op op, List<Literal> values, boolean fresh) -> {
                ObjectNode test = comparison(NODES.objectNode().put("element", element.code()), op, values);
                yield fresh ? test.put("fresh", true) : test;
            }
            case Criterion.OfAnswer(String question, Op op, List<Literal> values) ->
                    comparison(NODES.objectNode().put("answer", question), op, values);
            case Criterion.Within(RegionCode region, RegionRelation by) ->
                    NODES.objectNode().put("within", region.toString()).put("by", by.json());
            case Criterion.Linked(String link, Criterion where) ->
                    NODES.objectNode().put("link", link).set("where", write(where));
            case Criterion.Settled(Truth truth) -> NODES.objectNode().put("settled", truth.name().toLowerCase(Locale.ROOT));
        };
    }

    private static ArrayNode array(List<Criterion> of) {
        ArrayNode array = NODES.arrayNode();
        of.forEach(criterion -> array.add(write(criterion)));
        return array;
    }

    private static ObjectNode comparison(ObjectNode test, Op op, List<Literal> values) {
        test.put("op", op.json());
        if (op == Op.IN) {
            ArrayNode array = test.putArray("value");
            values.forEach(value -> array.add(value.json()));
        } else if (!values.isEmpty()) {
            test.set("value", values.getFirst().json());
        }
        return test;
    }

    /** One reading: collects the faults on the way and goes on, so that an officer sees all of them at once. */
    private static final class Reader {
        private final List<CriterionFault> faults = new ArrayList<>();
        private int parts;

        Criterion read(JsonNode json, String path, int depth, int links) {
            if (json == null || !json.isObject()) {
                return fault(path, "criterion-shape");
            }
            if (depth > MAX_DEPTH) {
                return fault(path, "criterion-depth", MAX_DEPTH);
            }
            if (++parts > MAX_PARTS) {
                return parts == MAX_PARTS + 1 ? fault(path, "criterion-size", MAX_PARTS) : null;
            }
            List<String> forms = List.of("all", "any", "not", "element", "answer", "within", "link", "always");
            List<String> named = forms.stream().filter(json::has).toList();
            if (named.size() != 1) {
                return fault(path, "criterion-shape");
            }
            return switch (named.getFirst()) {
                case "all" -> many(json, "all", path, depth, links, of -> new Criterion.All(of));
                case "any" -> many(json, "any", path, depth, links, of -> new Criterion.Any(of));
                case "not" -> {
                    members(json, path, Set.of("not"));
                    Criterion of = read(json.get("not"), path + "/not", depth + 1, links);
                    yield of == null ? null : new Criterion.Not(of);
                }
                case "element" -> element(json, path);
                case "answer" -> answer(json, path, links);
                case "within" -> within(json, path);
                case "link" -> link(json, path, depth, links);
                default -> {
                    members(json, path, Set.of("always"));
                    yield json.get("always").isBoolean() && json.get("always").booleanValue()
                            ? new Criterion.Always() : fault(path + "/always", "criterion-always");
                }
            };
        }

        private Criterion many(JsonNode json, String name, String path, int depth, int links,
                Function<List<Criterion>, Criterion> make) {
            members(json, path, Set.of(name));
            JsonNode array = json.get(name);
            if (!array.isArray()) {
                return fault(path + "/" + name, "criterion-list");
            }
            List<Criterion> of = new ArrayList<>();
            for (int i = 0; i < array.size() && parts <= MAX_PARTS; i++) {
                Criterion part = read(array.get(i), path + "/" + name + "/" + i, depth + 1, links);
                if (part != null) {
                    of.add(part);
                }
            }
            return make.apply(of);
        }

        private Criterion element(JsonNode json, String path) {
            members(json, path, Set.of("element", "op", "value", "fresh"));
            JsonNode code = json.get("element");
            ElementCode element = null;
            if (code.isString() && ElementCode.isValid(code.stringValue())) {
                element = ElementCode.of(code.stringValue());
            } else {
                fault(path + "/element", "criterion-element");
            }
            JsonNode fresh = json.get("fresh");
            if (fresh != null && !fresh.isBoolean()) {
                fault(path + "/fresh", "criterion-fresh");
            }
            Op op = op(json, path);
            List<Literal> values = op == null ? List.of() : values(json, op, path);
            return element == null || op == null ? null
                    : new Criterion.OfElement(element, op, values, fresh != null && fresh.asBoolean(false));
        }

        private Criterion answer(JsonNode json, String path, int links) {
            members(json, path, Set.of("answer", "op", "value"));
            JsonNode question = json.get("answer");
            if (!question.isString() || !QUESTION.matcher(question.stringValue()).matches()) {
                fault(path + "/answer", "criterion-answer");
            }
            if (links > 0) {
                fault(path + "/answer", "criterion-answer-in-link");
            }
            Op op = op(json, path);
            return op == null ? null : new Criterion.OfAnswer(question.asString(""), op, values(json, op, path));
        }

        private Criterion within(JsonNode json, String path) {
            members(json, path, Set.of("within", "by"));
            JsonNode code = json.get("within");
            JsonNode by = json.get("by");
            RegionCode region = null;
            if (code.isString() && REGION.matcher(code.stringValue()).matches()) {
                region = RegionCode.of(code.stringValue());
            } else {
                fault(path + "/within", "criterion-region");
            }
            RegionRelation relation = by == null || !by.isString() ? null : RegionRelation.find(by.stringValue()).orElse(null);
            if (relation == null) {
                fault(path + "/by", "criterion-relation");
            }
            return region == null || relation == null ? null : new Criterion.Within(region, relation);
        }

        private Criterion link(JsonNode json, String path, int depth, int links) {
            members(json, path, Set.of("link", "where"));
            JsonNode kind = json.get("link");
            if (!kind.isString() || !LINK.matcher(kind.stringValue()).matches()) {
                fault(path + "/link", "criterion-link");
            }
            if (links == MAX_LINKS) {
                return fault(path + "/link", "criterion-links", MAX_LINKS);
            }
            Criterion where = read(json.get("where"), path + "/where", depth + 1, links + 1);
            return where == null ? null : new Criterion.Linked(kind.asString(""), where);
        }

        private Op op(JsonNode json, String path) {
            JsonNode name = json.get("op");
            Op op = name == null || !name.isString() ? null : Op.find(name.stringValue()).orElse(null);
            if (op == null) {
                fault(path + "/op", "criterion-operator");
            }
            return op;
        }

        private List<Literal> values(JsonNode json, Op op, String path) {
            JsonNode value = json.get("value");
            String at = path + "/value";
            if (op.asksPresence()) {
                if (value != null) {
                    fault(at, "criterion-value-unwanted", op.json());
                }
                return List.of();
            }
            if (value == null) {
                fault(at, "criterion-value-missing", op.json());
                return List.of();
            }
            if (op != Op.IN) {
                Literal literal = literal(value, at);
                return literal == null ? List.of() : List.of(literal);
            }
            if (!value.isArray()) {
                fault(at, "criterion-value-list");
                return List.of();
            }
            if (value.size() > MAX_VALUES) {
                fault(at, "criterion-values", MAX_VALUES);
                return List.of();
            }
            List<Literal> literals = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                Literal literal = literal(value.get(i), at + "/" + i);
                if (literal != null) {
                    literals.add(literal);
                }
            }
            return literals;
        }

        private Literal literal(JsonNode value, String path) {
            return Literal.of(value).orElseGet(() -> fault(path, "criterion-value-shape"));
        }

        private void members(JsonNode json, String path, Set<String> allowed) {
            for (Map.Entry<String, JsonNode> member : json.properties()) {
                if (!allowed.contains(member.getKey())) {
                    fault(path + "/" + member.getKey().replace("~", "~0").replace("/", "~1"), "criterion-member");
                }
            }
        }

        private <T> T fault(String path, String code, Object... args) {
            faults.add(new CriterionFault(path, code, Arrays.stream(args).map(String::valueOf).toList()));
            return null;
        }
    }
}
