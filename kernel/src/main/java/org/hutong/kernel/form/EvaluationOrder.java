package org.hutong.kernel.form;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.hutong.kernel.Criteria;

/** Puts questions, or the columns of a table, into an order in which each stands after those that it asks. */
final class EvaluationOrder {
    private final Map<String, Question> byId = new HashMap<>();
    private final Map<String, Boolean> done = new HashMap<>();

    private EvaluationOrder(List<Question> all) {
        all.forEach(question -> byId.put(question.id(), question));
    }

    /**
     * Depth first in the order given; what is asked and is none of these comes from elsewhere and does not matter.
     *
     * @param order takes the questions
     * @return every cycle met, once, named from its first question back to it
     */
    static List<FormFault> of(List<Question> all, List<Question> order) {
        EvaluationOrder walk = new EvaluationOrder(all);
        List<FormFault> cycles = new ArrayList<>();
        for (Question start : all) {
            Deque<Visit> path = new ArrayDeque<>();
            walk.enter(start, path);
            while (!path.isEmpty()) {
                Visit at = path.peek();
                if (at.next.isEmpty()) {
                    walk.done.put(at.question.id(), true);
                    order.add(at.question);
                    path.pop();
                    continue;
                }
                Question asked = walk.byId.get(at.next.removeFirst());
                if (asked == null) {
                    continue;
                }
                if (Boolean.FALSE.equals(walk.done.get(asked.id()))) {
                    cycles.add(cycle(path, asked));
                } else {
                    walk.enter(asked, path);
                }
            }
        }
        return cycles;
    }

    private record Visit(Question question, Deque<String> next) {
    }

    private void enter(Question question, Deque<Visit> path) {
        if (done.putIfAbsent(question.id(), false) == null) {
            path.push(new Visit(question, new ArrayDeque<>(question.asks())));
        }
    }

    private static FormFault cycle(Deque<Visit> path, Question back) {
        List<Question> round = new ArrayList<>();
        round.add(back);
        for (Visit visit : path) {
            round.add(visit.question);
            if (visit.question == back) {
                break;
            }
        }
        List<Question> forwards = round.reversed();
        return new FormFault(back.path() + "/" + asking(back, forwards.get(1).id()), "form-cycle", List.of(
                String.join(" → ", forwards.stream().map(Question::id).toList()),
                String.join(" → ", forwards.stream().map(question -> question.label().in(Locale.CHINESE)).toList()),
                String.join(" → ", forwards.stream().map(question -> question.label().in(Locale.ENGLISH)).toList())));
    }

    /** The part of a question that asks for another. */
    private static String asking(Question question, String asked) {
        if (Criteria.questions(question.visible()).contains(asked)) {
            return "visible";
        }
        if (question.calculation().filter(calculation -> calculation.asks().contains(asked)).isPresent()) {
            return "calculate";
        }
        return question.table().flatMap(Question.Table::countFrom).filter(asked::equals).isPresent() ? "countFrom" : "columns";
    }
}
