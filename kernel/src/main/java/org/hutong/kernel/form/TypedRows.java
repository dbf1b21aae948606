package org.hutong.kernel.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.hutong.kernel.Value;
import org.hutong.kernel.ValueFault;
import org.hutong.kernel.ValueJson;

import tools.jackson.databind.JsonNode;

/** The rows of a table as they were typed, cells unread. */
final class TypedRows {
    private TypedRows() {
    }

    /** One row: its id, whether it is about somebody on file, and what was typed into its cells, by column. */
    record Row(String id, boolean held, Map<String, JsonNode> cells) {
    }

    /** The rows of those on file, with what was said of them, before all others. */
    static Optional<List<Row>> withHeld(Optional<List<Row>> typed, Optional<Value> held) {
        if (!(held.orElse(null) instanceof Value.Rows(List<Value.Row> known))) {
            return typed;
        }
        Map<String, Row> rows = new LinkedHashMap<>();
        known.forEach(row -> rows.put(row.id(), new Row(row.id(), true, Map.of())));
        typed.orElse(List.of()).forEach(row -> rows.put(row.id(), new Row(row.id(), rows.containsKey(row.id()), row.cells())));
        return Optional.of(List.copyOf(rows.values()));
    }

    /** @return empty when not answered, and when what was typed are no rows */
    static Optional<List<Row>> read(JsonNode json, List<AnswerFault> faults) {
        if (json == null || json.isNull()) {
            return Optional.empty();
        }
        Optional<ValueFault> misshapen = ValueJson.rowsFault(json);
        if (misshapen.isPresent()) {
            faults.add(new AnswerFault(misshapen.get().code(), misshapen.get().args(), Optional.empty()));
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        for (JsonNode row : json) {
            Map<String, JsonNode> cells = new LinkedHashMap<>();
            row.get("cells").properties().forEach(cell -> cells.put(cell.getKey(), cell.getValue()));
            rows.add(new Row(row.get("id").stringValue(), false, cells));
        }
        return Optional.of(rows);
    }

    /** The first rows, with blank ones for those that nothing was typed into yet. */
    static List<Row> counted(List<Row> typed, long count, int most) {
        int wanted = (int) Math.min(count, most);
        List<Row> rows = new ArrayList<>(typed.subList(0, Math.min(wanted, typed.size())));
        Set<String> taken = new HashSet<>();
        typed.forEach(row -> taken.add(row.id()));
        for (int at = rows.size() + 1; at <= wanted; at++) {
            String id = "row-" + at;
            while (!taken.add(id)) {
                id += "_";
            }
            rows.add(new Row(id, false, Map.of()));
        }
        return rows;
    }

    /** Cells of no column of the table, as {@code table.column}. */
    static Set<String> strays(Question question, JsonNode json) {
        Set<String> strays = new LinkedHashSet<>();
        if (question.table().isPresent() && json != null && ValueJson.rowsFault(json).isEmpty()) {
            for (JsonNode row : json) {
                row.get("cells").propertyNames().stream().filter(column -> question.table().get().column(column).isEmpty())
                        .forEach(column -> strays.add(question.id() + "." + column));
            }
        }
        return strays;
    }
}
