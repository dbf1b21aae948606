package org.hutong.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.hutong.kernel.CriterionCheck;
import org.hutong.kernel.ElementCode;
import org.springframework.stereotype.Component;

/** What criteria may name, by the catalogue of this moment. */
@Component
public class CriterionNames implements CriterionCheck.Names {
    private final Catalogue catalogue;

    CriterionNames(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Optional<CriterionCheck.ElementInfo> element(ElementCode element) {
        return catalogue.element(element).filter(one -> !one.retired())
                .map(one -> new CriterionCheck.ElementInfo(one.kind(), one.codeList(), one.encrypted()));
    }

    @Override
    public boolean hasCode(String codeList, String code) {
        return catalogue.codeList(codeList).map(list -> list.items().stream().anyMatch(item -> item.code().equals(code))).orElse(false);
    }

    @Override
    public Set<String> linkedTypes(String fromType, String link) {
        for (LinkKind kind : catalogue.linkKinds()) {
            if (kind.code().equals(link) && kind.from().equals(fromType)) {
                return Set.copyOf(List.of(kind.to(), kind.code()));
            }
            if (link.equals(kind.inverse()) && kind.to().equals(fromType)) {
                return Set.copyOf(List.of(kind.from(), kind.code()));
            }
        }
        return Set.of();
    }
}
