package org.hutong.catalogue;

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
        return catalogue.linkKind(link).filter(kind -> kind.from().equals(fromType))
                .map(kind -> kind.to().equals(link) ? Set.of(link) : Set.of(kind.to(), link))
                .orElse(Set.of());
    }
}
