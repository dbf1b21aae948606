package org.hutong.catalogue;

import org.hutong.kernel.Localised;

/**
 * 关系: how two subjects can be linked.
 *
 * @param code    read from the start: a person is {@code member} of a household
 * @param inverse read from the end: a household {@code has-member}
 * @param many    a start may have several at once
 */
public record LinkKind(String code, String from, String to, String inverse, Localised name, boolean many) {
}
