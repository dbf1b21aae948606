package org.hutong.kernel.form;

import java.util.List;

/**
 * Why a form's definition is refused. The texts for people are kept where they are shown, in both languages.
 *
 * @param path where in the form component, as a JSON pointer: {@code /pages/0/questions/2/visible}
 * @param code one of the codes of {@code spec/forms.md} or {@code spec/criteria.md}
 * @param args what the text needs, in the order of the spec
 */
public record FormFault(String path, String code, List<String> args) {
    public FormFault {
        args = List.copyOf(args);
    }
}
