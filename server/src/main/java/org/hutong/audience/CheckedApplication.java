package org.hutong.audience;

import java.util.List;
import java.util.Optional;

import org.hutong.manifest.Finding;

/** What the checks of an application found; the once-only figures are absent while it cannot be said whom it addresses. */
public record CheckedApplication(List<Finding> findings, Optional<OnceOnly> onceOnly) implements DesignCheck.Result {
}
