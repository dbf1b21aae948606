package org.hutong.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.hutong.kernel.CriterionFault;
import org.hutong.kernel.Localised;
import org.hutong.problem.Problems;

/** Collects what the checks of one manifest find. */
public final class Findings {
    private static final int MOST = 200;
    private final List<Finding> found = new ArrayList<>();

    public void error(String code, String path, String zh, String en) {
        add(new Finding(Severity.ERROR, code, path, Localised.of(zh, en)));
    }

    public void warning(String code, String path, String zh, String en) {
        add(new Finding(Severity.WARNING, code, path, Localised.of(zh, en)));
    }

    /**
     * @param path to the criterion; the fault's own follows behind it
     */
    public void criterion(String path, CriterionFault fault) {
        Object[] args = fault.args().toArray();
        error(fault.code(), path + fault.path(), Problems.fault(fault.code(), Locale.CHINESE, args), Problems.fault(fault.code(), Locale.ENGLISH, args));
    }

    /** Keeps the first {@value #MOST}: nobody reads more, and a hostile manifest must not fill the memory. */
    public void add(Finding finding) {
        if (found.size() < MOST) {
            found.add(finding);
        }
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    /** Errors first, otherwise in the order found. */
    public List<Finding> all() {
        return found.stream().sorted((a, b) -> a.severity().compareTo(b.severity())).toList();
    }
}
