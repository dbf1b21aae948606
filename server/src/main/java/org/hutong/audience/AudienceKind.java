package org.hutong.audience;

import java.util.List;
import java.util.Locale;

import org.hutong.catalogue.CriterionNames;
import org.hutong.kernel.Criterion;
import org.hutong.kernel.CriterionCheck;
import org.hutong.kernel.CriterionFault;
import org.hutong.kernel.CriterionFaults;
import org.hutong.kernel.CriterionJson;
import org.hutong.manifest.Component;
import org.hutong.manifest.ComponentKind;
import org.hutong.manifest.Findings;
import org.hutong.manifest.Manifest;
import org.hutong.problem.Problems;
import tools.jackson.databind.JsonNode;

/** The component that says whom an application addresses. */
@org.springframework.stereotype.Component
class AudienceKind implements ComponentKind {
    private final CriterionNames names;

    AudienceKind(CriterionNames names) {
        this.names = names;
    }

    @Override
    public String code() {
        return Audience.KIND;
    }

    @Override
    public void check(Component component, Manifest manifest, Findings findings) {
        String path = component.path() + "/criterion";
        faults(component.config().path("criterion")).forEach(fault -> names.retired(fault).ifPresentOrElse(name ->
                findings.error(CriterionNames.RETIRED, path + fault.path(), Problems.fault(CriterionNames.RETIRED, Locale.CHINESE, name.in(Locale.CHINESE)),
                        Problems.fault(CriterionNames.RETIRED, Locale.ENGLISH, name.in(Locale.ENGLISH))), () -> findings.criterion(path, fault)));
    }

    /** Everything that forbids asking this criterion of the data. */
    List<CriterionFault> faults(JsonNode criterion) {
        return switch (CriterionJson.read(criterion)) {
            case CriterionFaults unread -> unread.faults();
            case Criterion read -> CriterionCheck.ofAudience(read, names).stream().map(names::exact).toList();
        };
    }
}
