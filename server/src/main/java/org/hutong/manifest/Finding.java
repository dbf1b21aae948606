package org.hutong.manifest;

import org.hutong.kernel.Localised;

/**
 * One thing that is wrong or doubtful in a manifest.
 *
 * @param code    stable, in kebab case, for example {@code element-unknown}
 * @param path    JSON pointer into the manifest
 * @param message what is wrong and what to do
 */
public record Finding(Severity severity, String code, String path, Localised message) {
}
