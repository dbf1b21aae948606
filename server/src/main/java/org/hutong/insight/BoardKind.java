package org.hutong.insight;

import org.hutong.kernel.RegionRelation;
import org.hutong.manifest.Component;
import org.hutong.manifest.ComponentKind;
import org.hutong.manifest.Findings;
import org.hutong.manifest.Manifest;

/** The component that shows the progress of a form. */
@org.springframework.stereotype.Component
class BoardKind implements ComponentKind {
    static final String KIND = "board";
    static final String FORM = "form";

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public void check(Component component, Manifest manifest, Findings findings) {
        String form = component.text("form");
        if (manifest.component(form).filter(other -> other.kind().equals(FORM)).isEmpty()) {
            findings.error("form-unknown", component.path() + "/form", "这个应用里没有表单“" + form + "”",
                    "The application has no form “" + form + "”");
        }
        if (RegionRelation.find(component.text("relation")).isEmpty()) {
            findings.error("relation-not-counted", component.path() + "/relation", "请选择进度按什么统计：居住地、户籍地、工作地或者房产所在地",
                    "Choose by what progress is counted: residence, registration, workplace or property");
        }
        if (manifest.ofKind(KIND).size() > 1 && !manifest.ofKind(KIND).getFirst().id().equals(component.id())) {
            findings.error("board-twice", component.path(), "一个应用只有一块进度看板", "An application has one board");
        }
    }
}
