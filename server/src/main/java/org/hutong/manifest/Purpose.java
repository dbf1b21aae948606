package org.hutong.manifest;

import org.hutong.kernel.Localised;

/** Why an application uses data, in words for residents, and the law or document it rests on. */
public record Purpose(Localised text, String basis) {
}
