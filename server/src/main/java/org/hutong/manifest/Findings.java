package org.hutong.manifest;

import java.util.ArrayList;
import java.util.List;

import org.hutong.kernel.Localised;

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
