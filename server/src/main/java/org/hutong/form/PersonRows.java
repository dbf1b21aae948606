package org.hutong.form;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.hutong.access.Actor;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.SubjectId;
import org.hutong.kernel.Value;
import org.hutong.kernel.form.FormDefinition;
import org.hutong.kernel.form.FormState;
import org.hutong.kernel.form.Question;
import org.hutong.kernel.form.QuestionView;
import org.hutong.resource.LinkedPeople;
import org.hutong.resource.LinkedPeople.LinkedPerson;
import org.hutong.resource.LinkedPeople.Speaking;
import org.springframework.stereotype.Component;

/** Tables whose rows are about persons joined to the one who is asked. */
@Component
class PersonRows {
    /** A cell of stored rows beside those of the columns: what somebody on file was called when something was said of him or her. No column is named so. */
    static final String NAME = "=name";

    private final LinkedPeople people;

    PersonRows(LinkedPeople people) {
        this.people = people;
    }

    /** Those on file, by question. */
    Map<String, List<LinkedPerson>> of(Actor actor, SubjectId person, FormDefinition definition) {
        Map<String, List<LinkedPerson>> rows = new LinkedHashMap<>();
        definition.questions().forEach(question -> question.table().flatMap(Question.Table::rowsOf)
                .ifPresent(kind -> rows.put(question.id(), people.of(actor, person, kind))));
        return rows;
    }

    /** Rows with the names of those on file, as whoever answered saw them: who has moved is not found by the link any more. */
    static Value named(Value rows, List<LinkedPerson> people) {
        Map<String, String> names = new HashMap<>();
        people.stream().filter(one -> !one.name().isEmpty()).forEach(one -> names.put(one.link().toString(), one.name()));
        return !(rows instanceof Value.Rows(List<Value.Row> all)) ? rows : new Value.Rows(all.stream().map(row -> {
            Map<String, Value> cells = new HashMap<>(row.cells());
            Optional.ofNullable(names.get(row.id())).ifPresent(name -> cells.put(NAME, new Value.Text(name)));
            return new Value.Row(row.id(), cells);
        }).toList());
    }

    /** Writes down who is new and what was said of those on file, of every table that was filled in. */
    void write(Actor actor, Speaking speaking, FormState state) {
        for (QuestionView view : state.questions().values()) {
            view.question().table().flatMap(Question.Table::rowsOf).filter(kind -> view.relevant() && view.typed())
                    .ifPresent(kind -> view.rows().forEach(row -> write(actor, speaking, kind, view.question(), row)));
        }
    }

    private void write(Actor actor, Speaking speaking, String kind, Question table, QuestionView.Row row) {
        if (row.held()) {
            row.cells().get(Question.Table.STILL).effective().ifPresent(still ->
                    people.say(actor, speaking, kind, UUID.fromString(row.id()), ((Value.Code) still).code()));
            return;
        }
        Map<ElementPath, Value> values = new LinkedHashMap<>();
        table.columns().forEach(column -> column.element().ifPresent(element ->
                row.cells().get(column.id()).effective().ifPresent(value -> values.put(element, value))));
        if (!values.isEmpty()) {
            people.add(actor, speaking, kind, values);
        }
    }
}
