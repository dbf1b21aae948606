package org.hutong.kernel.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.hutong.kernel.Criterion;
import org.hutong.kernel.CriterionCheck;
import org.hutong.kernel.CriterionCheck.ElementInfo;
import org.hutong.kernel.ElementCode;

/** Checks the rules of a form against the catalogue and its own questions, before it is published. */
public final class FormCheck {
    private static final String OPTIONS = "options of ";

    private FormCheck() {
    }

    /** Faults of {@link CriterionCheck} with paths in the form component; empty when all is well. */
    public static List<FormFault> rules(FormDefinition definition, CriterionCheck.Names names) {
        List<FormFault> faults = new ArrayList<>();
        for (Question question : definition.questions()) {
            check(question, definition::question, names, faults);
            for (Question column : question.columns()) {
                check(column, id -> question.table().flatMap(table -> table.column(id)).or(() -> definition.question(id)), names, faults);
            }
        }
        return faults;
    }

    private static void check(Question question, Function<String, Optional<Question>> named, CriterionCheck.Names names, List<FormFault> faults) {
        CriterionCheck.Names withOptions = new WithOptions(named, names);
        check(question.visible(), question.path() + "/visible", named, withOptions, faults);
        for (int i = 0; i < question.constraints().size(); i++) {
            check(question.constraints().get(i).criterion(), question.path() + "/constraints/" + i + "/criterion", named, withOptions, faults);
        }
    }

    private static void check(Criterion criterion, String path, Function<String, Optional<Question>> named, CriterionCheck.Names names,
            List<FormFault> faults) {
        CriterionCheck.ofForm(criterion, names, id -> named.apply(id).map(FormCheck::info))
                .forEach(fault -> faults.add(new FormFault(path + fault.path(), fault.code(), fault.args())));
    }

    private static ElementInfo info(Question question) {
        String list = question.codeList().orElse(question.options().isEmpty() ? null : OPTIONS + question.id());
        return new ElementInfo(question.kind(), list, false);
    }

    /** The catalogue's names and, as code lists, the options of the questions. */
    private record WithOptions(Function<String, Optional<Question>> named, CriterionCheck.Names names) implements CriterionCheck.Names {
        @Override
        public Optional<ElementInfo> element(ElementCode element) {
            return names.element(element);
        }

        @Override
        public boolean hasCode(String codeList, String code) {
            return codeList.startsWith(OPTIONS)
                    ? named.apply(codeList.substring(OPTIONS.length())).orElseThrow().options().stream()
                            .anyMatch(option -> option.code().equals(code))
                    : names.hasCode(codeList, code);
        }

        @Override
        public Set<String> linkedTypes(String fromType, String link) {
            return names.linkedTypes(fromType, link);
        }
    }
}
