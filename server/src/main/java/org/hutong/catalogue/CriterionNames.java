package org.hutong.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.hutong.kernel.CriterionCheck;
import org.hutong.kernel.CriterionFault;
import org.hutong.kernel.ElementCode;
import org.hutong.kernel.Localised;
import org.springframework.stereotype.Component;

/** What criteria may name, by the catalogue of this moment. */
@Component
public class CriterionNames implements CriterionCheck.Names {
    /** The fault of naming what has been retired. */
    public static final String RETIRED = "element-retired";
    private final Catalogue catalogue;

    CriterionNames(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Optional<CriterionCheck.ElementInfo> element(ElementCode element) {
        return catalogue.element(element).filter(one -> !one.retired())
                .map(one -> new CriterionCheck.ElementInfo(one.kind(), one.codeList(), one.encrypted()));
    }

    /** The same fault; where an element is not unknown but retired, it says so. */
    public CriterionFault exact(CriterionFault fault) {
        return fault.code().equals("element-unknown") && isRetired(fault.args().getFirst()) ? new CriterionFault(fault.path(), RETIRED, fault.args()) : fault;
    }

    /** The name of the retired element that a fault is about. */
    public Optional<Localised> retired(CriterionFault fault) {
        return fault.code().equals(RETIRED) ? catalogue.element(ElementCode.of(fault.args().getFirst())).map(DataElement::name) : Optional.empty();
    }

    private boolean isRetired(String code) {
        return ElementCode.isValid(code) && catalogue.element(ElementCode.of(code)).filter(DataElement::retired).isPresent();
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
