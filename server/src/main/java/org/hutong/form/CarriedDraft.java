package org.hutong.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.hutong.form.Draft.NotCarried;
import org.hutong.kernel.Localised;
import org.hutong.kernel.ValueJson;
import org.hutong.kernel.form.FormDefinition;
import org.hutong.kernel.form.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Carries typing over to another version of its form, by question and in tables by column, and names what has no place there. */
final class CarriedDraft {
    private final Optional<FormDefinition> before;
    private final FormDefinition now;
    private final Map<String, JsonNode> carried = new LinkedHashMap<>();
    private final Map<String, NotCarried> lost = new LinkedHashMap<>();

    /** @param before the version it was typed into, if it is still known */
    CarriedDraft(Optional<FormDefinition> before, FormDefinition now) {
        this.before = before;
        this.now = now;
    }

    Draft carry(Map<String, JsonNode> typed, DraftStore.SealedDraft from) {
        typed.forEach(this::carry);
        return new Draft(carried, from.savedAt(), from.version(), lost.values().stream().toList());
    }

    private void carry(String id, JsonNode answer) {
        Optional<Question> then = before.flatMap(definition -> definition.question(id));
        Optional<Question> fitting = now.question(id).filter(question -> then.map(old -> sameKind(old, question)).orElse(true));
        if (fitting.isEmpty()) {
            then.ifPresent(question -> lost.put(id, new NotCarried(id, question.label())));
        } else if (fitting.get().table().isPresent() && ValueJson.rowsFault(answer).isEmpty()) {
            carried.put(id, rows(fitting.get(), then, answer));
        } else {
            carried.put(id, answer);
        }
    }

    private ArrayNode rows(Question table, Optional<Question> then, JsonNode rows) {
        ArrayNode all = JsonMapper.shared().createArrayNode();
        for (JsonNode row : rows) {
            ObjectNode cells = all.addObject().put("id", row.path("id").asString()).putObject("cells");
            row.path("cells").properties().forEach(cell -> {
                Optional<Question> old = column(then, cell.getKey());
                if (column(Optional.of(table), cell.getKey()).filter(column -> old.map(was -> sameKind(was, column)).orElse(true)).isPresent()) {
                    cells.set(cell.getKey(), cell.getValue());
                } else {
                    String id = table.id() + "." + cell.getKey();
                    old.ifPresent(column -> lost.put(id, new NotCarried(id, Localised.of(table.label().zh() + " · " + column.label().zh(),
                            table.label().in(java.util.Locale.ENGLISH) + " · " + column.label().in(java.util.Locale.ENGLISH)))));
                }
            });
        }
        return all;
    }

    private static Optional<Question> column(Optional<Question> table, String id) {
        return table.flatMap(Question::table).flatMap(rows -> rows.column(id));
    }

    private static boolean sameKind(Question then, Question now) {
        return then.kind() == now.kind() && then.codeList().equals(now.codeList()) && then.element().equals(now.element());
    }
}
