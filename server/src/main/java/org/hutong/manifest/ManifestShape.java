package org.hutong.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
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
                .forEach(error -> add(error, findings));
        return errors.isEmpty();
    }

    /** Which of the eight forms a criterion was meant to be cannot be known: say it once, at the criterion, not eight times. */
    private static boolean insideChoice(Error error) {
        return error.getEvaluationPath().toString().contains("/oneOf/") && !"oneOf".equals(error.getKeyword());
    }

    private static int weight(String keyword) {
        return "required".equals(keyword) ? 0 : 1;
    }

    private static String pointer(Error error) {
        return error.getInstanceLocation().toString();
    }

    private static void add(Error error, Findings findings) {
        String path = pointer(error);
        String property = error.getProperty() == null ? "" : error.getProperty();
        switch (error.getKeyword()) {
            case "required" -> findings.error("missing", path + "/" + property, "缺少“" + property + "”", "“" + property + "” is missing");
            case "additionalProperties", "unevaluatedProperties" -> findings.error("not-known", path + "/" + property,
                    "不认识“" + property + "”，请检查拼写", "“" + property + "” is not known here; please check the spelling");
            case "minLength" -> findings.error("empty", path, "请填写内容", "Please write something here");
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
