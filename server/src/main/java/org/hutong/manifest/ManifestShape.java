package org.hutong.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.hutong.kernel.Localised;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Compares JSON with {@code spec/manifest.schema.json} and says in both languages where it differs. */
@Component
class ManifestShape {
    private final Schema schema;

    ManifestShape() {
        try (InputStream in = ManifestShape.class.getResourceAsStream("/spec/manifest.schema.json")) {
            this.schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return whether the manifest can be read; findings are added when not */
    boolean check(JsonNode json, Findings findings) {
        List<Error> errors = schema.validate(json);
        Set<String> told = new HashSet<>();
        errors.stream()
                .sorted(Comparator.comparing((Error error) -> pointer(error)).thenComparing(error -> weight(error.getKeyword())))
                .filter(error -> !insideChoice(error))
                .filter(error -> told.add(pointer(error) + "#" + error.getKeyword() + "#" + error.getProperty()))
                .forEach(error -> add(error, json, findings));
        return errors.isEmpty();
    }

    /** Which of the eight forms a criterion was meant to be cannot be known: say it once, at the criterion, not eight times. */
    private static boolean insideChoice(Error error) {
        return error.getEvaluationPath().toString().contains("/oneOf/") && !"oneOf".equals(error.getKeyword());
    }

    private static final Localised OPTION = Localised.of("选项", "the wording of the option");
    private static final Localised PAGE = Localised.of("页名", "the name of the page");
    private static final Map<String, Localised> FIELDS = Map.of("title", Localised.of("名称", "the name"), "summary", Localised.of("简介", "the summary"),
            "purpose", Localised.of("用途", "the purpose"), "basis", Localised.of("依据的法律或文件", "the law or document it is based on"),
            "label", Localised.of("题目", "the wording of the question"), "intro", Localised.of("开头的话", "the opening words"),
            "text", Localised.of("正文", "the text"), "message", Localised.of("提示的话", "the message"), "unit", Localised.of("单位", "the unit"));

    private static int weight(String keyword) {
        return "required".equals(keyword) ? 0 : 1;
    }

    private static String pointer(Error error) {
        return error.getInstanceLocation().toString();
    }

    /** What officers call the text at a path: the last part of it that is no language. */
    private static Localised field(String path) {
        String[] parts = path.split("/");
        for (int i = parts.length - 1; i >= 0; i--) {
            Localised known = FIELDS.get(parts[i]);
            if (known != null) {
                String list = i < 2 ? "" : parts[i - 2];
                return list.equals("options") ? OPTION : list.equals("pages") ? PAGE : known;
            }
        }
        return Localised.of("内容", "this");
    }

    /** A text that is there in English only: whoever reads English sees it filled, and must be told that the Chinese is what is missing. */
    private static boolean onlyChineseIsMissing(JsonNode json, String path) {
        return path.endsWith("/zh") && !json.at(path.substring(0, path.length() - "zh".length()) + "en").asString("").isBlank();
    }

    private static void add(Error error, JsonNode json, Findings findings) {
        String path = pointer(error);
        String property = error.getProperty() == null ? "" : error.getProperty();
        switch (error.getKeyword()) {
            case "required" -> findings.error("missing", path + "/" + property, "缺少“" + property + "”", "“" + property + "” is missing");
            case "additionalProperties", "unevaluatedProperties" -> findings.error("not-known", path + "/" + property,
                    "不认识“" + property + "”，请检查拼写", "“" + property + "” is not known here; please check the spelling");
            case "minLength" -> {
                Localised field = field(path);
                if (onlyChineseIsMissing(json, path)) {
                    findings.error("no-chinese", path, "请填写中文：" + field.zh(), "Chinese wording is missing: " + field.in(Locale.ENGLISH));
                } else {
                    findings.error("empty", path, "请填写" + field.zh(), "Please fill in " + field.in(Locale.ENGLISH));
                }
            }
            case "maxLength", "maxItems" -> findings.error("too-long", path, "太长了，请缩短", "Too long; please shorten it");
            case "minItems" -> findings.error("empty", path, "至少要有一项", "At least one is needed");
            case "oneOf" -> findings.error("criterion-shape", path, "这个条件写得不完整", "This condition is not complete");
            case "enum", "const" -> findings.error("not-allowed", path, "不能是这个值", "This value is not allowed here");
            case "pattern" -> findings.error("wrong-form", path, "格式不对", "This does not have the right form");
            case "type" -> findings.error("wrong-type", path, "类型不对", "This is of the wrong type");
            default -> findings.error("wrong-shape", path, "写法不对", "This is not written as it should be");
        }
    }
}
