package org.hutong.bench.onceonly;

import java.util.Map;

import org.hutong.bench.drill.Caller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A paper form as the manifest of an application that asks everybody of a region. */
final class PaperManifest {
    private PaperManifest() {
    }

    /** What the catalogue says of an element, as far as a question needs it. */
    record Element(String code, String zh, String en, String kind, String codeList, JsonNode unit, String validFor) {
    }

    static ObjectNode of(PaperForm form, String region, String department, Map<String, Element> catalogue) {
        ObjectNode manifest = Caller.object().put("manifest", 1);
        manifest.set("title", text(form.title(), form.id() + " in Hutong"));
        manifest.set("summary", text("按纸质表格“" + form.title() + "”设置", "Set up from a paper form"));
        manifest.put("department", department).put("region", region);
        manifest.set("purpose", text("核对填报次数", "To check how often people are asked").put("basis", "演示"));
        ArrayNode components = manifest.putArray("components");
        components.addObject().put("id", "who").put("kind", "audience").put("relation", "resides-in")
                .set("criterion", Caller.object().put("always", true));
        ObjectNode ask = components.addObject().put("id", "ask").put("kind", "form").put("audience", "who").put("askKnown", true);
        ask.set("title", text(form.title(), form.id()));
        ObjectNode page = ask.putArray("pages").addObject().put("id", "p1");
        page.set("title", text(form.title(), form.id()));
        ArrayNode questions = page.putArray("questions");
        for (PaperForm.Column column : form.columns()) {
            if (column.own() || column.bound()) {
                questions.add(question(column, catalogue));
            }
        }
        return manifest;
    }

    private static ObjectNode question(PaperForm.Column column, Map<String, Element> catalogue) {
        ObjectNode question = Caller.object().put("id", column.question());
        if (column.bound()) {
            Element element = catalogue.get(elementOf(column.means()));
            question.set("label", text(column.wording(), element.en()));
            question.put("kind", element.kind()).put("element", column.means());
            if (!element.codeList().isEmpty()) {
                question.put("codeList", element.codeList());
            }
            if (element.kind().equals("file")) {
                question.put("accept", "photo");
            }
            if (element.unit().isObject()) {
                question.set("unit", element.unit());
            }
            return question.put("required", true);
        }
        question.set("label", text(column.wording(), column.consent() ? "Consent" : "For this application"));
        question.put("kind", column.consent() || column.wording().startsWith("是否") ? "yesNo" : "text").put("required", true);
        return column.consent() ? question.put("reuse", "never") : question;
    }

    static String elementOf(String path) {
        return path.substring(path.indexOf('/') + 1);
    }

    static ObjectNode text(String zh, String en) {
        return Caller.object().put("zh", zh).put("en", en);
    }
}
