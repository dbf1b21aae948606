package org.hutong.manifest;

import java.util.List;
import java.util.Optional;

/** A manifest with what its checks found; the manifest is absent when the JSON has not even its shape. */
public record CheckedManifest(Optional<Manifest> manifest, List<Finding> findings) {

    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
