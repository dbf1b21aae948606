package org.hutong.kernel;

import java.util.List;

/**
 * Why a criterion is refused. The texts for people are kept where they are shown, in both languages.
 *
 * @param path where in the criterion, as a JSON pointer (RFC 6901): {@code /all/1/value}; empty for the whole
 * @param code one of the codes of {@code spec/criteria.md}, for example {@code element-unknown}
 * @param args what the text needs, in the order of {@code spec/criteria.md}
 */
public record CriterionFault(String path, String code, List<String> args) {
    public CriterionFault {
        args = List.copyOf(args);
    }
}
