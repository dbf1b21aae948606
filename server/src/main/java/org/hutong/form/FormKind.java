package org.hutong.form;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.hutong.audience.Audience;
import org.hutong.catalogue.Catalogue;
import org.hutong.catalogue.CriterionNames;
import org.hutong.catalogue.DataElement;
import org.hutong.kernel.ElementPath;
import org.hutong.kernel.Localised;
import org.hutong.kernel.ValueKind;
import org.hutong.kernel.form.FormCheck;
import org.hutong.kernel.form.FormDefinition;
import org.hutong.kernel.form.FormFault;
import org.hutong.kernel.form.FormFaults;
import org.hutong.kernel.form.Question;
import org.hutong.manifest.Asked;
import org.hutong.manifest.Component;
import org.hutong.manifest.ComponentKind;
import org.hutong.manifest.Findings;
import org.hutong.manifest.Manifest;
import org.hutong.problem.Problems;

/** The component that asks people questions. */
@org.springframework.stereotype.Component
class FormKind implements ComponentKind {
    static final String KIND = "form";

    private final Catalogue catalogue;
    private final CriterionNames names;

    FormKind(Catalogue catalogue, CriterionNames names) {
        this.catalogue = catalogue;
        this.names = names;
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public void check(Component component, Manifest manifest, Findings findings) {
        String audience = component.text("audience");
        if (manifest.component(audience).filter(other -> other.kind().equals(Audience.KIND)).isEmpty()) {
            error(findings, "audience-unknown", component.path() + "/audience", audience);
        }
        switch (FormDefinition.read(component.config())) {
            case FormFaults(List<FormFault> faults) -> faults.forEach(fault -> add(findings, component, fault));
            case FormDefinition definition -> {
                FormCheck.rules(definition, names).forEach(fault -> add(findings, component, fault));
                definition.questions().forEach(question -> {
                    check(question, component.path() + question.path(), findings);
                    persons(question, component.path() + question.path(), findings);
                    question.columns().forEach(column -> column(column, component.path() + column.path(), findings));
                });
                twice(definition, component, findings);
                if (definition.questions().isEmpty()) {
                    error(findings, "form-empty", component.path() + "/pages");
                }
            }
        }
    }

    /** A row for a person names the person, and says who that is. */
    private void persons(Question table, String path, Findings findings) {
        table.table().flatMap(Question.Table::rowsOf).ifPresent(kind -> {
            if (catalogue.linkKind(kind).filter(link -> link.from().equals("person")).isEmpty()) {
                error(findings, "link-unknown", path + "/rowsOf", kind);
            }
            if (table.columns().stream().noneMatch(column -> column.required() && column.element().map(ElementPath::toString).filter("person.name"::equals).isPresent())) {
                error(findings, "form-rows-name", path + "/columns");
            }
        });
    }

    private void column(Question column, String path, Findings findings) {
        if (column.kind() == ValueKind.FILE) {
            // Whose a file is, is looked at for questions only.
            error(findings, "form-kind-later", path + "/kind");
        }
        check(column, path, findings);
    }

    private void check(Question question, String path, Findings findings) {
        if (question.label().zh().isBlank()) {
            error(findings, "form-label", path + "/label");
        } else if (question.label().en() == null || question.label().en().isBlank()) {
            findings.warning("form-label-english", path + "/label", text("form-label-english", Locale.CHINESE), text("form-label-english", Locale.ENGLISH));
        }
        if (question.kind() == ValueKind.FILE && question.element().filter(element -> !element.link().isEmpty()).isPresent()) {
            error(findings, "form-file-link", path + "/element");
        }
        question.codeList().filter(list -> catalogue.codeList(list).isEmpty())
                .ifPresent(list -> error(findings, "code-list-unknown", path + "/codeList", list));
        if (question.kind() == ValueKind.TABLE && question.columns().stream().allMatch(column -> column.id().equals(Question.Table.STILL))) {
            error(findings, "form-no-columns", path + "/columns");
        }
        boolean coded = question.kind() == ValueKind.CODE || question.kind() == ValueKind.CODES;
        if (coded && question.codeList().isEmpty() && question.options().isEmpty()) {
            error(findings, "form-no-options", path);
        }
        question.element().ifPresent(element -> element(question, element, path, findings));
    }

    private void element(Question question, ElementPath bound, String path, Findings findings) {
        Optional<DataElement> found = catalogue.element(bound.element());
        if (found.isEmpty()) {
            error(findings, "element-unknown", path + "/element", bound.element().code());
            return;
        }
        if (found.get().retired()) {
            Localised name = found.get().name();
            findings.error("element-retired", path + "/element", text("element-retired", Locale.CHINESE, name.in(Locale.CHINESE)),
                    text("element-retired", Locale.ENGLISH, name.in(Locale.ENGLISH)));
            return;
        }
        DataElement element = found.get();
        if (!bound.link().isEmpty() && catalogue.linkKind(bound.link()).isEmpty()) {
            error(findings, "link-unknown", path + "/element", bound.link());
        } else if (!bound.link().isEmpty() && !leadsTo(bound)) {
            error(findings, "element-elsewhere", path + "/element", bound.toString());
        }
        if (element.kind() != question.kind()) {
            error(findings, "form-kind-of-element", path + "/kind", element.kind().json());
        } else if (element.codeList() != null && !element.codeList().equals(question.codeList().orElse(null))) {
            error(findings, "form-list-of-element", path + "/codeList", element.codeList());
        }
    }

    private boolean leadsTo(ElementPath bound) {
        String type = bound.element().resourceType();
        return catalogue.linkKind(bound.link()).filter(kind -> kind.to().equals(type) || kind.from().equals(type)).isPresent();
    }

    private static void twice(FormDefinition definition, Component component, Findings findings) {
        Set<ElementPath> seen = new HashSet<>();
        for (Question question : definition.questions()) {
            if (question.reuse() == Question.Reuse.HELD && question.element().isPresent() && !seen.add(question.element().get())) {
                String element = question.element().get().toString();
                findings.warning("form-element-twice", component.path() + question.path(), text("form-element-twice", Locale.CHINESE, element),
                        text("form-element-twice", Locale.ENGLISH, element));
            }
        }
    }

    @Override
    public List<Asked> asks(Component component) {
        if (!(FormDefinition.read(component.config()) instanceof FormDefinition definition)) {
            return List.of();
        }
        return definition.questions().stream().map(question -> new Asked(question.id(), question.label(), question.element().orElse(null),
                question.reuse() == Question.Reuse.NEVER)).toList();
    }


    private static void add(Findings findings, Component component, FormFault fault) {
        error(findings, fault.code(), component.path() + fault.path(), fault.args().toArray());
    }

    private static void error(Findings findings, String code, String path, Object... args) {
        findings.error(code, path, text(code, Locale.CHINESE, args), text(code, Locale.ENGLISH, args));
    }

    private static String text(String code, Locale locale, Object... args) {
        return Problems.fault(code, locale, args);
    }
}
