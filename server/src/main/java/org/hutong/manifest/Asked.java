package org.hutong.manifest;

import org.hutong.kernel.ElementPath;
import org.hutong.kernel.Localised;

/**
 * One question of a component, as far as others need to know it.
 *
 * @param question  id within the component
 * @param element   the data element it fills, or null when the answer belongs to the application only
 * @param everyTime a declaration or consent: asked even when the element is held
 */
public record Asked(String question, Localised label, ElementPath element, boolean everyTime) {
}
